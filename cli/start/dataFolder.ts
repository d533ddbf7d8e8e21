// Takes the data folder for one start at a time: two on the same data would write over each other. A lock left by a start
// that was killed is taken over. What is started on it, the caller knows.
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { livingOwner } from './orphan';
import { StartFailure } from './startFailure';

/** Who works on such a folder, and how a refusal speaks of where else the data may be. */
export interface StartingCommand {
  /** By what stands in the command lines of each, from whichever clone or build it is started. */
  readonly programs: Readonly<Record<string, string>>;
  readonly otherFolder: string;
  /** After "is running on the data": a sentence or two. */
  readonly whatThen: string;
}

const orBeside = (other: string): string => `Stop it first, or ${other} to run a second one beside it.`;

export const OF_START: StartingCommand = {
  programs: {
    'npm start': join('cli', 'start', 'main.'),
    // Without one running, it starts the database by itself.
    'npm run restore': join('cli', 'restore', 'main.'),
  },
  otherFolder: 'set DATA_DIR to a folder that can be written',
  whatThen: orBeside('set DATA_DIR and the ports to others'),
};
/** A restore starts the database of `npm start` by itself, and never one that holds something. */
export const OF_RESTORE: StartingCommand = {
  ...OF_START,
  whatThen:
    'Stop it, move its database away (docs/operations.md, "Restoring"), run "npm start -- --servers-only", and restore again. ' +
    'Nothing was changed.',
};
export const OF_STACK: StartingCommand = {
  programs: { 'npm run stack': join('cli', 'stack', 'main.') },
  otherFolder: 'name with --folder one that can be written',
  whatThen: orBeside('name another folder with --folder and set the ports to others'),
};

/**
 * Returns the first folder that was made on the way, if any was. Not by `recursive`: where a folder says that a new one in it is not there
 * (as `/proc` does), Node tries again without end.
 */
function makeFolder(folder: string): string | undefined {
  const missing: string[] = [];
  for (let each = folder; !existsSync(each); each = dirname(each)) missing.unshift(each);
  for (const each of missing)
    try {
      mkdirSync(each);
    } catch (error) {
      // Another start may make it at the same time.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  return missing[0];
}

/** Returns as `makeFolder` does. */
function makeWritable(folder: string, { otherFolder }: StartingCommand): string | undefined {
  try {
    const made = makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
    return made;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new StartFailure(
      `The data folder ${folder} cannot be written by this user (${code}). ` +
        `Give it to this user, or ${otherFolder}.`,
    );
  }
}

function take(lock: string): boolean {
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, lock); // Appears with its content, and fails when there is one.
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    throw new StartFailure(
      `On the data in ${dirname(lock)} two starts could not be kept apart: the file system there takes no hard link (${code ?? 'unknown error'}). ` +
        'Name a folder on another one.',
    );
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Nothing where it was given back just now. */
function textOf(lock: string): string | undefined {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Moves a lock of nobody aside. Two starts may have judged the same one so, and the quicker has its own in that place by now:
 * removed by its name alone, that would be gone and both would run. What does not say what was judged is put back.
 */
function clear(lock: string, judged: string): void {
  const aside = `${lock}.${process.pid}.aside`;
  try {
    renameSync(lock, aside);
    if (textOf(aside) !== judged) linkSync(aside, lock);
  } catch {
    // Somebody else cleared it first: the next try to take it shows whether it is free.
  }
  rmSync(aside, { force: true });
}

const lockOf = (folder: string): string => join(folder, 'start.lock');

/** Whether a start runs on the folder that has `mark` in its command line. */
export const isTakenBy = (folder: string, mark: string): boolean =>
  livingOwner(lockOf(folder), mark) !== undefined;

const runningOn = (lock: string, { programs }: StartingCommand): string | undefined => {
  for (const [name, mark] of Object.entries(programs)) {
    const owner = livingOwner(lock, mark);
    if (owner !== undefined) return `"${name}" (process ${owner})`;
  }
  return undefined;
};

/** A start that was refused leaves no folder behind that it found no use for. */
function removeEmpty(folder: string, made: string | undefined): void {
  if (made === undefined) return;
  try {
    for (let empty = folder; empty.startsWith(made); empty = dirname(empty)) rmdirSync(empty);
  } catch {
    // Something stands in it by now.
  }
}

/** Returns what gives the folder back. */
export function takeDataFolder(folder: string, command: StartingCommand): () => void {
  const made = makeWritable(folder, command);
  const lock = lockOf(folder);
  if (!take(lock)) {
    // Read before it is judged: what comes into its place meanwhile is then another.
    const judged = textOf(lock);
    const other = runningOn(lock, command);
    if (other === undefined && judged !== undefined) clear(lock, judged);
    if (other !== undefined || !take(lock))
      throw new StartFailure(
        `${other === undefined ? 'Another command' : `Another ${other}`} is running on the data in ${folder}. ` +
          command.whatThen,
      );
  }
  return () => {
    rmSync(lock, { force: true });
    removeEmpty(folder, made);
  };
}
