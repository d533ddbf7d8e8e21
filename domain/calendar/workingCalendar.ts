// Counting working days over one snapshot (R1, R2). A working day is not a Saturday, a Sunday or a listed
// holiday; the start is day 0, whatever day it is. The question "which day is n working days on" is two array
// reads: the rank of the start, and the day of the rank n further. Asking beyond the span throws, never guesses.

import type { CalendarSnapshot, Holiday } from './calendarSnapshot';
import {
  type CivilDate,
  type DayNumber,
  fromDayNumber,
  isWeekend,
  toDayNumber,
  weekdayName,
  weekdayOf,
} from './civilDate';

/** The question reaches outside the days that the calendar knows. `decide` turns it into a refusal. */
export class BeyondCalendar extends Error {
  override readonly name = 'BeyondCalendar';
  constructor(
    readonly asked: string,
    readonly covers: CalendarSnapshot['covers'],
  ) {
    super(`${asked} lies outside the calendar, which covers ${covers.from} to ${covers.to}`);
  }
}

/** The answer, or nothing where the question reaches beyond the calendar. For what may wait until it reaches further. */
export const ifCovered = <T>(ask: () => T): T | undefined => {
  try {
    return ask();
  } catch (error) {
    if (error instanceof BeyondCalendar) return undefined;
    throw error;
  }
};

export interface WorkingCalendar {
  readonly snapshot: CalendarSnapshot;
  /** Day number of the first day covered. */
  readonly first: number;
  /** Day number of the last day covered. */
  readonly last: number;
  /** For each day covered, how many working days of the span lie on or before it. */
  readonly rank: Uint16Array;
  /** The day number, less `first`, of the working day of each rank, counted from 1. */
  readonly dayOfRank: Uint16Array;
  /** The listed holidays by day number less `first`, weekends among them. */
  readonly holidayAt: ReadonlyMap<number, Holiday>;
  /** Texts of the days already asked for, by day number less `first`: a date is written once, not once an answer. */
  readonly written: (CivilDate | undefined)[];
}

/**
 * Builds the table: once a snapshot version, not once a question. The span is at most 65,535 days. `within` is for a
 * single question, where the table of so few days is all that it needs; it lies within the span.
 */
export const workingCalendar = (
  snapshot: CalendarSnapshot,
  within: CalendarSnapshot['covers'] = snapshot.covers,
): WorkingCalendar => {
  const first = toDayNumber(within.from);
  const last = toDayNumber(within.to);
  const days = last - first + 1;
  if (days < 1 || days > 65_535) throw new RangeError(`a calendar of ${days} days cannot be counted with`);
  const holidayAt = new Map(snapshot.holidays.map((holiday) => [toDayNumber(holiday.date) - first, holiday]));
  const off = new Uint8Array(days);
  for (const offset of holidayAt.keys()) off[offset] = 1;
  const rank = new Uint16Array(days);
  const dayOfRank = new Uint16Array(days + 1);
  let count = 0;
  let weekday = weekdayOf(first);
  for (let offset = 0; offset < days; offset += 1) {
    if (weekday < 5 && off[offset] === 0) {
      count += 1;
      dayOfRank[count] = offset;
    }
    rank[offset] = count;
    weekday = weekday === 6 ? 0 : weekday + 1;
  }
  const written = new Array<CivilDate | undefined>(days);
  return { snapshot, first, last, rank, dayOfRank: dayOfRank.slice(0, count + 1), holidayAt, written };
};

/** The date so many days after the first covered; it must be covered. */
export const dateAt = (calendar: WorkingCalendar, offset: number): CivilDate =>
  (calendar.written[offset] ??= fromDayNumber((calendar.first + offset) as DayNumber));

// Apart from the counting, which is then short enough for the compiler to put in place of its calls.
const beyond = ({ snapshot }: WorkingCalendar, day: number, days: number): BeyondCalendar => {
  const date = fromDayNumber(day as DayNumber);
  const way = days > 0 ? 'after' : 'before';
  const asked = days === 0 ? date : `${Math.abs(days)} working days ${way} ${date}`;
  return new BeyondCalendar(asked, snapshot.covers);
};

const rankAt = (calendar: WorkingCalendar, day: number): number => {
  const rank = calendar.rank[day - calendar.first];
  if (rank === undefined) throw beyond(calendar, day, 0);
  return rank;
};

export const isWorkingDay = (calendar: WorkingCalendar, date: CivilDate): boolean => {
  const day = toDayNumber(date);
  const rank = rankAt(calendar, day);
  return calendar.dayOfRank[rank] === day - calendar.first && rank > 0;
};

/**
 * The day that lies `days` working days after `start`; negative counts back, and 0 is the start itself, even on
 * a weekend (R1). Counting forwards from a day off, day 1 is the next working day; backwards, the one before.
 */
export const addWorkingDays = (calendar: WorkingCalendar, start: CivilDate, days: number): CivilDate =>
  days === 0 ? start : dateAt(calendar, reachedFrom(calendar, toDayNumber(start), days) - calendar.first);

/** The same on day numbers, for questions about many days at once. */
export const reachedFrom = (calendar: WorkingCalendar, start: DayNumber, days: number): DayNumber => {
  if (days === 0) return start;
  const rank = rankAt(calendar, start);
  // Going back from a day off, the last working day at or before it is already one day back.
  const from = days > 0 || calendar.dayOfRank[rank] === start - calendar.first ? rank : rank + 1;
  const wanted = from + days;
  const offset = wanted >= 1 ? calendar.dayOfRank[wanted] : undefined;
  if (offset === undefined) throw beyond(calendar, start, days);
  return (calendar.first + offset) as DayNumber;
};

/** Working days after `from`, up to and including `to`; negative when `to` is the earlier. */
export const countWorkingDays = (calendar: WorkingCalendar, from: CivilDate, to: CivilDate): number =>
  rankAt(calendar, toDayNumber(to)) - rankAt(calendar, toDayNumber(from));

/** The listed holiday of that day, on a weekend too, where it changes nothing. */
export const holidayOn = (calendar: WorkingCalendar, date: CivilDate): Holiday | undefined =>
  calendar.holidayAt.get(toDayNumber(date) - calendar.first);

/**
 * Why a day does not count: `Saturday`, or the holiday's title; nothing for a working day. A holiday on a weekend
 * changes nothing, so the weekend is the reason.
 */
export const whyNotWorking = (calendar: WorkingCalendar, date: CivilDate): string | undefined => {
  if (isWorkingDay(calendar, date)) return undefined;
  return isWeekend(date) ? weekdayName(date) : holidayOn(calendar, date)?.title;
};
