// Which of the team's warnings that a date is at risk (R12) come on another day, anew, or not at all, because of what is previewed: of
// the facts on either side of it. Which there are is `briefing.ts`; reminders to agencies are `reminderMoves.ts`.

import type { Instant } from '../../calendar/instant';
import type { ObligationKey } from '../../timetable/facts';
import type { CountedFrom } from '../meeting/window';
import { warnings } from './briefing';
import { briefingAt } from './briefingTimes';
import { allMailMoves, type MailMove, type MailsAhead } from './mailMoves';

export interface WarningMove extends MailMove {
  readonly key: ObligationKey;
  /** 0 on the day itself. */
  readonly workingDaysBefore: number;
}

const ahead = ({
  state,
  calendar,
}: CountedFrom): MailsAhead<Pick<WarningMove, 'key' | 'workingDaysBefore'>> =>
  new Map(
    warnings(state, calendar).map(({ key, workingDaysBefore, on }) => [
      `${key} ${workingDaysBefore}`,
      { about: { key, workingDaysBefore }, at: briefingAt(state, calendar, on) },
    ]),
  );

/** One that was given already has no earlier time: for another date it comes again. Throws `BeyondCalendar`. */
export const warningsMoved = (
  before: CountedFrom,
  after: CountedFrom,
  now: Instant,
): readonly WarningMove[] => {
  const were = [...ahead(before)].map(
    ([id, { about, at }]) => [id, { about, at: at !== undefined && at > now ? at : undefined }] as const,
  );
  return allMailMoves(new Map(were), ahead(after), { before: before.calendar, after: after.calendar, now });
};
