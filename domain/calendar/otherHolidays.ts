// A calendar with other holidays than the ledger's, for somebody who asks what would be: days more, days fewer, or
// another list altogether. Nothing that was given is lost: what changes nothing is kept or passed over, and a note says
// which. It touches no ledger; a day outside the span is no question that can be answered.

import type { CalendarSnapshot, Holiday } from './calendarSnapshot';
import { earlierFirst, isWeekend, weekdayName, type CivilDate } from './civilDate';
import { BeyondCalendar } from './workingCalendar';

export interface SupposedDay {
  readonly date: CivilDate;
  readonly title?: string;
}

export type OtherHolidays =
  | { readonly extra?: readonly SupposedDay[]; readonly fewer?: readonly CivilDate[] }
  /** These, in place of every listed day. */
  | { readonly only: readonly SupposedDay[] };

export interface SupposedCalendar {
  readonly snapshot: CalendarSnapshot;
  /** What was given and changes nothing, or was given twice, a sentence each. */
  readonly notes: readonly string[];
}

const UNTITLED = 'Holiday';

const supposed = ({ date, title = UNTITLED }: SupposedDay): Holiday => ({
  date,
  title,
  source: 'whatIf',
  knownSince: date,
});

/** The first of each date, in the order given; the notes say what the later ones were. */
const onceEach = (days: readonly SupposedDay[], notes: string[]): readonly SupposedDay[] => {
  const firsts = new Map<CivilDate, SupposedDay>();
  const said = new Set<string>();
  for (const day of days) {
    const first = firsts.get(day.date);
    if (first === undefined) {
      firsts.set(day.date, day);
      continue;
    }
    const { title } = first;
    const note =
      day.title === undefined || title === undefined || day.title === title
        ? `${day.date} is there twice: it counts once`
        : `${day.date} has two titles, "${title}" and "${day.title}": the first is used, and it counts once`;
    if (!said.has(note)) notes.push(note);
    said.add(note);
    // A title given only the second time is better than none.
    if (title === undefined) firsts.set(day.date, day);
  }
  return [...firsts.values()];
};

const refuseBeyond = ({ covers }: CalendarSnapshot, dates: readonly CivilDate[]): void => {
  const beyond = dates.find((date) => date < covers.from || date > covers.to);
  if (beyond !== undefined) throw new BeyondCalendar(`The holiday ${beyond}`, covers);
};

const weekendNotes = (days: readonly SupposedDay[]): readonly string[] =>
  days
    .filter(({ date }) => isWeekend(date))
    .map(({ date }) => `${date} is a ${weekdayName(date)}: it changes nothing`);

const noteListed = (listed: Holiday, { date, title }: SupposedDay): string =>
  title === undefined || title === listed.title
    ? `${date} is listed already (${listed.title}): it changes nothing`
    : `${date} is listed already as "${listed.title}": that title is used and not "${title}", and it changes nothing`;

const inOrder = (holidays: readonly Holiday[]): readonly Holiday[] => holidays.toSorted(earlierFirst);

/**
 * Says what was counted with, in place of the hash: the version it starts from and the days that differ. The wording
 * of a title is not in it.
 */
const versionWith = (base: string, more: readonly CivilDate[], fewer: readonly CivilDate[]): string =>
  [
    base,
    ...(more.length === 0 ? [] : [`with ${more.toSorted().join(' ')}`]),
    ...(fewer.length === 0 ? [] : [`without ${fewer.toSorted().join(' ')}`]),
  ].join(' ');

const withOnly = (snapshot: CalendarSnapshot, only: readonly SupposedDay[]): SupposedCalendar => {
  refuseBeyond(
    snapshot,
    only.map(({ date }) => date),
  );
  const repeats: string[] = [];
  const days = onceEach(only, repeats);
  const holidays = inOrder(days.map(supposed));
  const version = `only ${holidays.map(({ date }) => date).join(' ')}`;
  // Whoever gives the whole list knows it for the whole span.
  return {
    snapshot: { ...snapshot, version, holidays, confirmedTo: snapshot.covers.to },
    notes: [...weekendNotes(days), ...repeats],
  };
};

/** The calendar as it would be. Throws `BeyondCalendar` for a day outside the span. */
export const supposing = (snapshot: CalendarSnapshot, other: OtherHolidays): SupposedCalendar => {
  if ('only' in other) return withOnly(snapshot, other.only);
  const { extra = [], fewer = [] } = other;
  const notes: string[] = [];
  refuseBeyond(snapshot, [...extra.map(({ date }) => date), ...fewer]);
  const added = onceEach(extra, notes);
  const takenAway = new Set(
    onceEach(
      fewer.map((date) => ({ date })),
      notes,
    ).map(({ date }) => date),
  );
  const listed = new Map(snapshot.holidays.map((holiday) => [holiday.date, holiday]));
  const more: SupposedDay[] = [];
  for (const day of added) {
    const known = listed.get(day.date);
    if (takenAway.delete(day.date))
      notes.push(`${day.date} is both added and taken away: it stays as it was`);
    else if (known !== undefined) notes.push(noteListed(known, day));
    else more.push(day);
  }
  notes.push(...weekendNotes(more));
  const less: CivilDate[] = [];
  for (const date of takenAway) {
    if (!listed.has(date)) notes.push(`${date} is no listed holiday: taking it away changes nothing`);
    else if (isWeekend(date)) notes.push(`${date} is a ${weekdayName(date)}: taking it away changes nothing`);
    if (listed.has(date)) less.push(date);
  }
  const holidays = inOrder([
    ...snapshot.holidays.filter(({ date }) => !takenAway.has(date)),
    ...more.map(supposed),
  ]);
  const version = versionWith(
    snapshot.version,
    more.map(({ date }) => date),
    less,
  );
  return { snapshot: { ...snapshot, version, holidays }, notes };
};
