// What the team is told about the calendar on a working day: days that came into the ledger, open cases that wait for somebody
// to accept them, differences with the official list, a list that could not be read or believed, the end of what is known.
// Each once; what lasts, again every Monday. How it is worded and sent is not decided here.

import { lastDayWithoutWarning } from '../calendar/calendarEnds';
import { toDayNumber, weekdayOf, type CivilDate } from '../calendar/civilDate';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import type { Difference } from './differences';
import type { DayListed, Ledger, ListKind } from './ledger';

export type CalendarItem =
  | {
      readonly about: 'newDay';
      readonly date: CivilDate;
      readonly title: string;
      readonly source: ListKind;
    }
  | ({ readonly about: 'difference' } & Difference)
  /** Open cases of which a date moves once somebody accepts the calendar as it stands for them. */
  | { readonly about: 'changeWaits'; readonly calendar: string; readonly cases: number }
  | { readonly about: 'notRead'; readonly fault: string; readonly since: CivilDate }
  | { readonly about: 'calendarEnds'; readonly confirmedTo: CivilDate };

export interface CalendarFacts {
  readonly ledger: Ledger;
  readonly differences: readonly Difference[];
  /** How many open cases have a date that moves with the present calendar. */
  readonly casesThatMove: number;
  /** The last reading of the official list, when it was refused or failed: why, and since which day it has. */
  readonly notRead?: { readonly fault: string; readonly since: CivilDate };
  /** The present one. */
  readonly calendar: WorkingCalendar;
}

/** By what an item is known again; nothing typed by anybody, no particulars. */
export const keyOfItem = (item: CalendarItem): string => {
  switch (item.about) {
    case 'newDay':
      return `newDay/${item.date}/${item.source}`;
    case 'difference':
      return `difference/${item.date}/${item.against}/${item.kind}`;
    case 'changeWaits':
      return `changeWaits/${item.calendar}`;
    case 'notRead':
      return `notRead/${item.fault}/${item.since}`;
    case 'calendarEnds':
      return `calendarEnds/${item.confirmedTo}`;
  }
};

const isMonday = (date: CivilDate): boolean => weekdayOf(toDayNumber(date)) === 0;

/** A day ahead that came after what the ledger began with, and still stands. What is only predicted is no news. */
const isNews = (fact: DayListed, { ledger, calendar }: CalendarFacts, today: CivilDate): boolean =>
  fact.source.kind !== 'library' &&
  fact.date >= today &&
  fact.recordedAt !== ledger[0]?.recordedAt &&
  calendar.snapshot.holidays.some(({ date }) => date === fact.date);

/** `told` holds the keys of what was told before. */
export const calendarBriefing = (
  facts: CalendarFacts,
  today: CivilDate,
  told: ReadonlySet<string>,
): readonly CalendarItem[] => {
  const { ledger, differences, casesThatMove: cases, notRead, calendar } = facts;
  const { confirmedTo, version } = calendar.snapshot;
  const news = ledger.flatMap((fact): readonly CalendarItem[] =>
    fact.kind === 'listed' && isNews(fact, facts, today)
      ? [{ about: 'newDay', date: fact.date, title: fact.title, source: fact.source.kind }]
      : [],
  );
  const lasting: readonly CalendarItem[] = [
    ...(cases > 0 ? [{ about: 'changeWaits' as const, calendar: version, cases }] : []),
    ...differences.map((difference): CalendarItem => ({ about: 'difference', ...difference })),
    ...(notRead === undefined ? [] : [{ about: 'notRead' as const, ...notRead }]),
    ...(today > lastDayWithoutWarning(calendar.snapshot)
      ? [{ about: 'calendarEnds' as const, confirmedTo }]
      : []),
  ];
  const untold = (item: CalendarItem): boolean => !told.has(keyOfItem(item));
  return [...news.filter(untold), ...lasting.filter((item) => untold(item) || isMonday(today))];
};
