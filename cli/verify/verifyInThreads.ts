// The hash chains of all cases, checked by as many threads as there are processors where the log is long: the cases are
// shared out in ranges of about as many events each. What a sound chain is, the records decide.

import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { RUN_SOURCES } from '../start/ownSources';
import type { CaseReference } from '../../domain/rapidReview/references';
import { atOneMoment, type Database } from '../../records/connect';
import type { CaseRange } from '../../records/eventLog/chainPages';
import { verifyRange, type RangeVerdict } from '../../records/eventLog/verifyRange';
import type { ThreadTask, ThreadWord } from './chainThread';

/** The sources run by themselves, or what the build has made of them. */
const OWN_EXTENSION = extname(__filename);

export interface LogToVerify {
  readonly databaseUrl: string;
  readonly database: Database;
  /** Hears how many events of how many have been read. */
  readonly progress?: (done: number, of: number) => void;
  /** Otherwise as the length of the log makes worth while. */
  readonly threads?: number;
}

/** A thread is there after as long as so many events take. */
const WORTH_A_THREAD = 50_000;

interface Share {
  readonly events: number;
  readonly ranges: readonly CaseRange[];
}

/** By the numbers of the heads: they need not be true, only near enough to share the work out. */
const shareOut = async (database: Database, threads: number | undefined): Promise<Share> => {
  const { events } = await database
    .selectFrom('case_event')
    .select((eb) => eb.fn.countAll<number>().as('events'))
    .executeTakeFirstOrThrow();
  const parts = threads ?? Math.min(availableParallelism(), Math.ceil(events / WORTH_A_THREAD));
  const heads = await database
    .selectFrom('case_head')
    .select(['reference', 'number'])
    .orderBy('reference')
    .execute();
  const borders: CaseReference[] = [];
  let passed = 0;
  for (const { reference, number } of heads) {
    passed += number;
    if (borders.length < parts - 1 && passed >= (events / parts) * (borders.length + 1))
      borders.push(reference);
  }
  const ends = [undefined, ...borders, undefined];
  const ranges = ends.slice(1).map((upTo, index) => {
    const after = ends[index];
    return { ...(after === undefined ? {} : { after }), ...(upTo === undefined ? {} : { upTo }) };
  });
  return { events, ranges };
};

const inThread = (task: ThreadTask, passed: (events: number) => void): Promise<RangeVerdict> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(join(__dirname, `chainThread${OWN_EXTENSION}`), {
      workerData: task,
      execArgv: OWN_EXTENSION === '.ts' ? [...RUN_SOURCES] : [],
    });
    thread.on('message', (word: ThreadWord) => {
      if ('verdict' in word) resolve(word.verdict);
      else passed(word.passed);
    });
    thread.on('error', reject);
    thread.on('exit', () => reject(new Error('a thread ended before it had checked its cases')));
  });

const together = (verdicts: readonly RangeVerdict[]): RangeVerdict => {
  const sum = (of: 'cases' | 'checked'): number => verdicts.reduce((total, one) => total + one[of], 0);
  return {
    cases: sum('cases'),
    checked: sum('checked'),
    broken: verdicts.flatMap(({ broken }) => broken),
  };
};

export const verifyInThreads = async ({
  databaseUrl,
  database,
  progress = () => undefined,
  threads,
}: LogToVerify): Promise<RangeVerdict> => {
  const { events, ranges } = await shareOut(database, threads);
  let done = 0;
  const passed = (more: number): void => progress((done += more), events);
  return together(
    ranges.length === 1
      ? [await atOneMoment(database, (moment) => verifyRange(moment, {}, passed))]
      : await Promise.all(ranges.map((range) => inThread({ databaseUrl, range }, passed))),
  );
};
