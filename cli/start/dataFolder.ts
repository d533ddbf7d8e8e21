// Takes the data folder for one start at a time: two on the same data would write over each other. A lock left by a start
// that was killed is taken over. What is started on it, the caller knows.
import { accessSync, constants, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { livingOwner } from './orphan';
import { StartFailure } from './startFailure';

/** How a refusal speaks of the command, and of where else its data may be. */
export interface StartingCommand {
  readonly name: string;
  readonly otherFolder: string;
  readonly besides: string;
}

export const OF_START: StartingCommand = {
  name: 'npm start',
  otherFolder: 'set DATA_DIR to a folder that can be written',
  besides: 'set DATA_DIR and the ports to others',
};
export const OF_STACK: StartingCommand = {
  name: 'npm run stack',
  otherFolder: 'name with --folder one that can be written',
  besides: 'name another folder with --folder and set the ports to others',
};

function makeWritable(folder: string, { otherFolder }: StartingCommand): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
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
  } catch {
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

const lockOf = (folder: string): string => join(folder, 'start.lock');

/** Whether a start runs on the folder that has `mark` in its command line. */
export const isTakenBy = (folder: string, mark: string): boolean =>
  livingOwner(lockOf(folder), mark) !== undefined;

/** `mark` stands in the command line of every such start. Returns what gives the folder back. */
export function takeDataFolder(folder: string, mark: string, command: StartingCommand): () => void {
  makeWritable(folder, command);
  const lock = lockOf(folder);
  if (!take(lock)) {
    const other = livingOwner(lock, mark);
    if (other === undefined) rmSync(lock, { force: true });
    if (other !== undefined || !take(lock))
      throw new StartFailure(
        `Another "${command.name}"${other === undefined ? '' : ` (process ${other})`} is running on the data in ${folder}. ` +
          `Stop it first, or ${command.besides} to run a second one beside it.`,
      );
  }
  return () => rmSync(lock, { force: true });
}
