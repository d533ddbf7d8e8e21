// Ends a server that an earlier, hard-killed start has left behind on the same data. It ends a process
// only when its command line names that data, so a process id used again by a stranger is left alone.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function commandLine(pid: number): string {
  const proc = `/proc/${pid}/cmdline`;
  try {
    if (existsSync(proc)) return readFileSync(proc, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** The id of a living process that the file names and whose command line contains `mark`. */
export function livingOwner(pidFile: string, mark: string): number | undefined {
  if (!existsSync(pidFile)) return undefined;
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  return pid > 1 && isAlive(pid) && commandLine(pid).includes(mark) ? pid : undefined;
}

/** Returns whether there was one. */
export async function endOrphan(
  pidFile: string,
  mark: string,
  signal: NodeJS.Signals,
  graceMs = 15_000,
): Promise<boolean> {
  const pid = livingOwner(pidFile, mark);
  if (pid === undefined) return false;
  process.kill(pid, signal);
  const end = Date.now() + graceMs;
  while (livingOwner(pidFile, mark) === pid) {
    if (Date.now() > end) process.kill(pid, 'SIGKILL');
    await pause(50);
  }
  return true;
}
