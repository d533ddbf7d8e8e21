// Our answers to every question about working days over the span of the official list, handed to a script that puts
// numpy's and the python `holidays` package's beside them. The script decides what agrees.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromDayNumber, type DayNumber } from '../domain/calendar/civilDate';
import {
  addWorkingDays,
  countWorkingDays,
  ifCovered,
  isWorkingDay,
  workingCalendar,
  type WorkingCalendar,
} from '../domain/calendar/workingCalendar';
import { shippedSnapshot } from '../platform/holidays/shippedLists';
import { say } from './comparisonLibraries';
import { pythonEnvironment, script } from './pythonEnvironment';

const NEAR = Array.from({ length: 80 }, (_, index) => index + 1);
const FAR = [100, 250, 500, 1000, 4000];
const bothWays = (distances: readonly number[]): readonly number[] =>
  distances.flatMap((distance) => [distance, -distance]);

const OFFSETS = bothWays([...NEAR, ...FAR]);
/** Calendar days between the two ends of a count. */
const SPANS = [0, ...bothWays([1, 2, 3, 4, 5, 6, 7, 10, 15, 30, 45, 60, 91, 180, 365, 366, 1461, 5000])];

/** A list for each amount, a place for each day; nothing where the calendar ends before. */
const answers = <T>(
  amounts: readonly number[],
  { first, last }: WorkingCalendar,
  answer: (day: number, amount: number) => T,
): Readonly<Record<string, readonly (T | null)[]>> =>
  Object.fromEntries(
    amounts.map((amount) => [
      amount,
      Array.from(
        { length: last - first + 1 },
        (_, at) => ifCovered(() => answer(first + at, amount)) ?? null,
      ),
    ]),
  );

const dateOf = (day: number) => fromDayNumber(day as DayNumber);

/** The exit code: 0 where everything agrees or the difference is explained. */
export const agreement = (): number => {
  const python = pythonEnvironment();
  if ('missing' in python) {
    say(`LEFT OUT, nothing was compared: ${python.missing}`);
    return 1;
  }
  const calendar = workingCalendar(shippedSnapshot());
  const { covers, holidays } = calendar.snapshot;
  say('- Working out our answers');
  const ours = {
    ...covers,
    holidays: holidays.map(({ date }) => date),
    isWorkingDay: Array.from({ length: calendar.last - calendar.first + 1 }, (_, at) =>
      isWorkingDay(calendar, dateOf(calendar.first + at)),
    ),
    add: answers(OFFSETS, calendar, (day, days) => addWorkingDays(calendar, dateOf(day), days)),
    count: answers(SPANS, calendar, (day, span) =>
      countWorkingDays(calendar, dateOf(day), dateOf(day + span)),
    ),
  };
  const folder = mkdtempSync(join(tmpdir(), 'rapid-review-agreement-'));
  try {
    const path = join(folder, 'answers.json');
    writeFileSync(path, JSON.stringify(ours));
    say(`- Comparing with ${python.versions.join(', ')}`);
    const { status } = spawnSync(python.python, [script('agreement.py'), path], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    return status ?? 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
};
