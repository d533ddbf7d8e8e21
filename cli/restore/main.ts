// `npm run restore`: into the database that is named, or that `npm start` made and that is started for it where it is down.

import { join, resolve } from 'node:path';
import { progressLine } from '../progress/progressLine';
import { takeDataFolder } from '../start/dataFolder';
import { startPostgres } from '../start/embeddedPostgres';
import { ownEngine } from '../token/ownEngine';
import { withOwnEngine } from '../token/ownRecords';
import { endWithVerdict } from '../verify/endWithVerdict';
import type { Verdict } from '../verify/verdict';
import { readRestoreCommand, runRestore, runStartCases, type RestoreAsked } from './command';

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

const run = async (): Promise<Verdict> => {
  const asked = readRestoreCommand(process.argv.slice(2));
  const { from, into } = asked;
  if (from === undefined) return withOwnEngine((engine) => runStartCases(engine, progressLine), 10);
  const folder = resolve(from);
  const { databaseUrl, databaseOfStart } = into === undefined ? ownEngine() : { databaseUrl: into };
  return databaseUrl === undefined || databaseOfStart === true
    ? intoOwnDatabase(folder, asked)
    : runRestore(folder, databaseUrl, asked, progressLine);
};

endWithVerdict(run);
