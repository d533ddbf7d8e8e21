// Why dates have moved, as far as those who hear of them need to know (R9): the bank holidays over which they are counted, and whether the
// day of a request was put right. One change may bring several days, of which only some lie in what is counted.

import { earlierFirst, type CivilDate } from '../../calendar/civilDate';
import type { DayChanged } from '../../calendar/daysChanged';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import { dueDates } from '../../timetable/dueDates';
import type { AgencyId, ObligationKey, TimetableFacts } from '../../timetable/facts';
import { keyOf, refOf } from '../../timetable/obligationKey';
import type { AgencyToldOfDates } from '../clock/events';
import type { CaseEvent, EventOf } from '../events';
import type { MeetingOutsideWindow } from '../meeting/events';

export interface WhyMoved {
  readonly days: readonly DayChanged[];
  readonly corrected: boolean;
}

/** A day that was listed and withdrawn again before anybody was told has changed nothing. */
const inTheEnd = (days: readonly DayChanged[]): readonly DayChanged[] =>
  [...Map.groupBy(days, ({ date }) => date).values()].flatMap((changes) =>
    changes.length % 2 === 1 ? changes.slice(-1) : [],
  );

interface Counted {
  readonly key: ObligationKey;
  /** The later one of the days that it was counted to and is. */
  readonly to: CivilDate;
}

/** Those over which one of them is counted. */
const countedOver = (
  days: readonly DayChanged[],
  counted: readonly Counted[],
  facts: TimetableFacts,
  calendar: WorkingCalendar,
): readonly DayChanged[] => {
  const lines = new Map(dueDates(facts, calendar).map((line) => [keyOf(line), line]));
  return days.filter(({ date }) =>
    counted.some(({ key, to }) => {
      const line = lines.get(key);
      // An agreed date moves by what comes upon it: no day before it is counted.
      if (line?.counting?.anchor === 'agreed') return line.counting.anchorDate <= date && date <= to;
      const from = (line?.ordinary ?? line?.counting)?.anchorDate;
      return from !== undefined && from < date && date <= to;
    }),
  );
};

/** What has moved the dates of an agency since a mail was put into words. */
const movedSince = (
  events: readonly CaseEvent[],
  { body: { agency, asOf }, number: until }: EventOf<'MailToldOtherDates'>,
): readonly CaseEvent[] =>
  events.filter(
    ({ kind, number, body }) =>
      number > asOf &&
      number < until &&
      (kind === 'CalendarAdopted' || (kind === 'RequestSentCorrected' && body.agency === agency)),
  );

const daysOf = (events: readonly CaseEvent[]): readonly DayChanged[] =>
  inTheEnd(events.flatMap((event) => (event.kind === 'CalendarAdopted' ? event.body.days : [])));

const eachOnce = (days: readonly DayChanged[]): readonly DayChanged[] =>
  [...new Map(days.map((day) => [day.date, day])).values()].sort(earlierFirst);

/** The day of asking is another in the end; or somebody recorded that the agency was asked another way, while a mail was under way. */
const askedOtherwise = (events: readonly CaseEvent[], agency: AgencyId | undefined): boolean => {
  const corrections = events.flatMap((event) =>
    event.kind === 'RequestSentCorrected' && event.body.agency === agency ? [event.body] : [],
  );
  return (
    corrections[0]?.was !== corrections.at(-1)?.on ||
    events.some(
      ({ kind, body }) => kind === 'ScopingRequestSent' && body.agency === agency && body.channel !== 'mail',
    )
  );
};

/**
 * A change that moved nothing by itself may have taken back a day, or brought one over which the date came to be counted later: all
 * since the agency knew its date are asked. Throws `BeyondCalendar`.
 */
export const whyMoved = (
  events: readonly CaseEvent[],
  { because, moves }: Pick<AgencyToldOfDates['body'], 'because' | 'moves'>,
  facts: TimetableFacts,
  calendar: WorkingCalendar,
): WhyMoved => {
  const causes = events
    .filter(({ number }) => because.includes(number))
    .flatMap((event) => (event.kind === 'MailToldOtherDates' ? movedSince(events, event) : [event]));
  const changed = moves.map(({ key, was, due, since }) => {
    const possible = since === undefined ? causes : events.filter(({ number }) => number > since);
    const days = daysOf(possible);
    const over = countedOver(days, [{ key, to: was > due ? was : due }], facts, calendar);
    const corrected = days.length === 0 || askedOtherwise(possible, refOf(key).agency);
    // Asked anew since, it is counted from another day: a mail without any cause would be worse than one with a day too many.
    return { days: over.length === 0 && !corrected ? days : over, corrected };
  });
  const days = eachOnce(changed.flatMap((one) => one.days));
  return { days, corrected: changed.some(({ corrected }) => corrected) };
};

/**
 * The bank holidays of the very act that put the meeting outside its window; none where it was no change of the calendar.
 * Throws `BeyondCalendar`.
 */
export const daysThatMoved = (
  events: readonly CaseEvent[],
  { meeting, on, closes }: Pick<MeetingOutsideWindow['body'], 'meeting' | 'on' | 'closes'>,
  facts: TimetableFacts,
  calendar: WorkingCalendar,
): readonly DayChanged[] => {
  const told = events.findLast(
    ({ kind, body }) =>
      kind === 'MeetingOutsideWindow' && body.meeting === meeting && body.on === on && body.closes === closes,
  );
  const days = events.flatMap((event) =>
    event.kind === 'CalendarAdopted' && event.commandId === told?.commandId ? event.body.days : [],
  );
  return countedOver(
    days,
    [{ key: keyOf({ obligation: 'meeting' }), to: on > closes ? on : closes }],
    facts,
    calendar,
  );
};
