// `npm run demo` as a program, and the document that it prints, as far as the tests look at it.

import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { RUN_SOURCES } from '../../cli/start/ownSources';
import { parseInstant, type Instant } from '../../domain/calendar/instant';

const CLONE = resolve(__dirname, '../..');

export interface Outcome {
  readonly case: string;
  readonly timetable: readonly {
    readonly obligation: string;
    readonly agency?: string;
    readonly due: string;
    readonly doneOn: string;
    readonly status: string;
    readonly workingDaysEarly: number;
  }[];
  readonly events: readonly { readonly number: number; readonly at: string; readonly kind: string }[];
  readonly notices: readonly {
    readonly key: string;
    readonly kind: string;
    readonly to: string;
    readonly at: string;
    readonly outcome: string;
  }[];
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const played = (
  args: readonly string[],
  heard: (out: string, interrupt: () => void) => void,
  main = 'cli/demo/main.ts',
): Promise<Ran> =>
  new Promise((done, reject) => {
    const child = spawn(process.execPath, [...RUN_SOURCES, join(CLONE, main), ...args], {
      cwd: CLONE,
      env: { ...process.env, DATABASE_URL: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, as a terminal has one for each command.
      detached: true,
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString('utf8');
      heard(out, () => child.pid !== undefined && process.kill(-child.pid, 'SIGINT'));
    });
    child.stderr.on('data', (data: Buffer) => (err += data.toString('utf8')));
    child.once('error', reject);
    child.once('close', (code) => done({ code, out, err }));
  });

export const demo = (...args: readonly string[]): Promise<Ran> => played(args, () => undefined);

/** With everything brought up, and a story that fails before it lets the worker work. */
export const brokenDemo = (): Promise<Ran> => played([], () => undefined, 'test/system/brokenPlay.ts');

/** By Ctrl-C, which reaches its servers as well, once so many lines are told. */
export const interruptedDemo = (afterLines: number): Promise<Ran> => {
  let begun = false;
  return played([], (out, interrupt) => {
    if (begun || out.split('\n').length <= afterLines) return;
    begun = true;
    interrupt();
  });
};

export const instantOf = (text: string): Instant => {
  const at = parseInstant(text);
  if (at === undefined) throw new Error(`${text} is no instant`);
  return at;
};
