// How far a case is recorded, and waiting until it is recorded so far: by reading on again and again, since one indexed row costs
// less than a listening connection for each waiting request, and what is waited for is read next in any case.

import { setTimeout as pause } from 'node:timers/promises';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Database } from '../connect';
import { headOf, type CasesSoFar } from './casesSoFar';
import type { ChainHead } from './hashChain';

export const versionOf = async (database: Database, reference: CaseReference): Promise<number> => {
  const head = await database
    .selectFrom('case_head')
    .select('number')
    .where('reference', '=', reference)
    .executeTakeFirst();
  return head?.number ?? 0;
};

const SHORTEST_PAUSE = 3;
const LONGEST_PAUSE = 100;
/** How much of the usual wait passes before the first question. */
const FIRST_SHARE = 0.8;
/** How much of what is usual the last wait decides. */
const NEWEST_SHARE = 0.2;
/** What is usual after a first question that came late enough: perhaps it came too late. */
const SHORTER = 0.8;

const pauseOf = (wanted: number): number => Math.min(Math.max(wanted, SHORTEST_PAUSE), LONGEST_PAUSE);

/** Waits of one process, which learns how long recording takes here and now: too early a question is one for nothing. */
export const createWaiting = (
  database: Database,
  casesSoFar: Pick<CasesSoFar, 'of'>,
): ((reference: CaseReference, version: number, milliseconds: number) => Promise<ChainHead | undefined>) => {
  let usual = SHORTEST_PAUSE;
  return async (reference, version, milliseconds) => {
    const start = performance.now();
    let wait = pauseOf(usual * FIRST_SHARE);
    for (let first = true; ; first = false) {
      await pause(Math.max(0, Math.min(wait, start + milliseconds - performance.now())));
      const head = headOf(reference, await casesSoFar.of(database, reference));
      const waited = performance.now() - start;
      if (head.number >= version) {
        usual = first ? usual * SHORTER : usual + (Math.min(waited, LONGEST_PAUSE) - usual) * NEWEST_SHARE;
        return head;
      }
      if (waited >= milliseconds) return undefined;
      wait = pauseOf(waited / 2);
    }
  };
};
