// `npm run restore`: into the database that is named, or that `npm start` made and that is started for it where it is down.

import { join, resolve } from 'node:path';
import { TemporalAway } from '../cases/openTemporal';
import { progressLine } from '../progress/progressLine';
import { takeDataFolder } from '../start/dataFolder';
import { startPostgres } from '../start/embeddedPostgres';
import { ownEngine } from '../token/ownEngine';
import { sentenceOfFailure, withOwnEngine } from '../token/ownRecords';
import type { Verdict } from '../verify/verdict';
import { readRestoreCommand, RestoreMisread, runRestore, runStartCases, type RestoreAsked } from './command';

/** In the command line of every `npm start`. */
const START = resolve(__dirname, '../start/main.ts');

const intoOwnDatabase = async (from: string, asked: RestoreAsked): Promise<Verdict> => {
  const { dataFolder, postgresPort } = ownEngine();
  const giveBack = takeDataFolder(dataFolder, START);
  try {
    const postgres = await startPostgres({
      dataFolder: join(dataFolder, 'postgres'),
      port: postgresPort,
      logFile: join(dataFolder, 'logs', 'postgres.log'),
      say: (line) => console.error(line),
    });
    try {
      return await runRestore(from, postgres.url, asked, progressLine);
    } finally {
      await postgres.stop();
    }
  } finally {
    giveBack();
  }
};

const run = async (): Promise<void> => {
  const asked = readRestoreCommand(process.argv.slice(2));
  const { from, into } = asked;
  const restore = async (folder: string): Promise<Verdict> => {
    const { databaseUrl, databaseOfStart } = into === undefined ? ownEngine() : { databaseUrl: into };
    return databaseUrl === undefined || databaseOfStart === true
      ? intoOwnDatabase(folder, asked)
      : runRestore(folder, databaseUrl, asked, progressLine);
  };
  const { lines, sound } =
    from === undefined
      ? await withOwnEngine((engine) => runStartCases(engine, progressLine), 10)
      : await restore(resolve(from));
  for (const line of lines) console.log(line);
  if (!sound) process.exitCode = 1;
};

run().catch((error: unknown) => {
  console.error(
    sentenceOfFailure(error, (one) =>
      one instanceof RestoreMisread || one instanceof TemporalAway ? one.message : undefined,
    ),
  );
  process.exitCode = 1;
});
