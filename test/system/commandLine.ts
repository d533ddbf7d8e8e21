// A command of the project as an operator gives it, as a process of its own, and what it said: of the programs as they are
// deployed, where they were built.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { CLONE } from '../../cli/start/clone';
import { RUN_SOURCES } from '../../cli/start/ownSources';
import { BUILT } from './parts';

export interface Said {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** What Node is given to run it; `name` as in `npm run <name>`. */
export const programOf = (name: string): readonly string[] =>
  BUILT === undefined
    ? [...RUN_SOURCES, join(CLONE, 'cli', name, 'main.ts')]
    : [join(BUILT, 'cli', name, 'main.js')];

export const runToEnd = (
  program: string,
  args: readonly string[],
  where: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Said> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...where, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, out, err }));
  });

export const commandLine = (
  env: NodeJS.ProcessEnv,
  name: 'backup' | 'restore' | 'verify' | 'rebuild' | 'keys' | 'token',
  ...args: readonly string[]
): Promise<Said> => runToEnd(process.execPath, [...programOf(name), ...args], { cwd: CLONE, env });
