// One thread of the check of the hash chains: a connection of its own, a range of the cases, and word of how far it is.

import { parentPort, workerData } from 'node:worker_threads';
import { atOneMoment, onDatabase } from '../../records/connect';
import type { CaseRange } from '../../records/eventLog/chainPages';
import { verifyRange, type RangeVerdict } from '../../records/eventLog/verifyRange';

export interface ThreadTask {
  readonly databaseUrl: string;
  readonly range: CaseRange;
}

export type ThreadWord = { readonly passed: number } | { readonly verdict: RangeVerdict };

const run = async ({ databaseUrl, range }: ThreadTask): Promise<void> => {
  const say = (word: ThreadWord): void => parentPort?.postMessage(word);
  const verdict = await onDatabase(databaseUrl, (database) =>
    atOneMoment(database, (moment) => verifyRange(moment, range, (passed) => say({ passed }))),
  );
  say({ verdict });
};

void run(workerData as ThreadTask);
