// Events and heads in the order of reference and number, a page at a time, so that a log of any length passes through
// the memory of one page. What they prove is not its matter.

import { sql } from 'kysely';
import type { CaseReference } from '../../domain/rapidReview/state';
import { PROJECTIONS } from '../cases/projectionTables';
import type { Database } from '../connect';
import type { Tables } from '../schema';
import type { ChainedEvent, HeadOfCase } from './hashChain';

/** The cases after the one reference, up to and with the other; all of them where neither is given. */
export interface CaseRange {
  readonly after?: CaseReference;
  readonly upTo?: CaseReference;
  /** So many rows at a time. */
  readonly page?: number;
}

/** Short enough that its rows are let go of while the memory that Node clears first still has them: longer pages take longer. */
const PAGE = 3_000;
/** Of PostgreSQL's `integer`. */
const LAST_NUMBER = 2_147_483_647;
const NOWHERE = '' as CaseReference;

export interface LinkOfCase extends ChainedEvent {
  readonly reference: CaseReference;
}

/** The body is not read: what is checked is its text. */
const links = (database: Database) =>
  database
    .selectFrom('case_event')
    .select(['reference', 'number', 'at', 'actor', 'authority', 'kind', 'hash'])
    .select(['command_id as commandId', 'previous_hash as previousHash', sql<string>`body::text`.as('body')])
    .orderBy('reference')
    .orderBy('number');

export async function* linkPages(
  database: Database,
  { after = NOWHERE, upTo, page: most = PAGE }: CaseRange,
): AsyncGenerator<readonly LinkOfCase[]> {
  let place = { reference: after, number: LAST_NUMBER };
  for (;;) {
    const { reference, number } = place;
    // Row by row as the key is kept: the next page is one step in the index.
    let query = links(database).where((eb) =>
      eb(eb.refTuple('reference', 'number'), '>', eb.tuple(reference, number)),
    );
    if (upTo !== undefined) query = query.where('reference', '<=', upTo);
    const page = await query.limit(most).execute();
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    if (page.length < most) return;
    place = last;
  }
}

export async function* heads(
  database: Database,
  { after = NOWHERE, upTo, page: most = PAGE }: CaseRange,
): AsyncGenerator<HeadOfCase> {
  for (let place = after; ;) {
    let query = database.selectFrom('case_head').selectAll().where('reference', '>', place);
    if (upTo !== undefined) query = query.where('reference', '<=', upTo);
    const page = await query.orderBy('reference').limit(most).execute();
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < most) return;
    place = last.reference;
  }
}

/** They get nothing of a case before it has events. */
const AFTER_EVENTS: readonly (keyof Tables)[] = [...PROJECTIONS, 'case_key_act', 'dossier_view', 'notice'];

/** The cases of the range that only those tables know: their events were taken away, head and all. */
export const casesWithoutEvents = async (
  database: Database,
  { after = NOWHERE, upTo }: CaseRange,
): Promise<readonly CaseReference[]> => {
  const named = AFTER_EVENTS.map((table) => sql`select reference from ${sql.table(table)}`);
  const { rows } = await sql<{ reference: CaseReference }>`
    select distinct named.reference from (${sql.join(named, sql` union all `)}) as named
    where named.reference > ${after} and (${upTo ?? null}::text is null or named.reference <= ${upTo ?? null})
      and not exists (select from case_head where case_head.reference = named.reference)
      and not exists (select from case_event where case_event.reference = named.reference)
    order by named.reference`.execute(database);
  return rows.map(({ reference }) => reference);
};
