// Tells every case that is behind the sub-group's diary what became of its date, and hears that it knows. What that does
// to its meeting, the case decides; a case that cannot be reached is a failure, and whoever asked tries again.

import { WorkflowUpdateFailedError, type WorkflowClient, type WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import type { DiaryActivities } from '../contracts/activities';
import type { CommandMessage, Receipt } from '../contracts/messages';
import { workflowIdOf } from '../contracts/workflowIds';
import type { Command } from '../domain/rapidReview/commands';
import type { Logger } from '../platform/logging/createLogger';
import type { CaseBehind, Records } from '../records/records';
import { plainFailure } from './plainFailure';
import { whileAlive } from './runningActivity';

export interface FollowingParts {
  readonly records: { readonly diary: Pick<Records['diary'], 'casesBehind'> };
  /** The way to the workflows of the cases. */
  readonly cases: {
    getHandle(workflowId: string): Pick<WorkflowHandle, 'executeUpdate'>;
    withDeadline: WorkflowClient['withDeadline'];
  };
  readonly logger: Pick<Logger, 'info' | 'warn'>;
  /** How long one case may take to answer. */
  readonly waitMs?: number;
}

const WAIT_MS = 10_000;

/** `unheard`: it may know, or not; asking again finds out. */
type Heard = 'followed' | 'refused' | 'notRunning' | 'unheard';

const commandFor = ({ date, newest }: CaseBehind): Extract<Command, { kind: 'followDiary' }> => {
  const { version, change, startsAt, by, at } = newest;
  return {
    kind: 'followDiary',
    date,
    version,
    ...(change === 'cancelled' ? {} : { startsAt }),
    asked: { actor: by, authority: 'coordinator', commandId: `diary-${date}-${version}`, askedAt: at },
  };
};

/** The workflow ended or went on as new while the update was on its way. */
const LOST_ON_THE_WAY = ['AcceptedUpdateCompletedWorkflow', 'UpdateAborted'];

const heardFrom = (error: unknown): Heard => {
  if (error instanceof WorkflowNotFoundError) return 'notRunning';
  if (!(error instanceof WorkflowUpdateFailedError)) return 'unheard';
  const { cause } = error;
  const lost = cause instanceof ApplicationFailure && LOST_ON_THE_WAY.includes(cause.type ?? '');
  return lost ? 'unheard' : 'refused';
};

const tell = async (parts: FollowingParts, behind: CaseBehind): Promise<Heard> => {
  const { cases, logger, waitMs = WAIT_MS } = parts;
  const { reference, date, newest } = behind;
  const command = commandFor(behind);
  const what = { reference, date, version: newest.version };
  try {
    await cases.withDeadline(Date.now() + waitMs, () =>
      cases.getHandle(workflowIdOf(reference)).executeUpdate<Receipt, [CommandMessage]>(command.kind, {
        args: [{ command }],
        updateId: `${command.asked.commandId}-${reference}`,
      }),
    );
    logger.info(what, 'a case follows the diary');
    return 'followed';
  } catch (error) {
    const heard = heardFrom(error);
    logger.warn({ ...what, heard, err: error }, 'a case could not follow the diary');
    return heard;
  }
};

const notFollowed = (why: string): ApplicationFailure =>
  ApplicationFailure.create({ type: 'DiaryNotFollowed', message: `the diary is not followed: ${why}` });

const casesBehind = async ({ records }: FollowingParts): Promise<readonly CaseBehind[]> => {
  try {
    return await records.diary.casesBehind();
  } catch (error) {
    throw plainFailure('followDiary', error);
  }
};

export const createFollowDiary =
  (parts: FollowingParts): DiaryActivities['followDiary'] =>
  () =>
    whileAlive(async ({ cancelled }) => {
      let unheard = 0;
      for (const behind of await casesBehind(parts)) {
        if (cancelled()) throw notFollowed('the worker is going down');
        if ((await tell(parts, behind)) === 'unheard') unheard += 1;
      }
      if (unheard > 0) throw notFollowed(`${unheard} cases have not answered`);
    });
