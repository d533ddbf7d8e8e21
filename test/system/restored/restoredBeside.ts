// The newest backup restored beside the database of the engine, as docs/deploying.md has it done every month: by its own line, in a
// folder as there, with the program itself where a container would run it. What must be true of it, the test says.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { sql } from 'kysely';
import { onDatabase } from '../../../records/connect';
import { documentedCommands } from '../../documents/documentedCommands';
import { commandLine, programOf, runToEnd, type Said } from '../commandLine';
import type { RealEngine } from '../realEngine';

const CONTAINER = 'docker compose run --rm --volume ./backups:/backups migrate node dist/cli/restore/main.js';

/** With the program for the container, and the folder for what the container sees of it. */
const lineOf = (): string => {
  const lines = documentedCommands.map(({ command }) => command).filter((line) => line.includes('--into'));
  expect(lines).toEqual([expect.stringContaining(CONTAINER)]);
  const program = [process.execPath, ...programOf('restore')].map((word) => `'${word}'`).join(' ');
  return (lines[0] ?? '').replace(CONTAINER, program).replaceAll('/backups/', 'backups/');
};

interface Beside {
  /** What was said of the backup, and of its being restored. */
  readonly kept: Said;
  readonly said: Said;
  /** Of the database that it was restored into. */
  readonly url: string;
}

export const restoredBeside = async ({ folder, parts: { env } }: RealEngine): Promise<Beside> => {
  const own = env['DATABASE_URL'] ?? '';
  const beside = new URL(own);
  beside.pathname = '/restore_test';
  await onDatabase(own, (database) => sql`create database restore_test`.execute(database));
  // An older one, of which nothing could be restored.
  mkdirSync(join(folder, 'backups', '2020-01-01T00-00-00Z'), { recursive: true });
  const kept = await commandLine(env, 'backup');
  const said = await runToEnd('bash', ['-c', lineOf()], { cwd: folder, env });
  return { kept, said, url: beside.href };
};
