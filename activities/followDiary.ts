// Tells every case that is behind the sub-group's diary what became of its date, several at a time, and hears that it knows. What
// that does to its meeting, the case decides; a case that cannot be reached is a failure, and whoever asked tries again.

import { ApplicationFailure } from '@temporalio/common';
import type { Command } from '../domain/rapidReview/commands';
import type { Logger } from '../platform/logging/createLogger';
import type { CaseBehind, Records } from '../records/records';
import { failingPlainly } from './plainFailure';
import { whileAlive, type AlsoInRounds } from './runningActivity';
import { severalAtOnce } from './severalAtOnce';
import { tellCase, TOLD_AT_ONCE, type Heard, type Telling } from './tellCase';

export interface FollowingParts extends Telling {
  readonly records: { readonly diary: Pick<Records['diary'], 'casesBehind'> };
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}

/**
 * Under an id made of the change and of what is recorded of the case: repeated, it has the effect of once; and a case that an
 * older plan has brought back to where the date was is told of it anew.
 */
const commandFor = ({ date, newest, asOf }: CaseBehind): Extract<Command, { kind: 'followDiary' }> => {
  const { version, change, startsAt, by, at } = newest;
  return {
    kind: 'followDiary',
    date,
    version,
    ...(change === 'cancelled' ? {} : { startsAt }),
    asked: {
      actor: by,
      authority: 'coordinator',
      askedAt: at,
      commandId: `diary-${date}-${version}-${asOf}`,
    },
  };
};

const tell = async (parts: FollowingParts, behind: CaseBehind): Promise<Heard> => {
  const { reference, date, newest } = behind;
  const { error, ...answer } = await tellCase(parts, reference, { command: commandFor(behind) });
  const what = { reference, date, version: newest.version };
  if (answer.heard === 'followed') parts.logger.info(what, 'a case follows the diary');
  else parts.logger.warn({ ...what, heard: answer.heard, err: error }, 'a case could not follow the diary');
  return answer;
};

const notFollowed = (why: string): ApplicationFailure =>
  ApplicationFailure.create({ type: 'DiaryNotFollowed', message: `the diary is not followed: ${why}` });

export const createFollowDiary =
  (parts: FollowingParts): AlsoInRounds =>
  (stopping) =>
    whileAlive(
      ({ cancelled }) =>
        failingPlainly('followDiary', parts, async () => {
          let unheard = 0;
          await severalAtOnce(await parts.records.diary.casesBehind(), TOLD_AT_ONCE, async (behind) => {
            if (cancelled()) throw notFollowed('the worker is going down');
            if ((await tell(parts, behind)).heard === 'unheard') unheard += 1;
          });
          if (unheard > 0) throw notFollowed(`${unheard} cases have not answered`);
        })(),
      stopping,
    );
