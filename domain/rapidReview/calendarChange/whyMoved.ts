// Why dates of an agency have moved, as far as it is to hear (R9): the days over which they are counted, and whether the day of the
// request was put right. One change may bring several days, of which only some lie in what is counted.

import type { CivilDate } from '../../calendar/civilDate';
import type { DayChanged } from '../../calendar/daysChanged';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import { dueDates } from '../../timetable/dueDates';
import { keyOf, type TimetableFacts } from '../../timetable/facts';
import type { AgencyToldOfDates } from '../clock/events';
import type { CaseEvent } from '../events';

export interface WhyMoved {
  readonly days: readonly DayChanged[];
  readonly corrected: boolean;
}

/** A day that was listed and withdrawn again before anybody was told has changed nothing. */
const inTheEnd = (days: readonly DayChanged[]): readonly DayChanged[] =>
  [...Map.groupBy(days, ({ date }) => date).values()].flatMap((changes) =>
    changes.length % 2 === 1 ? changes.slice(-1) : [],
  );

/** Throws `BeyondCalendar`. */
export const whyMoved = (
  events: readonly CaseEvent[],
  { because, moves }: Pick<AgencyToldOfDates['body'], 'because' | 'moves'>,
  facts: TimetableFacts,
  calendar: WorkingCalendar,
): WhyMoved => {
  const causes = events.filter(({ number }) => because.includes(number));
  const days = inTheEnd(causes.flatMap((event) => (event.kind === 'CalendarAdopted' ? event.body.days : [])));
  const lines = new Map(dueDates(facts, calendar).map((line) => [keyOf(line), line]));
  const isCountedOver = (date: CivilDate): boolean =>
    moves.some(({ key, was, due }) => {
      const from = lines.get(key)?.counting?.anchorDate;
      // What it is counted from is not known any more: then no day is kept from the agency.
      return from === undefined || (from < date && date <= (was > due ? was : due));
    });
  const counted = days.filter(({ date }) => isCountedOver(date));
  const corrected = causes.some(({ kind }) => kind === 'RequestSentCorrected');
  // Asked anew since, it is counted from another day: a mail without any cause would be worse than one with a day too many.
  return { days: counted.length === 0 && !corrected ? days : counted, corrected };
};
