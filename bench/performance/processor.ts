// How much processor time each part of the deployment has used, by what the system counts of each process, and whose each connection
// of the database is. Only Linux tells; which figure it explains is with the report.

import { existsSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Database } from '../../records/connect';

export const PARTS = ['server', 'databaseOfServer', 'worker', 'api', 'databaseOfRecords', 'asker'] as const;
export type Part = (typeof PARTS)[number];

/** Milliseconds. */
export type Spent = Readonly<Record<Part, number>>;

/** Ids of the processes that are no connection of the database. */
export type Processes = Readonly<Record<Exclude<Part, `database${string}`>, number>>;

/** Of each process, by its id. */
export type Counted = ReadonlyMap<number, { readonly part: Part; readonly ms: number }>;

/** The system counts in hundredths of a second. */
const TICK_MS = 10;
/** Of the fields after the name of the program, which may hold anything: its own time, and what the system spent for it. */
const [USER, SYSTEM] = [11, 12] as const;

/** Nothing of a process that has ended meanwhile. */
const spentBy = (pid: number): number | undefined => {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  const fields = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[USER]) + Number(fields[SYSTEM])) * TICK_MS;
};

const connectionsOf = async (database: Database): Promise<readonly (readonly [Part, number])[]> => {
  const { rows } = await sql<{
    pid: number;
    datname: string;
  }>`select pid, datname from pg_stat_activity where datname is not null`.execute(database);
  return rows.map(({ pid, datname }) => [
    datname.startsWith('temporal') ? 'databaseOfServer' : 'databaseOfRecords',
    pid,
  ]);
};

/** Nothing where the system does not tell. */
export const counted = async (processes: Processes, database: Database): Promise<Counted | undefined> => {
  if (spentBy(process.pid) === undefined) return undefined;
  const parts = Object.entries(processes) as readonly (readonly [Part, number])[];
  return new Map(
    [...parts, ...(await connectionsOf(database))].flatMap(([part, pid]) => {
      const ms = spentBy(pid);
      return ms === undefined ? [] : [[pid, { part, ms }] as const];
    }),
  );
};

/** For each of so many. What a connection used that has ended in between is not known, and is left out. */
export const spentBetween = (before: Counted, after: Counted, many: number): Spent => {
  const spent = Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<Part, number>;
  for (const [pid, { part, ms }] of after) spent[part] += (ms - (before.get(pid)?.ms ?? 0)) / many;
  return spent;
};
