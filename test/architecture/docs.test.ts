// Pages that are generated from code say what the code says: `npm run docs` has nothing to write.

import { expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { RUN_SOURCES } from '../../cli/start/ownSources';
import { ROOT } from './cruise';

it('the generated pages are up to date', () => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...RUN_SOURCES, join(ROOT, 'cli/docs/main.ts'), '--check'],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
  );
  expect({ said: stdout + stderr, status }).toEqual({ said: '', status: 0 });
}, 60_000);
