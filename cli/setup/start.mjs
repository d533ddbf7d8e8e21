// `npm start`: sets up what is missing, then runs cli/start/main.ts on the pinned Node, and ends as it ends.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { prepare, runMain } from './prepare.mjs';
import { CLONE, NODE_24 } from './runTool.mjs';

function run(env) {
  const main = join(CLONE, 'cli', 'start', 'main.ts');
  const child = spawn(NODE_24, ['--import', 'tsx', main, ...process.argv.slice(2)], {
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

await runMain(async () => {
  const ownSettings = join(CLONE, '.env');
  if (existsSync(ownSettings)) process.loadEnvFile(ownSettings); // The environment wins over the file.
  return run(await prepare({ forTests: false }));
});
