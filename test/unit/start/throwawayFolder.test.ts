// Nothing is left of a benchmark, or the like, that somebody stops half way: no server, no folder.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from '@jest/globals';
import { RUN_SOURCES } from '../../../cli/start/ownSources';

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test.each(['SIGINT', 'SIGTERM'] as const)(
  'a benchmark ended by %s takes its servers and its folder with it',
  async (signal) => {
    const program = spawn(process.execPath, [...RUN_SOURCES, join(__dirname, 'throwawayProgram.ts')], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [line] = (await once(createInterface(program.stdout), 'line')) as [string];
    const { folder, pid } = JSON.parse(line) as { folder: string; pid: number };
    expect([existsSync(folder), isRunning(pid)]).toEqual([true, true]);
    const ended = once(program, 'exit');
    program.kill(signal);
    expect((await ended)[0]).toBe(130);
    expect(existsSync(folder)).toBe(false);
    // Its end reaches whoever looks a moment after the signal.
    for (let waited = 0; isRunning(pid) && waited < 5_000; waited += 20)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isRunning(pid)).toBe(false);
  },
  30_000,
);
