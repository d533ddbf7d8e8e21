// A folder of a test's own under the machine's temporary one. It goes when the file of the test has ended, whatever became of it.

import { afterAll } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Its absolute path; `name` is the beginning of its own. */
export const freshFolder = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), `rapid-review-${name}-`));
  made.push(folder);
  return folder;
};
