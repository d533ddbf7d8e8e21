// How long reads take over a hundred thousand cases while writes go on: the work list and one case over HTTP, and beside them
// the same statements executed without the API, in turns: who it is that asks, the list or the case, its agencies. And what a
// timetable without a case takes.

import type { Instant } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/references';
import { say } from '../comparisonLibraries';
import { settleTown } from '../recompute/town';
import { referralOf, write } from './life';
import type { Person, Stage } from './stage';

const CASES = 100_000;
const ROUNDS = 5;
/** In a round: of so many its slowest hundredth is ten. */
const TIMES = 1_000;
/** Asked before, and not counted: what runs for the first time is compiled meanwhile, on either side. */
const WARM = 100;
const PAGE = 50;
/** Of the references, so that they are not those of the cases that run. */
const YEAR = 2025;
/** A caller may ask so often within a minute, less what writing takes. */
const ASKED_OF_ONE = 400;

/** Milliseconds, in the order asked. */
export interface Compared {
  readonly api: readonly number[];
  readonly sql: readonly number[];
}

export interface ReadRound {
  readonly list: Compared;
  readonly one: Compared;
  readonly timetables: readonly number[];
}

export interface Reads {
  readonly cases: number;
  readonly rounds: readonly ReadRound[];
  /** Acts that were granted meanwhile. */
  readonly writes: number;
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const asked = async (url: string, { token }: Person, body?: object): Promise<void> => {
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text}`);
};

/** Acts on cases of its own, one after the other, until it is told to stop. */
const writing = (stage: Stage): { readonly stop: () => Promise<number> } => {
  const stopping = new AbortController();
  const goesOn = (): boolean => !stopping.signal.aborted;
  let writes = 0;
  const run = async (): Promise<void> => {
    while (goesOn()) {
      const { coordinator } = await stage.people();
      const { reference } = await write(stage.apiUrl, coordinator, '/cases', referralOf(stage.agencies));
      for (let n = 0; n < 20 && goesOn(); n += 1) {
        await write(stage.apiUrl, coordinator, `/cases/${reference}/safety-concerns`, {
          concern: `Invented concern ${n}.`,
          noticeRead: true,
        });
        await write(
          stage.apiUrl,
          coordinator,
          `/cases/${reference}/safety-concerns/${n + 1}/acknowledgement`,
          {
            note: 'In hand.',
          },
        );
        writes += 2;
      }
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
      return writes;
    },
  };
};

export const reads = async (stage: Stage): Promise<Reads> => {
  const { apiUrl, records, database } = stage;
  const now = Date.now() as Instant;
  await settleTown(records, database, CASES, now, YEAR);
  say('- Reading while writes go on');
  const writer = writing(stage);
  let caller = (await stage.people()).coordinator;
  let askedOfHim = 0;
  // The statements that the API executes for the same.
  const askList = async (): Promise<void> => {
    await records.people.findByToken(caller.token, now);
    const { items } = await records.cases.list({ status: 'open', limit: PAGE });
    await records.agencies.byIds([...new Set(items.flatMap(({ next }) => next?.agency ?? []))]);
  };
  const askOne = async (reference: CaseReference): Promise<void> => {
    await records.people.findByToken(caller.token, now);
    const folded = await records.cases.stateOf(reference);
    await records.agencies.byIds(folded?.state.agencies.map(({ agency }) => agency) ?? []);
  };
  const viaApi = async (path: string, body?: object): Promise<number> => {
    askedOfHim += 1;
    if (askedOfHim % ASKED_OF_ONE === 0) caller = (await stage.people()).coordinator;
    return timed(() => asked(`${apiUrl}${path}`, caller, body));
  };
  const askedInTurns = async (times: number): Promise<ReadRound> => {
    const list: Record<keyof Compared, number[]> = { api: [], sql: [] };
    const one: Record<keyof Compared, number[]> = { api: [], sql: [] };
    const timetables: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const reference = `RR-${YEAR}-${String((time % 900) + 1).padStart(4, '0')}` as CaseReference;
      list.api.push(await viaApi(`/cases?status=open&limit=${PAGE}`));
      list.sql.push(await timed(askList));
      one.api.push(await viaApi(`/cases/${reference}`));
      one.sql.push(await timed(() => askOne(reference)));
      timetables.push(await viaApi('/timetables', { receivedAt: '2026-03-30T16:20:00+01:00' }));
    }
    return { list, one, timetables };
  };
  await askedInTurns(WARM);
  const rounds: ReadRound[] = [];
  for (let n = 1; n <= ROUNDS; n += 1) {
    say(`  round ${n} of ${ROUNDS}`);
    rounds.push(await askedInTurns(TIMES));
  }
  return { cases: CASES, rounds, writes: await writer.stop() };
};
