// `npm run record-histories [-- story …]`: plays the stories of test/replay/recording on the time-skipping server and
// writes their histories and events, to be looked at and committed. Needs nothing of a running engine.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CLONE } from '../start/clone';
import { RUN_SOURCES } from '../start/ownSources';

/** The set-up's own search: what the environment names, the cache, a download or a build. */
const testServer = async (): Promise<string> => {
  const named = process.env['TEMPORAL_TEST_SERVER'];
  if (named !== undefined) return named;
  const setup = pathToFileURL(join(CLONE, 'cli/setup/temporalTestServer.mjs')).href;
  const { findTemporalTestServer } = (await import(setup)) as {
    findTemporalTestServer: () => Promise<string>;
  };
  return findTemporalTestServer();
};

const main = async (): Promise<void> => {
  const env = { ...process.env, TEMPORAL_TEST_SERVER: await testServer() };
  const recorder = join(CLONE, 'test/replay/recording/main.ts');
  const child = spawn(process.execPath, [...RUN_SOURCES, recorder, ...process.argv.slice(2)], {
    cwd: CLONE,
    env,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise<number>((done, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => done(code ?? 1));
  });
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
