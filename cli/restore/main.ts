// `npm run restore`: into the database that is named, or that of `npm start`, which is started for it where no start runs. One
// that runs more than the servers keeps it from its database.

import { resolve } from 'node:path';
import { readManifest } from '../../records/backup/manifest';
import { progressLine } from '../progress/progressLine';
import { isTakenBy, OF_RESTORE, takeDataFolder } from '../start/dataFolder';
import { startPostgres } from '../start/embeddedPostgres';
import { postgresIn } from '../start/postgresPlace';
import { StartFailure } from '../start/startFailure';
import { SERVERS_ONLY } from '../start/startCommand';
import { ownEngine } from '../token/ownEngine';
import { withOwnEngine } from '../token/ownRecords';
import { requireKeys } from '../token/requireKeys';
import { endWithVerdict } from '../verify/endWithVerdict';
import type { Verdict } from '../verify/verdict';
import {
  isDatabaseUrl,
  readRestoreCommand,
  runRestore,
  runStartCases,
  runTrial,
  type RestoreAsked,
} from './command';

const intoOwnDatabase = async (from: string, asked: RestoreAsked): Promise<Verdict> => {
  // For a mistyped folder no server is made.
  await readManifest(from);
  const { dataFolder, postgresPort } = ownEngine();
  const giveBack = takeDataFolder(dataFolder, OF_RESTORE);
  try {
    const postgres = await startPostgres({
      ...postgresIn(dataFolder),
      port: postgresPort,
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

/** A name is one of the server on which the engine has its database. */
const urlOf = (into: string): string => {
  if (isDatabaseUrl(into)) return into;
  const { databaseUrl } = ownEngine();
  if (databaseUrl === undefined)
    throw new StartFailure(
      `On which server ${into} is, no DATABASE_URL says. Set it, or give --into as a URL. Nothing was changed.`,
    );
  const beside = new URL(databaseUrl);
  beside.pathname = `/${into}`;
  return beside.href;
};

const run = async (): Promise<Verdict> => {
  const asked = readRestoreCommand(process.argv.slice(2));
  const { from, into } = asked;
  if (from === undefined)
    return withOwnEngine(async (engine) => {
      await requireKeys(engine, 'CODEC_KEYS');
      return runStartCases(engine, progressLine);
    }, 10);
  const folder = resolve(from);
  if (into !== undefined)
    return runTrial(folder, urlOf(into), { ...asked, engineUrl: ownEngine().databaseUrl }, progressLine);
  const { databaseUrl, databaseOfStart, dataFolder } = ownEngine();
  const itRuns = !databaseOfStart || isTakenBy(dataFolder, SERVERS_ONLY);
  return databaseUrl !== undefined && itRuns
    ? runRestore(folder, databaseUrl, asked, progressLine)
    : intoOwnDatabase(folder, asked);
};

endWithVerdict(run);
