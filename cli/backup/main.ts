// `npm run backup -- [--to <folder>]`: a backup of the records of a running `npm start`, or of DATABASE_URL, while it runs.
// What a backup holds is decided by the records.

import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ownCommand } from '../commandLine/ownCommand';
import { makeBackup, nameOfBackup } from '../../records/backup/makeBackup';
import { progressLine } from '../progress/progressLine';
import { counted, whole } from '../progress/whole';
import { interruption } from '../start/interruption';
import { StartFailure } from '../start/startFailure';
import { withOwnEngine, type OpenedEngine } from '../token/ownRecords';
import { endWithVerdict } from '../verify/endWithVerdict';
import { sayBroken } from '../verify/sayBroken';
import type { Verdict } from '../verify/verdict';
import { verifyInThreads } from '../verify/verifyInThreads';

const readBackupCommand = (args: readonly string[]): { readonly to?: string } =>
  ownCommand(
    'backup',
    'Writes everything that the database holds, as of one moment, into a new folder; the engine may run',
  )
    .option(
      '--to <folder>',
      'the folder to make, in one that is there; else one named after the moment, in backups/ of the data folder',
    )
    .parse([...args], { from: 'user' })
    .opts();

/** A mistyped path, or a disk that is not mounted, would otherwise be made: the backup must not lie where nobody looks for it. */
const requireParent = (to: string): void => {
  const parent = dirname(resolve(to));
  if (existsSync(parent)) return;
  throw new StartFailure(
    `There is no folder ${parent}, in which --to is to make one: put the path right, mount its disk, or make that folder first. Nothing was changed.`,
  );
};

/**
 * One that is broken is kept all the same: what is sound in it may be all that there is. Its seal would say nothing. The
 * database is read, a moment after the backup: what was altered in between is not in it.
 */
const sealOrWhatIsBroken = async (
  { databaseUrl, database }: Pick<OpenedEngine, 'databaseUrl' | 'database'>,
  seal: string,
): Promise<Verdict> => {
  const { broken } = await verifyInThreads({
    databaseUrl,
    database,
    progress: progressLine('events checked'),
  });
  if (broken.length === 0) return { lines: [`The seal of all chains is ${seal}.`], sound: true };
  return {
    lines: [
      ...sayBroken(
        broken,
        'it was found so right after the backup was made, which most likely holds it so too.',
      ),
      'Keep the backups from before this one; docs/operations.md, "The chain is broken".',
    ],
    sound: false,
  };
};

endWithVerdict(async () => {
  const { to } = readBackupCommand(process.argv.slice(2));
  if (to !== undefined) requireParent(to);
  return await withOwnEngine(async (engine) => {
    const { databaseUrl, dataFolder } = engine;
    const folder = resolve(to ?? join(dataFolder, 'backups', nameOfBackup(new Date())));
    const signal = interruption();
    const { events, cases, tables, seal } = await makeBackup({
      databaseUrl,
      folder,
      progress: progressLine('rows written'),
      signal,
    });
    const bytes = tables.reduce((sum, table) => sum + table.bytes, 0);
    // It is there, whatever comes of the check.
    console.log(
      `The backup is in ${folder}: ${counted(cases, 'case')} with ${counted(events, 'event')} (${whole(Math.ceil(bytes / 1024))} KiB).`,
    );
    console.log('It holds no key: keep MASTER_KEYS apart from it, or nobody can read the particulars in it.');
    signal.addEventListener('abort', () => {
      console.error('Interrupted: the backup is there, and its chains were not checked.');
      process.exit(1);
    });
    return await sealOrWhatIsBroken(engine, seal);
  });
});
