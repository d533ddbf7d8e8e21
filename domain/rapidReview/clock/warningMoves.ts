// Which of the team's warnings that a date is at risk (R12) come on another day, anew, or not at all, because of what is previewed: of
// the facts on either side of it. Which there are is `briefing.ts`; reminders to agencies are `reminderMoves.ts`.

import type { Instant } from '../../calendar/instant';
import type { ObligationKey } from '../../timetable/facts';
import type { CountedFrom } from '../meeting/window';
import { warnings, type Warning } from './briefing';
import { briefingAt } from './briefingTimes';
import { mailMoves, type MailMove } from './mailMoves';

export interface WarningMove extends MailMove {
  readonly key: ObligationKey;
  /** 0 on the day itself. */
  readonly workingDaysBefore: number;
}

const idOf = ({ key, workingDaysBefore }: Warning): string => `${key} ${workingDaysBefore}`;

/** One that was given already has no time of before: for another date it comes anew. Throws `BeyondCalendar`. */
export const warningsMoved = (
  before: CountedFrom,
  after: CountedFrom,
  now: Instant,
): readonly WarningMove[] => {
  const at = ({ facts, calendar }: CountedFrom, warning: Warning | undefined): Instant | undefined =>
    warning === undefined ? undefined : briefingAt(facts, calendar, warning.on);
  const byId = ({ facts, calendar }: CountedFrom) =>
    new Map(warnings(facts, calendar).map((warning) => [idOf(warning), warning]));
  const [were, are] = [byId(before), byId(after)];
  const previewed = { before: before.calendar, after: after.calendar, now };
  return [...new Map([...were, ...are])].flatMap(([id, { key, workingDaysBefore }]) => {
    const was = at(before, were.get(id));
    const ahead = was === undefined || was <= now ? undefined : was;
    return mailMoves(ahead, at(after, are.get(id)), previewed).map((move) => ({
      ...{ key, workingDaysBefore },
      ...move,
    }));
  });
};
