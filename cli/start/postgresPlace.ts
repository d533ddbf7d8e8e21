// Where the PostgreSQL that is started here has its data and its log, what lies among its data, and by which URL it is reached. It is
// started in `embeddedPostgres.ts`; where the data went that its account could not reach, `cli/token/ownDatabase.ts` knows.
import { join } from 'node:path';
import { LOOPBACK } from './freePort';

export const SUPERUSER = 'rapid_review';
/** The database of the engine. */
export const DATABASE = 'rapid_review';

/** As `startPostgres` is told it. */
export const postgresIn = (
  dataFolder: string,
): { readonly dataFolder: string; readonly logFile: string } => ({
  dataFolder: join(dataFolder, 'postgres'),
  logFile: join(dataFolder, 'logs', 'postgres.log'),
});

/** `folder` is that of its own data, here and for the password. */
export const clusterOf = (folder: string): string => join(folder, 'cluster');
export const passwordFileOf = (folder: string): string => join(folder, 'password');
/** The name is PostgreSQL's own. */
export const pidFileOf = (cluster: string): string => join(cluster, 'postmaster.pid');

/** Of its superuser. */
export const urlOnPostgres = (port: number, password: string, database = DATABASE): string =>
  `postgres://${SUPERUSER}:${password}@${LOOPBACK}:${port}/${database}`;
