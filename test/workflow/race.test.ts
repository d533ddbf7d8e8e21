// The whole race in a real worker, beside the same race on paper: told undisturbed; and with its worker stopped after
// every few acts, so that each of its successors replays the case from the start, and its history continued as new.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MINUTE, type Instant } from '../../domain/calendar/instant';
import { workingCalendar } from '../../domain/calendar/workingCalendar';
import type { CaseEvent } from '../../domain/rapidReview/events';
import { fold } from '../../domain/rapidReview/evolve';
import { timetableOfCase } from '../../domain/rapidReview/timetableOfCase';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { startTimeSkipping, type TimeSkipping } from '../temporal/timeSkipping';
import { WorkflowCase } from './case';
import { nextMonday } from './londonWeek';
import { onPaper } from './onPaper';
import { PaperRecords } from './paperRecords';
import { opening, theRace } from './race/theRace';
import { bodyOf, daysFrom, type Step } from './script';

const snapshot = shippedSnapshot();
const calendar = workingCalendar(snapshot);

let time: TimeSkipping;
beforeEach(async () => {
  time = await startTimeSkipping();
}, 120_000);
afterEach(() => time.stop());

const chunks = <T>(of: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(of.length / size) }, (_, index) =>
    of.slice(index * size, (index + 1) * size),
  );

interface Options {
  readonly historyLimit?: number;
  readonly maxCachedWorkflows?: number;
}

/** Plays the race in one worker after another, each for so many acts. */
const run = async (actsAWorker: number, { maxCachedWorkflows, ...options }: Options) => {
  const records = new PaperRecords(() => time.now());
  const taskQueue = 'race';
  const days = daysFrom(calendar, nextMonday(calendar, await time.now()));
  const { receivedAt, ...rest } = opening(days);
  const steps = theRace(days);
  const one = new WorkflowCase(time, taskQueue, snapshot, options);
  const runs = new Set<string>();
  const play = async (some: readonly Step[]): Promise<void> => {
    const cache = maxCachedWorkflows === undefined ? {} : { maxCachedWorkflows };
    const worker = await time.worker(records, { taskQueue, ...cache });
    await worker.runUntil(async () => {
      if (runs.size === 0) {
        await time.skipTo(receivedAt);
        await one.open(receivedAt, rest);
      }
      for (const step of some) {
        await time.skipTo(step.when);
        await one.act(bodyOf(step, records.events), step.as === undefined ? {} : { as: step.as });
        runs.add((await one.handle.describe()).runId);
      }
      // The server's time stands still for a case whose worker goes while it is at something.
      await time.skipTo(((await time.now()) + MINUTE / 2) as Instant);
    });
  };
  for (const some of chunks(steps, actsAWorker)) await play(some);
  const paper = onPaper(one, one.opening(receivedAt, rest), steps, snapshot, await time.now());
  return { events: records.events, notices: records.notices, paper, runs: runs.size };
};

/** Number, minute, kind and body: a server is some milliseconds late, and every command has an id of its own. */
const told = ({ number, at, kind, body, actor, authority }: CaseEvent): string => {
  const toTheMinute = (_: string, value: unknown): unknown =>
    typeof value === 'number' && value > 1e12 ? Math.floor(value / MINUTE) : value;
  return JSON.stringify({ number, at, kind, body, actor, authority }, toTheMinute);
};
const timetable = (events: readonly CaseEvent[]) => timetableOfCase(fold(events), calendar);

describe('the race', () => {
  it.each([
    ['undisturbed', 1000, {}],
    // Without a cache: the test server would wait ten seconds for each worker that is gone with its own.
    ['with a worker for every five acts, continued as new', 5, { historyLimit: 60, maxCachedWorkflows: 0 }],
  ] as const)(
    'is that on paper: %s',
    async (_how, actsAWorker, options) => {
      const { events, notices, paper, runs } = await run(actsAWorker, options);
      expect(events.map(told)).toEqual(paper.map(told));
      expect(timetable(events)).toEqual(timetable(paper));
      expect(events.map(({ number }) => number)).toEqual(events.map((_event, index) => index + 1));
      expect(new Set(notices.map(({ key }) => key)).size).toBe(notices.length);
      expect(events.slice(-2).map(({ kind }) => kind)).toEqual(['ReturnReceived', 'ObligationMet']);
      if ('historyLimit' in options) expect(runs).toBeGreaterThan(3);
      else expect(runs).toBe(1);
    },
    240_000,
  );
});
