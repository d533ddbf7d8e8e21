// Where a backup is not made: the refusal comes before any database is asked.

import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RUN_SOURCES } from '../../../cli/start/ownSources';
import { freshFolder } from '../../freshFolder';

test('a folder whose parent is missing is refused, and none of it is made', () => {
  const above = freshFolder('backups');
  const to = join(above, 'mistyped', 'monday');
  const { stderr, status } = spawnSync(process.execPath, [...RUN_SOURCES, 'cli/backup/main.ts', '--to', to], {
    cwd: resolve(__dirname, '../../..'),
    encoding: 'utf8',
    // Nobody answers there.
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' },
    timeout: 60_000,
  });
  expect(stderr).toMatch(/^There is no folder .*mistyped, in which --to .* Nothing was changed\.\n$/);
  expect(status).toBe(1);
  expect(readdirSync(above)).toEqual([]);
}, 90_000);
