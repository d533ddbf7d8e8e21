// Takes the data folder for one `npm start` at a time: two on the same data would write over each other. A
// lock left by a start that was killed is taken over.
import { accessSync, constants, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { livingOwner } from './orphan';
import { StartFailure } from './startFailure';

function makeWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new StartFailure(
      `The data folder ${folder} cannot be written by this user (${code}). ` +
        'Give it to this user, or set DATA_DIR to a folder that can be written.',
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

/** `mark` stands in the command line of every `npm start`. Returns what gives the folder back. */
export function takeDataFolder(folder: string, mark: string): () => void {
  makeWritable(folder);
  const lock = join(folder, 'start.lock');
  if (!take(lock)) {
    const other = livingOwner(lock, mark);
    if (other === undefined) rmSync(lock, { force: true });
    if (other !== undefined || !take(lock))
      throw new StartFailure(
        `Another "npm start"${other === undefined ? '' : ` (process ${other})`} is running on the data in ${folder}. ` +
          'Stop it first, or set DATA_DIR and the ports to others to run a second one beside it.',
      );
  }
  return () => rmSync(lock, { force: true });
}
