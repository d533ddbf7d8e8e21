// How long checking the hash chains of a million events takes, and that one altered, deleted, inserted or swapped among them
// is found. The database is made for it and thrown away.

import { sql } from 'kysely';
import { databaseForPlay } from '../../cli/demo/databaseForPlay';
import { verifyInThreads } from '../../cli/verify/verifyInThreads';
import { inThrowawayFolder } from '../../cli/start/throwawayFolder';
import { instant } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/references';
import { connect, type Database } from '../../records/connect';
import { say } from '../comparisonLibraries';
import { machine, type Machine } from '../machine';
import { whole } from '../rounds';
import { writeLongLog } from './longLog';

const EVENTS = 1_000_000;
const ROUNDS = 3;
const LIMIT_MS = 10_000;

export interface VerifyFigures {
  readonly machine: Machine;
  readonly cases: number;
  readonly events: number;
  readonly rounds: readonly number[];
  /** Of what was done to one event, whether it was found there. */
  readonly found: Readonly<Record<string, boolean>>;
}

interface Wound {
  readonly name: string;
  /** Number of the event at which it must be found, from that of the one that is touched. */
  readonly at: number;
  readonly statements: (reference: CaseReference, number: number) => readonly ReturnType<typeof sql>[];
}

const move = (reference: CaseReference, from: number, to: number): ReturnType<typeof sql> =>
  sql`update case_event set number = ${to} where reference = ${reference} and number = ${from}`;

const WOUNDS: readonly Wound[] = [
  {
    name: 'altered',
    at: 0,
    statements: (reference, number) => [
      sql`update case_event set at = at + 1 where reference = ${reference} and number = ${number}`,
    ],
  },
  {
    name: 'deleted',
    at: 0,
    statements: (reference, number) => [
      sql`delete from case_event where reference = ${reference} and number = ${number}`,
    ],
  },
  {
    name: 'inserted',
    at: 1,
    statements: (reference, number) => [
      sql`update case_event set number = number + 100001 where reference = ${reference} and number > ${number}`,
      sql`update case_event set number = number - 100000 where reference = ${reference} and number > 100000`,
      sql`insert into case_event select reference, number + 1, kind, body, actor, authority, command_id, at, hash, previous_hash
        from case_event where reference = ${reference} and number = ${number}`,
    ],
  },
  {
    name: 'swapped',
    at: 0,
    statements: (reference, number) => [
      move(reference, number, 100_000),
      move(reference, number + 1, number),
      move(reference, 100_000, number + 1),
    ],
  },
];

const find = async (databaseUrl: string, database: Database, wound: Wound): Promise<boolean> => {
  const { reference, number } = await database
    .selectFrom('case_head')
    .select(['reference', 'number'])
    .where('number', '>', 20)
    .orderBy('reference', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const kept = sql`kept_events`;
  await sql`create table ${kept} as select * from case_event where reference = ${reference}`.execute(
    database,
  );
  for (const statement of wound.statements(reference, number - 5)) await statement.execute(database);
  const { broken } = await verifyInThreads({ databaseUrl, database });
  await sql`delete from case_event where reference = ${reference}`.execute(database);
  await sql`insert into case_event select * from ${kept}`.execute(database);
  await sql`drop table ${kept}`.execute(database);
  const [found, ...others] = broken;
  return others.length === 0 && found?.reference === reference && found.number === number - 5 + wound.at;
};

const measure = async (databaseUrl: string): Promise<Omit<VerifyFigures, 'machine'>> => {
  say(`- Writing an event log of ${whole(EVENTS)} events`);
  const log = await writeLongLog(databaseUrl, EVENTS, instant(Date.now()));
  const database = connect(databaseUrl, { connections: 2 });
  try {
    const rounds: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      say(`- Checking it, ${round} of ${ROUNDS}`);
      const began = performance.now();
      const { checked, broken } = await verifyInThreads({ databaseUrl, database });
      rounds.push(performance.now() - began);
      if (checked !== log.events || broken.length > 0) throw new Error('the log was not found whole');
    }
    // An owner of the tables can do this; that is why there is a chain.
    await sql`alter table case_event disable trigger all`.execute(database);
    const found: Record<string, boolean> = {};
    for (const wound of WOUNDS) {
      say(`- One event ${wound.name}`);
      found[wound.name] = await find(databaseUrl, database, wound);
    }
    return { ...log, rounds, found };
  } finally {
    await database.destroy();
  }
};

export const verifyFigures = (): Promise<VerifyFigures> =>
  inThrowawayFolder(async (folder) => {
    const on = machine();
    const database = await databaseForPlay(process.env['DATABASE_URL'], folder);
    try {
      return { machine: on, ...(await measure(database.url)) };
    } finally {
      await database.remove();
    }
  });

export const asAsked = ({ rounds, found }: VerifyFigures): boolean =>
  Math.max(...rounds) < LIMIT_MS && Object.values(found).every(Boolean);

export const reportOfVerify = (figures: VerifyFigures): string => {
  const { machine: on, cases, events, rounds, found } = figures;
  return [
    `${on.processor}, ${on.cores} cores, load ${on.load.toFixed(1)} at the start, Node ${on.node}`,
    `${whole(events)} events of ${whole(cases)} cases; asked for: a million in under ${LIMIT_MS / 1000} s`,
    ...rounds.map((ms, index) => `  round ${index + 1}: ${(ms / 1000).toFixed(2)} s`),
    ...Object.entries(found).map(
      ([what, is]) => `  one event ${what}: ${is ? 'found, and where' : 'NOT FOUND'}`,
    ),
    asAsked(figures) ? 'As asked.' : 'NOT as asked.',
  ].join('\n');
};
