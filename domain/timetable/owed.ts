// A date somebody owes something by, with what explains it: how it was counted, and the days passed over. It is
// what mails tell; it is worked out when a mail is made, never kept.

import type { CivilDate } from '../calendar/civilDate';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import { dueDates, type Counting, type Due } from './dueDates';
import { daysPassedOver, type DayPassedOver } from './explanation';
import type { ObligationKey, TimetableFacts } from './facts';
import { keyOf } from './obligationKey';

export interface Owed {
  readonly key: ObligationKey;
  readonly due: CivilDate;
  /** The count that reaches it; of a squeezed window that to its first day. */
  readonly counting?: Counting;
  readonly missed: boolean;
  readonly passedOver: readonly DayPassedOver[];
}

const owedFor = (facts: TimetableFacts, calendar: WorkingCalendar, due: Due): readonly Owed[] => {
  const { due: date, counting } = due;
  if (date === undefined) return [];
  const key = keyOf(due);
  return [
    {
      key,
      due: date,
      missed: facts.outcomes[key]?.kind === 'missed',
      ...(counting === undefined ? {} : { counting }),
      passedOver: daysPassedOver(calendar, counting?.anchorDate ?? date, date),
    },
  ];
};

/** Every date of the case that is known. */
export const owedDates = (facts: TimetableFacts, calendar: WorkingCalendar): readonly Owed[] =>
  dueDates(facts, calendar).flatMap((due) => owedFor(facts, calendar, due));

/** Owed by an agency and not done: its date counts from the agency's own sent day. */
export const isOwedByAgency = (facts: TimetableFacts, due: Due): boolean =>
  due.rule.anchor === 'requestSent' && facts.outcomes[keyOf(due)]?.on === undefined;

/** What that agency owes and has not done. */
export const owedByAgency = (
  facts: TimetableFacts,
  calendar: WorkingCalendar,
  agency: Due['agency'],
): readonly Owed[] =>
  dueDates(facts, calendar)
    .filter((due) => due.agency === agency && isOwedByAgency(facts, due))
    .flatMap((due) => owedFor(facts, calendar, due));
