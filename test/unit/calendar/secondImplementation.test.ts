// A million questions about working days, answered a second time by another method: a plain walk, day by day, over
// days as the platform counts them. Nothing of the domain's arithmetic is used for the second answer.

import { expect, it } from '@jest/globals';
import type { CivilDate } from '../../../domain/calendar/civilDate';
import {
  addWorkingDays,
  countWorkingDays,
  ifCovered,
  isWorkingDay,
  type WorkingCalendar,
} from '../../../domain/calendar/workingCalendar';
import { calendarOf, officialCalendar, officialHolidays } from '../calendars';

const DAY = 86_400_000;
const QUESTIONS = 1_000_000;
/** Invented calendars, of few years each so that their ends are often reached. */
const INVENTED = 250;
const FIRST_YEAR = 2012;
const LAST_YEAR = 2028;

/** Marsaglia's xorshift: the same questions for the same seed, on every machine. */
const numbersFrom = (seed: number): ((below: number) => number) => {
  let state = seed | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
};

const textOf = (day: number): CivilDate => new Date(day * DAY).toISOString().slice(0, 10) as CivilDate;
const dayOf = (year: number, month: number, date: number): number => Date.UTC(year, month, date) / DAY;

interface Walked {
  readonly calendar: WorkingCalendar;
  readonly first: number;
  readonly last: number;
  /** Whether it is a day off, of each day from the first on. */
  readonly off: readonly boolean[];
  /** The same days as they are written. */
  readonly texts: readonly CivilDate[];
}

/** Asked of the platform once a day: a million walks pass each of them thousands of times. */
const eachDay = <T>(first: number, last: number, ask: (day: number) => T): readonly T[] =>
  Array.from({ length: last - first + 1 }, (_, index) => ask(first + index));

const isOff = ({ off, first }: Walked, day: number): boolean => off[day - first] ?? false;

/** Nothing where the walk leaves the calendar. */
const walk = (walked: Walked, start: number, days: number): number | undefined => {
  let day = start;
  for (let left = Math.abs(days); left > 0;) {
    day += Math.sign(days);
    if (day < walked.first || day > walked.last) return undefined;
    if (!isOff(walked, day)) left -= 1;
  }
  return day;
};

const tally = (walked: Walked, from: number, to: number): number => {
  const [low, high] = from <= to ? [from, to] : [to, from];
  let count = 0;
  for (let day = low + 1; day <= high; day += 1) if (!isOff(walked, day)) count += 1;
  return from <= to ? count : -count;
};

const toWalk = (
  calendar: WorkingCalendar,
  [firstYear, lastYear]: readonly [number, number],
  holidays: ReadonlySet<number>,
): Walked => {
  const first = dayOf(firstYear, 0, 1);
  const last = dayOf(lastYear, 11, 31);
  const off = eachDay(first, last, (day) => {
    const weekday = new Date(day * DAY).getUTCDay();
    return weekday === 0 || weekday === 6 || holidays.has(day);
  });
  return { calendar, first, last, off, texts: eachDay(first, last, textOf) };
};

const official = toWalk(
  officialCalendar,
  [FIRST_YEAR, LAST_YEAR],
  new Set(officialHolidays.map(({ date }) => Date.parse(date) / DAY)),
);

/** None, few or many days off, on weekends too, in one to three years. */
const invented = (random: (below: number) => number): Walked => {
  const year = FIRST_YEAR + random(LAST_YEAR - FIRST_YEAR + 1);
  const years = 1 + random(Math.min(3, LAST_YEAR - year + 1));
  const first = dayOf(year, 0, 1);
  const last = dayOf(year + years - 1, 11, 31);
  const many = [0, 3, 12, 60, 250][random(5)] ?? 0;
  const off = new Set(Array.from({ length: many }, () => first + random(last - first + 1)));
  const inYears = [year, year + years - 1] as const;
  return toWalk(calendarOf([...off].map(textOf), ...inYears), inYears, off);
};

const written = ({ first, texts }: Walked, day: number): CivilDate => texts[day - first] ?? textOf(day);

/** What the two answered to one question, said only when they differ. */
const ask = (walked: Walked, random: (below: number) => number): string | undefined => {
  const { calendar, first, last } = walked;
  const day = first + random(last - first + 1);
  const date = written(walked, day);
  const kind = random(10);
  if (kind === 0) {
    const ours = isWorkingDay(calendar, date);
    return ours === !isOff(walked, day) ? undefined : `is ${date}: ${String(ours)}`;
  }
  if (kind < 4) {
    const other = Math.min(last, Math.max(first, day + random(121) - 60));
    const ours = countWorkingDays(calendar, date, written(walked, other));
    const theirs = tally(walked, day, other);
    return ours === theirs ? undefined : `count ${date} to ${written(walked, other)}: ${ours}, not ${theirs}`;
  }
  const days = random(61) - 30;
  const ours = ifCovered(() => addWorkingDays(calendar, date, days));
  const there = walk(walked, day, days);
  const theirs = there === undefined ? undefined : written(walked, there);
  return ours === theirs ? undefined : `${date} and ${days}: ${ours ?? 'beyond'}, not ${theirs ?? 'beyond'}`;
};

it('agrees on a million questions over 2012 to 2028 and invented calendars', () => {
  const seed = Number(process.env['QUESTIONS_SEED'] ?? 20_260_330);
  const random = numbersFrom(seed);
  const each = QUESTIONS / 2 / INVENTED;
  let asked = 0;
  const put = (walked: Walked, questions: number): void => {
    for (let index = 0; index < questions; index += 1) {
      const difference = ask(walked, random);
      if (difference !== undefined) throw new Error(`${difference} (QUESTIONS_SEED=${seed})`);
      asked += 1;
    }
  };
  put(official, QUESTIONS / 2);
  for (let index = 0; index < INVENTED; index += 1) put(invented(random), each);
  expect(asked).toBe(QUESTIONS);
}, 120_000);
