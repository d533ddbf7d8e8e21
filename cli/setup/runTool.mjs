// Runs somebody else's program (npm, go, mvn) with signs of life, and ends it and all it started when we
// are interrupted, so that a set-up can be stopped at any moment. It does not judge what the tool made.
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { delimiter, join, resolve, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { SetupFailure, signsOfLife } from './report.mjs';

export const CLONE = resolve(import.meta.dirname, '../..');
export const NODE_24 = join(CLONE, 'node_modules', 'node', 'bin', 'node');
/** What it is given to run our sources as they stand. */
export const RUN_SOURCES = ['--require', join(CLONE, 'cli/setup/typescript.cjs')];

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const living = new Set();

function interrupted(signal) {
  for (const child of living) {
    try {
      process.kill(-child.pid, 'SIGTERM');
    } catch {
      // It has just ended by itself.
    }
  }
  process.stderr.write('\nInterrupted. Running the same command again carries on from here.\n');
  process.exit(signal === 'SIGINT' ? 130 : 143);
}

function watchOver(child) {
  if (living.size === 0) for (const signal of SIGNALS) process.on(signal, interrupted);
  living.add(child);
}

function forget(child) {
  living.delete(child);
  if (living.size === 0) for (const signal of SIGNALS) process.removeListener(signal, interrupted);
}

/** The search path without this clone's own programs: tools must find the machine's Node, not ours. */
export function machinePath() {
  const ours = join(CLONE, 'node_modules') + sep;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && !resolve(folder).startsWith(ours))
    .join(delimiter);
}

/** A name that is a whole path stands for itself. */
export function findOnPath(name) {
  for (const folder of machinePath().split(delimiter)) {
    const path = resolve(folder, name);
    try {
      accessSync(path, constants.X_OK);
      if (statSync(path).isFile()) return path;
    } catch {
      // Not here.
    }
  }
  return undefined;
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return folder !== '/';
  } catch {
    return false;
  }
}

export const homeIsWritable = () => isWritable(homedir());

/** Tools keep their own caches in the home folder; an account without one gets a stand-in. */
export function toolEnvironment(cache) {
  const standIn = join(cache, 'home');
  const home = homeIsWritable() ? homedir() : standIn;
  if (home === standIn) mkdirSync(standIn, { recursive: true });
  const env = { ...process.env, PATH: machinePath(), HOME: home };
  if (isWritable(userInfo().homedir)) return env;
  // Java asks the list of accounts for the home folder, not the environment.
  return { ...env, MAVEN_OPTS: `${env.MAVEN_OPTS ?? ''} -Duser.home=${home}`.trim() };
}

/**
 * Resolves with what it wrote; rejects with the tail of it. `giveUp` is asked every second and may
 * return a reason to end the tool.
 */
export function runTool(command, args, { env, cwd, giveUp = () => undefined } = {}) {
  return new Promise((done, reject) => {
    const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let output = '';
    let reason;
    const hear = (data) => {
      output = (output + stripVTControlCharacters(String(data))).slice(-100_000);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    watchOver(child);
    const quiet = signsOfLife(() => output.trimEnd().split('\n').at(-1) ?? '');
    const watch = setInterval(() => {
      reason ??= giveUp();
      if (reason !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, 1_000);
    const settle = () => {
      clearInterval(watch);
      quiet();
      forget(child);
    };
    child.once('error', (error) => {
      settle();
      reject(new SetupFailure(`${command} could not be run: ${error.message}`));
    });
    child.once('close', (code, signal) => {
      settle();
      if (code === 0) return done(output);
      const tail = output.trimEnd().split('\n').slice(-8).join('\n');
      const failure = new SetupFailure(
        reason ?? `${command} ended with ${signal ?? `code ${code}`}:\n${tail}`,
      );
      reject(Object.assign(failure, { output }));
    });
  });
}
