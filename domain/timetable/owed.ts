// A date somebody owes something by, with what explains it: how it was counted, and the days passed over. It is
// what mails tell; it is worked out when a mail is made, never kept.

import type { CivilDate } from '../calendar/civilDate';
import { addWorkingDays, type WorkingCalendar } from '../calendar/workingCalendar';
import { dueDates, type Counting, type Due } from './dueDates';
import { daysPassedOver, type DayPassedOver } from './explanation';
import { keyOf, type ObligationKey, type TimetableFacts } from './facts';

export interface Owed {
  readonly key: ObligationKey;
  readonly due: CivilDate;
  /** Absent where another rule set the day (a squeezed window): the count does not explain it. */
  readonly counting?: Counting;
  readonly missed: boolean;
  readonly passedOver: readonly DayPassedOver[];
}

const owedFor = (facts: TimetableFacts, calendar: WorkingCalendar, due: Due): readonly Owed[] => {
  const { due: date, counting } = due;
  if (date === undefined) return [];
  const key = keyOf(due);
  const counted =
    counting !== undefined && addWorkingDays(calendar, counting.anchorDate, counting.workingDays) === date;
  return [
    {
      key,
      due: date,
      missed: facts.outcomes[key]?.kind === 'missed',
      ...(counted ? { counting } : {}),
      passedOver: daysPassedOver(calendar, counting?.anchorDate ?? date, date),
    },
  ];
};

/** Every date of the case that is known. */
export const owedDates = (facts: TimetableFacts, calendar: WorkingCalendar): readonly Owed[] =>
  dueDates(facts, calendar).flatMap((due) => owedFor(facts, calendar, due));

/** What that agency owes and has not done, counted from its own sent day. */
export const owedByAgency = (
  facts: TimetableFacts,
  calendar: WorkingCalendar,
  agency: Due['agency'],
): readonly Owed[] =>
  dueDates(facts, calendar)
    .filter((due) => due.agency === agency && due.rule.anchor === 'requestSent')
    .filter((due) => facts.outcomes[keyOf(due)]?.on === undefined)
    .flatMap((due) => owedFor(facts, calendar, due));
