// The folder in which a program brings up servers that hold nothing to keep: folder and servers are gone afterwards, also when
// somebody stops it half way. Whoever starts a server ends it in order; that is not this file's matter.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killChildren } from './childProcess';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** What a shell says of a program that Ctrl-C has ended. */
const INTERRUPTED = 130;

export const inThrowawayFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'rapid-review-bench-'));
  // PostgreSQL's own account must get through it.
  chmodSync(folder, 0o711);
  // A server that was killed may write for a moment still.
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  const stop = (): never => {
    killChildren();
    remove();
    console.error('Stopped. Nothing is left of what was started.');
    process.exit(INTERRUPTED);
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    return await work(folder);
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
    remove();
  }
};
