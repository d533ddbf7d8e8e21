// Starts one program as a child in a process group of its own (so that Ctrl-C in the terminal reaches
// only us, and we end our children in order), with its output in a log file. It never restarts anything.
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartFailure } from './startFailure';

export interface ChildExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Child {
  readonly pid: number;
  /** Settles when the process has ended, however it ended. */
  readonly exited: Promise<ChildExit>;
  readonly running: () => boolean;
  /** The last lines it wrote since it was started, for a message about its failure. */
  readonly outputTail: (lines?: number) => string;
  /** Asks it to end, waits, and ends it by force when it does not. */
  readonly stop: (signal?: NodeJS.Signals, graceMs?: number) => Promise<ChildExit>;
  /** Ends it at once, as a crash would. */
  readonly kill: () => void;
}

export interface ChildOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Another account to run as; only root can ask for it. */
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
}

const LARGEST_LOG = 10 * 1024 * 1024;
/** Of a line in a message about a failure: some programs write a whole stack into one. */
const LONGEST_LINE = 400;

/** Opens a log for appending; a large one is put aside first, so that logs cannot fill the disk. */
function openLog(path: string): { fd: number; from: number } {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && statSync(path).size > LARGEST_LOG) renameSync(path, `${path}.1`);
  const from = existsSync(path) ? statSync(path).size : 0;
  return { fd: openSync(path, 'a', 0o640), from };
}

const children = new Set<ChildProcess>();

/** Ends all that run at once, as a crash would: for a program that must go, and whose servers hold nothing that is kept. */
export function killChildren(): void {
  for (const child of children) child.kill('SIGKILL');
}

export function startChild(options: ChildOptions): Promise<Child> {
  const { fd, from } = openLog(options.logFile);
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', fd, fd],
    detached: true,
    ...(options.account && { uid: options.account.uid, gid: options.account.gid }),
  });
  closeSync(fd);
  children.add(child);

  let ended = false;
  const exited = new Promise<ChildExit>((resolve) => {
    child.once('exit', (code, signal) => {
      ended = true;
      children.delete(child);
      resolve({ code, signal });
    });
  });

  const outputTail = (lines = 15): string => {
    const written = readFileSync(options.logFile).subarray(from).toString('utf8');
    const last = written.trimEnd().split('\n').slice(-lines);
    return last.map((line) => line.slice(0, LONGEST_LINE)).join('\n');
  };

  const stop = async (signal: NodeJS.Signals = 'SIGTERM', graceMs = 10_000): Promise<ChildExit> => {
    if (!ended) child.kill(signal);
    const force = setTimeout(() => child.kill('SIGKILL'), graceMs);
    const exit = await exited;
    clearTimeout(force);
    return exit;
  };

  return new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(new StartFailure(`${options.command} could not be started: ${error.message}`)),
    );
    child.once('spawn', () => {
      const { pid } = child;
      if (pid === undefined) return;
      resolve({
        pid,
        exited,
        running: () => !ended,
        outputTail,
        stop,
        kill: () => void child.kill('SIGKILL'),
      });
    });
  });
}

/** Asks again and again until the answer is yes; fails as soon as the child has ended, or after the time limit. */
export async function untilReady(
  child: Child,
  what: string,
  ready: () => Promise<boolean>,
  limitMs: number,
): Promise<void> {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    if (!child.running()) throw new StartFailure(`${what} ended while starting:\n${child.outputTail()}`);
    if (await ready()) return;
    await pause(50);
  }
  throw new StartFailure(`${what} did not answer within ${limitMs / 1000} s:\n${child.outputTail()}`);
}
