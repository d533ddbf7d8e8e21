// The figures of a change of the calendar: a preview over a hundred thousand open cases, and how fast open cases follow.
// Database and server are brought up for it and thrown away.

import { join } from 'node:path';
import { databaseForPlay } from '../../cli/demo/databaseForPlay';
import { freePort } from '../../cli/start/freePort';
import { startTemporalServer } from '../../cli/start/temporalServer';
import { inThrowawayFolder } from '../../cli/start/throwawayFolder';
import { keyRingOf } from '../../platform/encryption/keyRing';
import { connect } from '../../records/connect';
import { createRecords } from '../../records/createRecords';
import { say } from '../comparisonLibraries';
import { machine, type Machine } from '../machine';
import { temporalCli } from '../setUp';
import { acceptFigures, type AcceptFigures } from './acceptFigures';
import { previewFigures, type PreviewFigures } from './previewFigures';

const OPEN_CASES = 100_000;
const RUNNING_CASES = 400;

export interface RecomputeFigures {
  readonly machine: Machine;
  readonly preview: PreviewFigures;
  readonly accept: AcceptFigures;
}

const withRecords = async <T>(
  folder: string,
  work: (
    records: ReturnType<typeof createRecords>,
    database: ReturnType<typeof connect>,
    url: string,
  ) => Promise<T>,
): Promise<T> => {
  const database = await databaseForPlay(process.env['DATABASE_URL'], folder);
  const connection = connect(database.url);
  const records = createRecords(connection, {
    master: keyRingOf([{ id: 'bench', bytes: Buffer.alloc(32, 1) }]),
  });
  try {
    return await work(records, connection, database.url);
  } finally {
    await connection.destroy();
    await database.remove();
  }
};

export const recomputeFigures = (): Promise<RecomputeFigures> =>
  inThrowawayFolder(async (folder) => {
    const preview = await withRecords(join(folder, 'preview'), (records, database, url) =>
      previewFigures(records, database, url, OPEN_CASES),
    );
    say(`- Starting Temporal's development server`);
    // Without a database file, as it starts by itself: what is measured is not the disk.
    const logFile = join(folder, 'temporal.log');
    const server = await startTemporalServer({
      executable: await temporalCli(),
      port: await freePort(),
      logFile,
    });
    try {
      const accept = await withRecords(join(folder, 'accept'), (records) =>
        acceptFigures(records, server.address, RUNNING_CASES),
      );
      return { machine: machine(), preview, accept };
    } finally {
      await server.stop();
    }
  });
