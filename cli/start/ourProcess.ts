// Starts the worker or the API as a process of its own, ready when its own question is answered. What it
// needs to know it gets by its environment, as it would in production.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLONE } from './clone';
import { startChild, untilReady } from './childProcess';
import type { Service } from './keepRunning';
import { endOrphan } from './orphan';
import { RUN_SOURCES } from './ownSources';

const READY_LIMIT_MS = 60_000;
/** The worker lets activities that are under way finish first. */
const STOP_LIMIT_MS = 20_000;

const FOLDERS = { API: 'api', worker: 'worker' } as const;
export type ProgramPart = keyof typeof FOLDERS;

/**
 * For Node, as docker-compose.yml gives them too. The API clears its youngest memory often and in two milliseconds, not seldom and
 * in fifteen: everybody who asks meanwhile waits for it.
 */
export const NODE_FLAGS: Readonly<Record<ProgramPart, readonly string[]>> = {
  API: ['--max-semi-space-size=4'],
  worker: [],
};

/** Where the programs are: sources, or compiled by the build. */
export interface Programs {
  readonly folder: string;
  readonly compiled: boolean;
}

const OWN_SOURCES: Programs = { folder: CLONE, compiled: false };

/** It stands in the command line of the process. */
const mainOf = (name: ProgramPart, { folder, compiled }: Programs): string =>
  join(folder, FOLDERS[name], compiled ? 'main.js' : 'main.ts');

export interface OurProcess {
  readonly name: ProgramPart;
  readonly env: NodeJS.ProcessEnv;
  readonly dataFolder: string;
  readonly ready: () => Promise<boolean>;
  /** The sources of this clone when nothing is said. */
  readonly programs?: Programs | undefined;
  /** Tells several of the same part apart, from 1. */
  readonly copy?: number | undefined;
}

export interface RunningProcess extends Service {
  readonly pid: number;
  readonly kill: () => void;
}

const fileNameOf = (name: ProgramPart, copy = 1): string =>
  copy === 1 ? name.toLowerCase() : `${name.toLowerCase()}-${copy}`;

const pidFile = (name: ProgramPart, dataFolder: string, copy?: number): string =>
  join(dataFolder, `${fileNameOf(name, copy)}.pid`);

/** Ends the one that a killed start has left behind on the same data. */
export async function endOrphanProcess(
  name: ProgramPart,
  dataFolder: string,
  say: (line: string) => void,
  { programs = OWN_SOURCES, copy }: Pick<OurProcess, 'programs' | 'copy'> = {},
): Promise<void> {
  if (await endOrphan(pidFile(name, dataFolder, copy), mainOf(name, programs), 'SIGTERM', STOP_LIMIT_MS))
    say(`The ${name} left behind by an earlier start was stopped.`);
}

export async function startOurProcess(options: OurProcess): Promise<RunningProcess> {
  const { name, env, dataFolder, ready, programs = OWN_SOURCES, copy } = options;
  const main = mainOf(name, programs);
  const child = await startChild({
    command: process.execPath,
    args: [...NODE_FLAGS[name], ...(programs.compiled ? [] : RUN_SOURCES), main],
    cwd: programs.folder,
    env,
    logFile: join(dataFolder, 'logs', `${fileNameOf(name, copy)}.log`),
  });
  const noted = pidFile(name, dataFolder, copy);
  writeFileSync(noted, String(child.pid));
  const stop = async (): Promise<void> => {
    await child.stop('SIGTERM', STOP_LIMIT_MS);
    rmSync(noted, { force: true });
  };
  try {
    await untilReady(child, `The ${name}`, ready, READY_LIMIT_MS);
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid: child.pid, exited: child.exited, outputTail: child.outputTail, stop, kill: child.kill };
}
