// Which Temporal server for production is good enough, with its schema tool beside it, and the ways to get both. Only
// `npm run stack` and what runs on it need them; everything else runs on the development server.
import { execFile } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from './findProgram.mjs';
import { SetupFailure } from './report.mjs';
import { findOnPath, runTool, toolEnvironment } from './runTool.mjs';

/** The one of docker-compose.yml. */
const SERVER_VERSION = '1.31.2';
const MODULE = 'go.temporal.io/server';
const SCHEMA_TOOL = 'temporal-sql-tool';

async function versionFault(program) {
  try {
    const { stdout } = await promisify(execFile)(program, ['--version'], { timeout: 20_000 });
    const found = /version (\d+\.\d+\.\d+)/.exec(stdout);
    if (found?.[1] === SERVER_VERSION) return undefined;
    return `it is ${found ? found[1] : 'of a version that it does not name'}, and ${SERVER_VERSION} is wanted`;
  } catch (error) {
    return `it does not run (${error.code ?? error.message})`;
  }
}

async function fault(program) {
  const tool = join(dirname(program), SCHEMA_TOOL);
  if (!existsSync(tool)) return `there is no ${SCHEMA_TOOL} beside it`;
  return (await versionFault(program)) ?? (await versionFault(tool));
}

async function goInstall(folder, cache) {
  const go = findOnPath('go');
  if (!go) throw new SetupFailure('there is no "go" on the search path');
  const env = { ...toolEnvironment(cache), GOBIN: folder, CGO_ENABLED: '0' };
  const made = [
    ['cmd/server', 'server', 'temporal-server'],
    ['cmd/tools/sql', 'sql', SCHEMA_TOOL],
  ];
  for (const [path, name, wanted] of made) {
    const args = ['install', '-v', '-trimpath', '-ldflags=-s -w', `${MODULE}/${path}@v${SERVER_VERSION}`];
    await runTool(go, args, { env, cwd: folder });
    renameSync(join(folder, name), join(folder, wanted));
  }
}

const server = {
  name: 'temporal-server',
  title: 'Temporal server',
  variable: 'TEMPORAL_SERVER',
  onPath: 'temporal-server',
  fault,
  ways: [
    {
      title: `building v${SERVER_VERSION} with Go`,
      duration: 'about 8 minutes on 2 cores, once for this user',
      version: `v${SERVER_VERSION}`,
      program: 'temporal-server',
      make: goInstall,
    },
  ],
  remedy:
    `install Go 1.26 or newer and run this again; or put temporal-server and ${SCHEMA_TOOL} ${SERVER_VERSION} into one ` +
    'folder and let TEMPORAL_SERVER name the first.',
};

export const findTemporalServer = () => findProgram(server);
