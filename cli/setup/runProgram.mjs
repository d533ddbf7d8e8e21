// Runs a program of ours on the pinned Node with what the set-up found, passes signals on, and ends as it ends.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { CLONE, NODE_24, RUN_SOURCES } from './runTool.mjs';

/** The environment wins over the file. */
export function loadOwnSettings() {
  const ownSettings = join(CLONE, '.env');
  if (existsSync(ownSettings)) process.loadEnvFile(ownSettings);
}

/** `main` is a path within the project. Resolves with the exit code. */
export function runProgram(main, env) {
  const child = spawn(NODE_24, [...RUN_SOURCES, join(CLONE, main), ...process.argv.slice(2)], {
    cwd: CLONE,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((done, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => done(code ?? 128 + constants.signals[signal]));
  });
}
