// How far a case is recorded, and waiting until it is recorded so far: by asking again, since one indexed row costs
// less than a listening connection for each waiting request.

import { setTimeout as pause } from 'node:timers/promises';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Database } from '../connect';

export const versionOf = async (database: Database, reference: CaseReference): Promise<number> => {
  const head = await database
    .selectFrom('case_head')
    .select('number')
    .where('reference', '=', reference)
    .executeTakeFirst();
  return head?.number ?? 0;
};

// Recording usually takes a few milliseconds: ask soon at first, then less often.
const FIRST_PAUSE = 5;
const LONGEST_PAUSE = 100;

export const waitForVersion = async (
  database: Database,
  reference: CaseReference,
  version: number,
  milliseconds: number,
): Promise<boolean> => {
  const end = performance.now() + milliseconds;
  for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 1.5, LONGEST_PAUSE)) {
    if ((await versionOf(database, reference)) >= version) return true;
    const left = end - performance.now();
    if (left <= 0) return false;
    await pause(Math.min(wait, left));
  }
};
