// Numbers without gap or twin: whoever takes one holds the counter until their transaction ends, and gives it back by
// failing. And the turn that callers take who must not run at the same moment.

import { sql, type RawBuilder } from 'kysely';
import type { Database } from './connect';

/** Of the codes that events name, each register's own. */
export const COUNTERS = {
  case: (year: number): string => `case/${year}`,
  agency: 'agency',
  /** Gives no number: those of contacts follow the rows of their agency. It keeps what cases name from being given again (`passNumber`). */
  contact: (agency: string): string => `contact/${agency}`,
  person: 'person',
  token: 'token',
  diary: 'diary',
  calendarChange: 'calendar-change',
} as const;

/** To be executed by itself, or as a part of a greater statement that takes none unless that holds. */
export const numberTaken = (name: string, where = sql<boolean>`true`): RawBuilder<{ last: number }> => sql`
  insert into counter (name, last) select ${name}, 1 where ${where}
  on conflict (name) do update set last = counter.last + 1
  returning last`;

export const nextNumber = async (transaction: Database, name: string): Promise<number> => {
  const [taken] = (await numberTaken(name).execute(transaction)).rows;
  if (taken === undefined) throw new Error(`the counter ${name} gave no number`);
  return taken.last;
};

/** 0 where the counter has given none and passed none. */
export const lastNumber = async (database: Database, name: string): Promise<number> => {
  const row = await database.selectFrom('counter').select('last').where('name', '=', name).executeTakeFirst();
  return row?.last ?? 0;
};

/** That number is taken: the next one comes after it. */
export const passNumber = async (database: Database, name: string, number: number): Promise<void> => {
  await database
    .insertInto('counter')
    .values({ name, last: number })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({ last: sql<number>`greatest(counter.last, excluded.last)` }),
    )
    .execute();
};

/** `7` as `0007`; a tenth thousand simply has a digit more. */
export const fourDigits = (number: number): string => String(number).padStart(4, '0');

/** The same for a statement that takes the number itself. */
export const fourDigitsOf = (number: RawBuilder<number>): RawBuilder<string> =>
  sql`lpad(${number}::text, greatest(4, length(${number}::text)), '0')`;

/** Until the transaction ends, everybody else who names the same waits. */
export const takeTurn = async (transaction: Database, name: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
};
