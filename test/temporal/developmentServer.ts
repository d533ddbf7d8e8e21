// Temporal's development server for a test file, and nobody who works on it. It forgets everything.

import { join } from 'node:path';
import { freePort } from '../../cli/start/freePort';
import { startTemporalServer, type RunningTemporal } from '../../cli/start/temporalServer';
import { freshFolder } from '../freshFolder';

/** Where the set-up has put the program. */
export const temporalCli = (): string => {
  const path = process.env['TEMPORAL_CLI'];
  if (path === undefined)
    throw new Error('TEMPORAL_CLI is not set: run the tests by `npm test`, which sets it up');
  return path;
};

export const startDevelopmentServer = async (): Promise<Pick<RunningTemporal, 'address' | 'stop'>> =>
  startTemporalServer({
    executable: temporalCli(),
    port: await freePort(),
    logFile: join(freshFolder('temporal'), 'server.log'),
  });
