// Installs the project's npm packages when they are missing or are not those of package-lock.json, and
// makes sure that the pinned Node, whose binary is fetched by an install script, really is there.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from './cache.mjs';
import { withLock } from './lock.mjs';
import { say, seconds, SetupFailure } from './report.mjs';
import { CLONE, findOnPath, NODE_24, runTool, toolEnvironment } from './runTool.mjs';
import { NODE_VERSION } from './versions.mjs';

const MODULES = join(CLONE, 'node_modules');
const STAMP = join(MODULES, '.rapid-review-installed');

const digest = (text) => createHash('sha256').update(text).digest('hex');
const lockHash = () => digest(readFileSync(join(CLONE, 'package-lock.json')));
const stamped = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockHash();

/** Whether npm's own record of what it put there agrees with the lock file: then somebody ran npm ci. */
function installedByHand() {
  const record = join(MODULES, '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(CLONE, 'package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(readFileSync(record, 'utf8')).packages;
  const same = ([path, { version }]) => found[path]?.version === version;
  const needed = Object.entries(wanted).filter(([path, entry]) => path !== '' && !entry.optional);
  return needed.every(same) && Object.keys(found).every((path) => path in wanted);
}

/** Of the machine, as the project needs it. */
export async function runNpm(args, cache) {
  const onPath = findOnPath('npm');
  const given = process.env.npm_execpath;
  if (!onPath && !given)
    throw new SetupFailure('There is no "npm" on the search path. Install Node 20 with npm.');
  const [command, first] = onPath ? [onPath, []] : [process.execPath, [given]];
  // The fetches are its signs of life; the other two must not come from the user's own configuration.
  const always = ['--loglevel=http', '--ignore-scripts=false', '--include=dev'];
  await runTool(command, [...first, ...args, ...always], { cwd: CLONE, env: toolEnvironment(cache) });
}

async function nodeFault() {
  try {
    const { stdout } = await promisify(execFile)(NODE_24, ['--version']);
    return stdout.trim() === `v${NODE_VERSION}` ? undefined : `it is ${stdout.trim()}`;
  } catch (error) {
    return `it does not run (${error.code ?? error.message})`;
  }
}

async function ensureNode(cache) {
  if ((await nodeFault()) === undefined) return;
  say(`- The pinned Node ${NODE_VERSION} is not there: running its install script again (about 10 s)`);
  const failure = await runNpm(['rebuild', 'node'], cache).catch((error) => error);
  const wrong = await nodeFault();
  if (wrong === undefined) return;
  throw new SetupFailure(
    `Node ${NODE_VERSION} was expected at ${NODE_24}, but ${wrong}. npm fetches it in the install script of the ` +
      `package "node".${failure ? `\n${failure.message}` : ''}\nWhat to do: see that npm may run install scripts ` +
      '(npm config get ignore-scripts) and reaches its registry, remove node_modules, and run this again.',
  );
}

async function install(cache) {
  if (stamped()) return; // Another set-up did it while we waited.
  if (!installedByHand()) {
    const start = Date.now();
    say('- Project packages: npm ci (about a minute, the first time up to three)');
    try {
      await runNpm(['ci', '--no-audit', '--no-fund'], cache);
    } catch (error) {
      // npm leaves the binaries of other platforms out of a lock that is written where they are not to be had.
      const remedy = error.output?.includes('from lock file')
        ? 'complete the lock file (node cli/setup/completeLock.mjs)'
        : 'see that npm reaches its registry and that this folder can be written';
      const said = error.output?.split('\n').filter((line) => line.startsWith('npm error'));
      const reason = said?.length > 0 ? said.slice(0, 6).join('\n') : error.message;
      throw new SetupFailure(
        `The project's packages could not be installed. Tried npm ci:\n${reason}\n` +
          `What to do: ${remedy}, and run this again.`,
      );
    }
    say(`  done in ${seconds(start)}`);
  }
  await ensureNode(cache);
  writeFileSync(STAMP, lockHash());
}

export async function ensurePackages() {
  if (stamped() && existsSync(NODE_24)) return;
  const cache = cacheFolder();
  mkdirSync(join(cache, 'locks'), { recursive: true });
  await withLock(join(cache, 'locks', `${digest(CLONE).slice(0, 12)}.lock`), () => install(cache));
}
