// Sets up whatever is missing for `npm start`, `npm test`, `npm run demo` or `npm run stack`: packages, the Temporal servers,
// the time-skipping server, a browser. When nothing is missing it costs well under a second.
import { delimiter, join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { ensurePackages } from './projectPackages.mjs';
import { SetupFailure, say } from './report.mjs';
import { CLONE, machinePath } from './runTool.mjs';
import { findTemporalCli } from './temporalCli.mjs';
import { findTemporalServer } from './temporalServer.mjs';
import { findTemporalTestServer } from './temporalTestServer.mjs';

function requireNode20() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupFailure(
    `This needs Node 20.19 or newer to begin; this is ${process.version}. Install a newer one.`,
  );
}

/** What to add to the environment of everything that runs afterwards. */
export async function prepare({
  temporalServer = false,
  testServer = false,
  productionServer = false,
  browser = false,
}) {
  requireNode20();
  await ensurePackages();
  const added = { PATH: [join(CLONE, 'node_modules', '.bin'), machinePath()].join(delimiter) };
  if (temporalServer) added.TEMPORAL_CLI = await findTemporalCli();
  if (productionServer) added.TEMPORAL_SERVER = await findTemporalServer();
  if (testServer) added.TEMPORAL_TEST_SERVER = await findTemporalTestServer();
  if (browser) added.CHROMIUM = await findBrowser();
  return added;
}

/** Runs a main; a failure written for people is shown as it is, anything else with its stack. */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    say(`\n${error instanceof SetupFailure ? error.message : error.stack}`);
    process.exitCode = 1;
  }
}
