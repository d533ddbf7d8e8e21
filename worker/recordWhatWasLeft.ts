// What a case has left to whoever asked to record, and that nobody has recorded: an API may have died between the two. Its act is
// under way in the records then; the case is asked what it still holds, by a query, and that is recorded (docs/adr/0024).

import { WorkflowNotFoundError } from '@temporalio/common';
import type { WorkflowClient, WorkflowHandle } from '@temporalio/client';
import { severalAtOnce } from '../activities/severalAtOnce';
import { leftToAsker } from '../contracts/messages';
import { workflowIdOf } from '../contracts/workflowIds';
import { instant, type Instant } from '../domain/calendar/instant';
import type { CaseReference } from '../domain/rapidReview/references';
import type { Logger } from '../platform/logging/createLogger';
import type { ActUnderWay, Records } from '../records/records';

export interface LeftParts {
  readonly records: {
    readonly events: Pick<Records['events'], 'record'>;
    readonly reservations: Pick<Records['reservations'], 'underWay' | 'ended'>;
  };
  readonly cases: {
    getHandle(workflowId: string): Pick<WorkflowHandle, 'query'>;
    withDeadline: WorkflowClient['withDeadline'];
  };
  readonly clock: () => Instant;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}

/** Longer than an API waits for a case; should it only be slow, recording the same twice has no effect. */
const LEFT_AFTER_MS = 10_000;
/** How often it is looked for. */
export const LOOK_EVERY_MS = 5_000;
/** The server may hand an act to a worker that comes back late, though nobody waits for it any more; not for so long. */
const GIVEN_UP_AFTER_MS = 3_600_000;
const AT_ONCE = 8;
const PAGE = 500;
const ANSWERED_WITHIN_MS = 10_000;

const recordOf = async (
  { records, cases, logger }: LeftParts,
  reference: CaseReference,
): Promise<'asked' | 'notThere'> => {
  const workflowId = workflowIdOf(reference);
  try {
    const events = await cases.withDeadline(Date.now() + ANSWERED_WITHIN_MS, () =>
      cases.getHandle(workflowId).query(leftToAsker),
    );
    if (events.length > 0) {
      await records.events.record({ reference, events, notices: [] });
      const commandIds = [...new Set(events.map(({ commandId }) => commandId))];
      logger.info(
        { reference, workflowId, first: events[0]?.number, events: events.length, commandIds },
        'events recorded that whoever asked had left',
      );
    }
    return 'asked';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'notThere';
    throw error;
  }
};

/** Throws after all of them were tried, where one could not be asked or recorded. */
export const recordWhatWasLeft = async (parts: LeftParts): Promise<void> => {
  const { records, clock, logger } = parts;
  const now = clock();
  const acts = await records.reservations.underWay(instant(now - LEFT_AFTER_MS), PAGE);
  const byCase = [...Map.groupBy(acts, ({ reference }) => reference)];
  let failed = 0;
  await severalAtOnce(
    byCase,
    AT_ONCE,
    async ([reference, ofCase]: readonly [CaseReference, readonly ActUnderWay[]]) => {
      try {
        const found = await recordOf(parts, reference);
        for (const { commandId, askedAt } of ofCase)
          if (found === 'notThere' || askedAt < now - GIVEN_UP_AFTER_MS)
            await records.reservations.ended(commandId);
      } catch (error) {
        failed += 1;
        logger.warn(
          { reference, workflowId: workflowIdOf(reference), err: error },
          'what whoever asked has left could not be recorded',
        );
      }
    },
  );
  if (failed > 0) throw new Error(`${failed} cases could not be asked, or not be recorded`);
};
