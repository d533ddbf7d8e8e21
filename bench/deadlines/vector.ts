// Fifteen working days on from a million days at once, on whole numbers: ours, and numpy's `busday_offset` with its
// calendar made once, round by round in turn. Both write into memory that is there already.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fromDayNumber, type DayNumber } from '../../domain/calendar/civilDate';
import { reachedFrom, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { script } from '../pythonEnvironment';
import { scatteredDays } from '../questions';
import { timed, type Timed } from '../rounds';
import { WORKING_DAYS } from './contenders';

const DAYS = 1_000_000;
const ROUNDS = 15;
const WARM_UP = 5;

/** The product's own function, a call a day. */
const byCalls = (calendar: WorkingCalendar, days: Int32Array, reached: Int32Array): void => {
  for (let index = 0; index < days.length; index += 1) {
    reached[index] = reachedFrom(calendar, (days[index] ?? 0) as DayNumber, WORKING_DAYS);
  }
};

/** Two array reads a day over the same table, for days known to be inside it. */
const byTable = (calendar: WorkingCalendar, days: Int32Array, reached: Int32Array): void => {
  const { first, rank, dayOfRank } = calendar;
  for (let index = 0; index < days.length; index += 1) {
    reached[index] = first + (dayOfRank[(rank[(days[index] ?? 0) - first] ?? 0) + WORKING_DAYS] ?? 0);
  }
};

export interface VectorFigures {
  readonly days: number;
  /** Nanoseconds a day, round by round. */
  readonly calls: Timed;
  readonly table: Timed;
  readonly numpy?: Timed;
  /** Days on which numpy or the table answers otherwise than the function, the first of them as an example. */
  readonly different: readonly string[];
}

type Round = () => number | Promise<number>;

const local =
  (work: () => void): Round =>
  () => {
    const start = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - start);
  };

const inTurn = async (contenders: readonly Round[]): Promise<readonly Timed[]> => {
  const taken = contenders.map((): number[] => []);
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      const each = (await contender()) / DAYS;
      if (round >= WARM_UP) taken[index]?.push(each);
    }
  }
  return taken.map(timed);
};

const difference = (
  name: string,
  days: Int32Array,
  ours: Int32Array,
  theirs: Int32Array,
): readonly string[] => {
  const odd = Array.from(ours.keys()).filter((index) => ours[index] !== theirs[index]);
  const first = odd.at(0);
  if (first === undefined) return [];
  const [start = 0, mine = 0, other = 0] = [days[first], ours[first], theirs[first]];
  const say = (day: number): string => fromDayNumber(day as DayNumber);
  return [`${name}: ${odd.length} of ${DAYS}; ${say(start)} gives ${say(other)}, ours ${say(mine)}`];
};

/** Without Python, numpy's part is left out. */
export const vectorFigures = async (
  calendar: WorkingCalendar,
  python: string | undefined,
): Promise<VectorFigures> => {
  const days = scatteredDays(calendar, DAYS);
  const [called, read] = [new Int32Array(DAYS), new Int32Array(DAYS)];
  const ours = [
    local(() => byCalls(calendar, days, called)),
    local(() => byTable(calendar, days, read)),
  ] as const;
  byCalls(calendar, days, called);
  byTable(calendar, days, read);
  const tableDiffers = difference('the table alone', days, called, read);
  if (python === undefined) {
    const [calls = timed([]), table = timed([])] = await inTurn(ours);
    return { days: DAYS, calls, table, different: tableDiffers };
  }
  const folder = mkdtempSync(join(tmpdir(), 'rapid-review-bench-'));
  const at = (name: string): string => join(folder, name);
  writeFileSync(at('days'), days);
  const holidays = calendar.snapshot.holidays.map(({ date }) => date);
  const question = { days: at('days'), answer: at('answer'), holidays, workingDays: WORKING_DAYS };
  writeFileSync(at('question.json'), JSON.stringify(question));
  const numpy = spawn(python, [script('busday_offset.py'), at('question.json')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const lines = createInterface({ input: numpy.stdout })[Symbol.asyncIterator]();
    const nextLine = async (): Promise<string> => {
      const line = await lines.next();
      if (line.done === true)
        throw new Error('numpy ended before it had answered: see above. Nothing was kept.');
      return line.value;
    };
    await nextLine();
    const answered = new Int32Array(new Uint8Array(readFileSync(at('answer'))).buffer);
    const [calls = timed([]), table = timed([]), theirs = timed([])] = await inTurn([
      ...ours,
      async () => {
        numpy.stdin.write('again\n');
        return Number(await nextLine());
      },
    ]);
    const different = [...tableDiffers, ...difference('numpy busday_offset', days, called, answered)];
    return { days: DAYS, calls, table, numpy: theirs, different };
  } finally {
    numpy.stdin.end();
    rmSync(folder, { recursive: true });
  }
};
