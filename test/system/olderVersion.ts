// An older version of the project, as the history has it, in a folder of its own with the packages of this one: what still
// runs while a newer one is deployed. `UPGRADE_FROM` names the version; without it, the commit before this one.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLONE } from '../../cli/start/ourProcess';

export const UPGRADE_FROM = process.env['UPGRADE_FROM'] ?? 'HEAD~1';

/** Its folder, which the caller removes. A clone without history is a failure, and not a test left out. */
export const olderVersion = (): string => {
  const place = mkdtempSync(join(tmpdir(), 'older-version-'));
  const archive = execFileSync('git', ['archive', '--format=tar', UPGRADE_FROM], {
    cwd: CLONE,
    maxBuffer: 256 * 1024 * 1024,
  });
  execFileSync('tar', ['-x', '-C', place], { input: archive });
  symlinkSync(join(CLONE, 'node_modules'), join(place, 'node_modules'));
  return place;
};

/** Brings a database to the tables of the older version, by its own code. */
export const migrateAsOlder = (place: string, databaseUrl: string): void => {
  const program = `require('./records/migrate').migrateToLatest(process.env.DATABASE_URL)`;
  execFileSync(process.execPath, ['--import', 'tsx', '--eval', program], {
    cwd: place,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATABASE_URL: databaseUrl },
  });
};
