// Which reminders to agencies come at another time, or not at all, because of what is previewed: of a case on either side of it.
// Which come at all is `rungs.ts`; the team's own warnings are `warningMoves.ts`.

import type { Instant } from '../../calendar/instant';
import type { ObligationKey } from '../../timetable/facts';
import { contactsFor } from '../reminders/reach';
import type { Counted, OpenCase } from '../state';
import { allMailMoves, mailMoves, type MailMove, type MailsAhead, type Previewed } from './mailMoves';
import { rungsAhead } from './rungs';

export interface ReminderMove extends MailMove {
  readonly key: ObligationKey;
  readonly rung: string;
}

export const reminderMove = (
  { key, rung }: Pick<ReminderMove, 'key' | 'rung'>,
  was: Instant | undefined,
  is: Instant | undefined,
  previewed: Previewed,
): readonly ReminderMove[] => mailMoves(was, is, previewed).map((move) => ({ key, rung, ...move }));

/** In order of the time at which they would have come, then of those that come besides; none that reaches nobody. Throws `BeyondCalendar`. */
export const remindersMoved = (
  before: Counted<OpenCase>,
  after: Counted<OpenCase>,
  now: Instant,
): readonly ReminderMove[] => {
  const ahead = ({ state, calendar }: Counted<OpenCase>): MailsAhead<Pick<ReminderMove, 'key' | 'rung'>> =>
    new Map(
      rungsAhead(state, calendar)
        .filter(({ agency, escalatesTo }) => contactsFor(state, agency, escalatesTo).length > 0)
        .map(({ key, rung, at }) => [`${key} ${rung}`, { about: { key, rung }, at }]),
    );
  return allMailMoves(ahead(before), ahead(after), { before: before.calendar, after: after.calendar, now });
};
