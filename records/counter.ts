// Numbers without gap or twin: whoever takes one holds the counter until their transaction ends, and gives it back by
// failing. And the turn that callers take who must not run at the same moment.

import { sql } from 'kysely';
import type { Database } from './connect';

export const nextNumber = async (transaction: Database, name: string): Promise<number> => {
  const { last } = await transaction
    .insertInto('counter')
    .values({ name, last: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ last: eb('counter.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
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

/** Until the transaction ends, everybody else who names the same waits. */
export const takeTurn = async (transaction: Database, name: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
};
