// Starts the worker or the API as a process of its own, ready when its own question is answered. What it
// needs to know it gets by its environment, as it would in production.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startChild, untilReady } from './childProcess';
import type { Service } from './keepRunning';
import { endOrphan } from './orphan';

export const CLONE = resolve(__dirname, '../..');
const READY_LIMIT_MS = 60_000;
/** The worker lets activities that are under way finish first. */
const STOP_LIMIT_MS = 20_000;

const mains = { API: join(CLONE, 'api', 'main.ts'), worker: join(CLONE, 'worker', 'main.ts') } as const;
export type ProgramPart = keyof typeof mains;

export interface OurProcess {
  readonly name: ProgramPart;
  readonly env: NodeJS.ProcessEnv;
  readonly dataFolder: string;
  readonly ready: () => Promise<boolean>;
}

export interface RunningProcess extends Service {
  readonly pid: number;
  readonly kill: () => void;
}

const pidFile = (name: ProgramPart, dataFolder: string): string =>
  join(dataFolder, `${name.toLowerCase()}.pid`);

/** Ends the one that a killed start has left behind on the same data. */
export async function endOrphanProcess(
  name: ProgramPart,
  dataFolder: string,
  say: (line: string) => void,
): Promise<void> {
  if (await endOrphan(pidFile(name, dataFolder), mains[name], 'SIGTERM', STOP_LIMIT_MS))
    say(`The ${name} left behind by an earlier start was stopped.`);
}

export async function startOurProcess(options: OurProcess): Promise<RunningProcess> {
  const { name, env, dataFolder, ready } = options;
  const child = await startChild({
    command: process.execPath,
    args: ['--import', 'tsx', mains[name]],
    cwd: CLONE,
    env,
    logFile: join(dataFolder, 'logs', `${name.toLowerCase()}.log`),
  });
  writeFileSync(pidFile(name, dataFolder), String(child.pid));
  const stop = async (): Promise<void> => {
    await child.stop('SIGTERM', STOP_LIMIT_MS);
  };
  try {
    await untilReady(child, `The ${name}`, ready, READY_LIMIT_MS);
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid: child.pid, exited: child.exited, outputTail: child.outputTail, stop, kill: child.kill };
}
