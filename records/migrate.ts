// Brings a database to the tables that this code knows, one process at a time (kysely's Migrator holds an advisory
// lock and works in one transaction). A database that is newer than the code, or holds a case that the code does not carry on, is refused
// before anything is touched.

import { sql, type Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { CASES_OF_OLDER_RULES, toldOfOlderRules, type CaseOfOlderRules } from './cases/olderRules';
import { isStray, rebuildAll } from './cases/rebuild';
import { connect, type Database } from './connect';
import { allMigrations } from './migrations/allMigrations';
import { createCalendarCache } from './snapshots/calendarCache';

const OLDEST_POSTGRESQL = 15;

interface MigrationTables {
  kysely_migration: { name: string };
}

/** The message is for the person who starts the program. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused';
}

// The same connection, seen as the one table that kysely keeps for itself.
const ofMigrations = (database: Database): Kysely<MigrationTables> =>
  database as unknown as Kysely<MigrationTables>;

const refuseOldServer = async (database: Kysely<MigrationTables>): Promise<void> => {
  const { rows } = await sql<{ version: number }>`
    select current_setting('server_version_num')::integer as version`.execute(database);
  const version = Math.floor((rows[0]?.version ?? 0) / 10_000);
  if (version < OLDEST_POSTGRESQL) {
    throw new DatabaseRefused(
      `The database server is PostgreSQL ${version}; version ${OLDEST_POSTGRESQL} or later is needed. Nothing was changed.`,
    );
  }
};

const appliedTo = async (database: Kysely<MigrationTables>): Promise<readonly string[]> => {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('kysely_migration') is not null as there`.execute(database);
  if (rows[0]?.there !== true) return [];
  const applied = await database.selectFrom('kysely_migration').select('name').orderBy('name').execute();
  return applied.map(({ name }) => name);
};

/** Of what has these migrations, as the subject of a refusal goes on; undefined where this program knows them all. */
export const toldOfNewer = (migrations: readonly string[]): string | undefined => {
  const unknown = migrations.filter((name) => !(name in allMigrations));
  if (unknown.length === 0) return undefined;
  const last = Object.keys(allMigrations).sort().at(-1) ?? 'none';
  return (
    `was made by a newer version of this program: it has the migration ${unknown.join(', ')}, ` +
    `and the last one known here is ${last}.`
  );
};

const refuseNewer = (applied: readonly string[]): void => {
  const told = toldOfNewer(applied);
  if (told === undefined) return;
  throw new DatabaseRefused(
    `The database ${told} Nothing was changed. Start the newer version, or restore a backup from before it.`,
  );
};

/** Applied first and refused after, the tables would be newer than the program that carries those cases on. */
const refuseOlderRules = async (database: Kysely<MigrationTables>): Promise<void> => {
  const { rows } = await sql.raw<CaseOfOlderRules>(CASES_OF_OLDER_RULES).execute(database);
  const told = toldOfOlderRules(rows);
  if (told === undefined) return;
  throw new DatabaseRefused(
    `The database ${told} Go on with the version of the program that has carried them on so far, or begin with this one in a new, empty ` +
      'database. Nothing was changed.',
  );
};

/** Those applied to the database, in order; none where it is empty. */
export const appliedMigrations = (database: Database): Promise<readonly string[]> =>
  appliedTo(ofMigrations(database));

/** For programs that use a database and do not migrate it: throws `DatabaseRefused` unless it is exactly current. */
export const requireCurrent = async (database: Database): Promise<void> => {
  const applied = await appliedTo(ofMigrations(database));
  refuseNewer(applied);
  if (applied.length < Object.keys(allMigrations).length) {
    throw new DatabaseRefused(
      'The database is empty, or older than this program. Restore a backup into it first, or bring it up to date with ' +
        '"npm run migrate" (under "npm start", its next start does). Nothing was changed.',
    );
  }
};

const apply = async (database: Kysely<MigrationTables>, migrations: typeof allMigrations): Promise<void> => {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw error instanceof Error ? error : new Error('a migration failed', { cause: error });
};

/** Whether rows of the lists lack what this version writes: those of an older one, also where a start died before they were worked out again. */
const hasRowsOfBefore = async (records: Database): Promise<boolean> =>
  (await records
    .selectFrom('case_list')
    .select('reference')
    .where((eb) => eb.or([eb('followed', 'is', null), eb('listed_due', 'is', null)]))
    // Of a case that was taken out of the log they stay as they are, and show that there was one.
    .where((eb) => eb.not(isStray('case_list')))
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** Throws `DatabaseRefused` for a newer database, an older server, or a case of other rules, and the database's own error otherwise. */
export const migrateToLatest = async (databaseUrl: string): Promise<void> => {
  const records = connect(databaseUrl, { connections: 2 });
  const database = ofMigrations(records);
  try {
    await refuseOldServer(database);
    const applied = await appliedTo(database);
    refuseNewer(applied);
    if (applied.length > 0) await refuseOlderRules(database);
    if (applied.length < Object.keys(allMigrations).length) await apply(database, allMigrations);
    if (await hasRowsOfBefore(records)) await rebuildAll(records, createCalendarCache());
  } finally {
    await database.destroy();
  }
};

/** What a database must be for a backup to be restored into it: only the tables of those very migrations. */
export const migrateExactly = async (databaseUrl: string, names: readonly string[]): Promise<void> => {
  const database = ofMigrations(connect(databaseUrl, { connections: 2 }));
  try {
    await refuseOldServer(database);
    const wanted = Object.entries(allMigrations).filter(([name]) => names.includes(name));
    await apply(database, Object.fromEntries(wanted));
  } finally {
    await database.destroy();
  }
};
