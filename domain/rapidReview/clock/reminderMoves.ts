// Which reminders come at another time, or not at all, because of what is previewed: of a case on either side of it, and how one
// moment lies to the other. Which come at all is `rungs.ts`.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import { londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { ObligationKey } from '../../timetable/facts';
import type { Counted, OpenCase } from '../state';
import { rungsAhead, type RungAhead } from './rungs';

export interface ReminderMove {
  readonly key: ObligationKey;
  readonly rung: string;
  /** `fallsAway`: its new time is past already, or nothing is owed any more. `later`: also one that was passed over for its date and comes after all. */
  readonly how: 'sooner' | 'later' | 'fallsAway';
  /** The day on whose 09:00 it would have come; absent where it was passed over. */
  readonly was?: CivilDate;
  /** The day on whose 09:00 it comes; absent where it falls away. */
  readonly comes?: CivilDate;
}

/** Nothing where it stays. */
const howItMoves = (
  was: Instant | undefined,
  is: Instant | undefined,
  now: Instant,
): ReminderMove['how'] | undefined => {
  if (was === is) return undefined;
  if (is === undefined || is <= now) return was === undefined ? undefined : 'fallsAway';
  return was === undefined || is > was ? 'later' : 'sooner';
};

export const reminderMove = (
  { key, rung }: Pick<ReminderMove, 'key' | 'rung'>,
  was: Instant | undefined,
  is: Instant | undefined,
  {
    before,
    after,
    now,
  }: { readonly before: WorkingCalendar; readonly after: WorkingCalendar; readonly now: Instant },
): readonly ReminderMove[] => {
  const how = howItMoves(was, is, now);
  if (how === undefined) return [];
  return [
    {
      ...{ key, rung, how },
      ...(was === undefined ? {} : { was: londonDateOf(before, was) }),
      ...(how === 'fallsAway' || is === undefined ? {} : { comes: londonDateOf(after, is) }),
    },
  ];
};

/** In order of the time at which they would have come, then of those that come besides. Throws `BeyondCalendar`. */
export const remindersMoved = (
  before: Counted<OpenCase>,
  after: Counted<OpenCase>,
  now: Instant,
): readonly ReminderMove[] => {
  const idOf = ({ key, rung }: RungAhead): string => `${key} ${rung}`;
  const ahead = ({ state, calendar }: Counted<OpenCase>) =>
    new Map(rungsAhead(state, calendar).map((rung) => [idOf(rung), rung]));
  const [were, are] = [ahead(before), ahead(after)];
  const change = { before: before.calendar, after: after.calendar, now };
  return [...new Map([...were, ...are])].flatMap(([id, rung]) =>
    reminderMove(rung, were.get(id)?.at, are.get(id)?.at, change),
  );
};
