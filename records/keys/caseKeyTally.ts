// How many cases have a key, how many of them are under legal hold, and of how many the key is destroyed.

import { sql } from 'kysely';
import type { Database } from '../connect';

export interface CaseKeyTally {
  readonly there: number;
  readonly held: number;
  readonly destroyed: number;
}

export const caseKeyTally = (database: Database): Promise<CaseKeyTally> =>
  database
    .selectFrom('case_key')
    .select([
      sql<number>`count(*) filter (where destroyed_at is null)`.as('there'),
      sql<number>`count(*) filter (where legal_hold)`.as('held'),
      sql<number>`count(*) filter (where destroyed_at is not null)`.as('destroyed'),
    ])
    .executeTakeFirstOrThrow();
