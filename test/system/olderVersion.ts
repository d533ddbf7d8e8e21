// An older version of the project, as the history has it, in a folder of its own with the packages of this one: what still
// runs while a newer one is deployed. `UPGRADE_FROM` names the version; without it, the commit before this one.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLONE } from '../../cli/start/clone';
import { RUN_SOURCES } from '../../cli/start/ownSources';

export const UPGRADE_FROM = process.env['UPGRADE_FROM'] ?? 'HEAD~1';

const NOT_OF_THE_VERSION = ['node_modules', '.git', '.data', 'dist'];

/** Whether the clone has it: one without history has its own commit alone. */
const isKnown = (commit: string): boolean => {
  try {
    execFileSync('git', ['rev-parse', '--verify', '--quiet', `${commit}^{commit}`], { cwd: CLONE });
    return true;
  } catch {
    return false;
  }
};

/**
 * Its folder, which the caller removes. In a clone without history this very version plays the older one, and it is said; a
 * version that was asked for by name and is not there is a failure.
 */
export const olderVersion = (): string => {
  const place = mkdtempSync(join(tmpdir(), 'older-version-'));
  const named = process.env['UPGRADE_FROM'] !== undefined;
  if (!named && !isKnown(UPGRADE_FROM)) {
    process.stdout.write('upgrade: this clone has no history; this version plays the older one\n');
    for (const entry of readdirSync(CLONE).filter((name) => !NOT_OF_THE_VERSION.includes(name)))
      cpSync(join(CLONE, entry), join(place, entry), { recursive: true });
    symlinkSync(join(CLONE, 'node_modules'), join(place, 'node_modules'));
    return place;
  }
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
  execFileSync(process.execPath, [...RUN_SOURCES, '--eval', program], {
    cwd: place,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATABASE_URL: databaseUrl },
  });
};
