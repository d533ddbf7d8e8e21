// Which Temporal development server is good enough, and the ways to get one.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findProgram } from './findProgram.mjs';
import { SetupFailure } from './report.mjs';
import { findOnPath, runTool, toolEnvironment } from './runTool.mjs';
import { downloadWithSdk } from './sdkDownload.mjs';
import { SDK_VERSION } from './versions.mjs';

// The newest that `go install` takes: later ones replace modules, which it refuses.
const CLI_VERSION = 'v1.5.1';
// The first server whose update-with-start needs no switch.
const OLDEST_SERVER = [1, 28];

async function fault(program) {
  try {
    const { stdout } = await promisify(execFile)(program, ['--version'], { timeout: 20_000 });
    const found = /Server (\d+)\.(\d+)/.exec(stdout);
    if (!found) return `its --version names no server: ${stdout.split('\n')[0].slice(0, 80)}`;
    const [major, minor] = [Number(found[1]), Number(found[2])];
    const old = major < OLDEST_SERVER[0] || (major === OLDEST_SERVER[0] && minor < OLDEST_SERVER[1]);
    return old ? `its server ${major}.${minor} is older than ${OLDEST_SERVER.join('.')}` : undefined;
  } catch (error) {
    return `it does not run (${error.code ?? error.message})`;
  }
}

async function goInstall(folder, cache) {
  const go = findOnPath('go');
  if (!go) throw new SetupFailure('there is no "go" on the search path');
  const env = { ...toolEnvironment(cache), GOBIN: folder };
  const args = [
    'install',
    '-v',
    '-trimpath',
    '-ldflags=-s -w',
    `github.com/temporalio/cli/cmd/temporal@${CLI_VERSION}`,
  ];
  await runTool(go, args, { env, cwd: folder });
}

const server = {
  name: 'temporal-cli',
  title: 'Temporal development server',
  variable: 'TEMPORAL_CLI',
  onPath: 'temporal',
  fault,
  ways: [
    {
      title: "the SDK's own download",
      duration: 'up to 2 minutes; gives up soon on a closed network',
      version: `sdk-${SDK_VERSION}`,
      program: 'temporal',
      make: (folder) => downloadWithSdk('createLocal', folder, 'temporal'),
    },
    {
      title: `building ${CLI_VERSION} with Go`,
      duration: 'about 5 minutes on 2 cores, once for this user',
      version: CLI_VERSION,
      program: 'temporal',
      make: goInstall,
    },
  ],
  remedy:
    'open the network and run this again; or install Go 1.24 or newer and run this again; or install the Temporal ' +
    'command line yourself, so that "temporal" is on the search path or TEMPORAL_CLI names it; or set ' +
    'TEMPORAL_ADDRESS to a server that runs elsewhere (npm start only).',
};

export const findTemporalCli = () => findProgram(server);
