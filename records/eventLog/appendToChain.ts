// Adding to the chain of a case, in one statement with all that changes beside it, and only where the chain still ends as whoever
// adds to it has seen. What is added, and what stands in the lists then, is the caller's.

import { sql, type Insertable } from 'kysely';
import type { CaseReference } from '../../domain/rapidReview/state';
import { HELD, type Part } from '../cases/writeProjections';
import type { Database } from '../connect';
import { attachRowsOf } from '../dossier/attach';
import { noLongerUnderWay } from '../reservations/noLongerUnderWay';
import type { CaseEventTable } from '../tables/caseTables';
import type { ChainHead } from './hashChain';

/** Until the transaction ends nobody adds to it; who is adding now is waited for. */
export const holdHead = async (transaction: Database, reference: CaseReference): Promise<void> => {
  await transaction
    .selectFrom('case_head')
    .select('number')
    .where('reference', '=', reference)
    .forUpdate()
    .executeTakeFirst();
};

export interface Addition {
  /** Where the chain ends before and after. */
  readonly before: ChainHead;
  readonly after: ChainHead;
  readonly rows: readonly Insertable<CaseEventTable>[];
  readonly lists: readonly Part[];
}

type Parts = Pick<Database, 'updateTable' | 'insertInto'>;

/** The head moved on: no row where the chain ends elsewhere. Whoever else is moving it is waited for. */
const moved = (part: Parts, reference: CaseReference, { before, after }: Addition) => {
  const { number, hash } = after;
  return before.number > 0
    ? part
        .updateTable('case_head')
        .set({ number, hash })
        .where('reference', '=', reference)
        .where('number', '=', before.number)
        .where('hash', '=', before.hash)
        .returning('reference')
    : part
        .insertInto('case_head')
        .values({ reference, number, hash })
        .onConflict((conflict) =>
          conflict.column('reference').doUpdateSet({ number, hash }).where('case_head.number', '=', 0),
        )
        .returning('reference');
};

/** As one parameter. The body goes as a text, since it is kept in the text that was hashed. */
const given = (rows: readonly Insertable<CaseEventTable>[]) => sql`
  json_to_recordset(${JSON.stringify(rows)}::json) as event (
    number integer, kind text, body text, actor text, authority text, command_id text, at bigint, hash text, previous_hash text
  )`;

/** Answers whether the chain ended there; else nothing is changed. */
export const appendToChain = async (
  database: Database,
  reference: CaseReference,
  addition: Addition,
): Promise<boolean> => {
  const { rows, lists } = addition;
  const commandIds = [...new Set(rows.map(({ command_id }) => command_id))];
  const beside = database
    .with('head', (part) => moved(part, reference, addition))
    .with('attached', (part) => attachRowsOf(part, reference, commandIds).where(HELD))
    .with('ended', (part) => noLongerUnderWay(part, commandIds).where(HELD));
  const { numInsertedOrUpdatedRows } = await lists
    .reduce<Pick<Database, 'with' | 'insertInto'>>(
      (all, list, n) => all.with(`list_${n}`, () => list),
      beside,
    )
    .insertInto('case_event')
    .columns([
      ...(['reference', 'number', 'kind', 'body', 'actor', 'authority', 'command_id', 'at'] as const),
      ...(['hash', 'previous_hash'] as const),
    ])
    .expression(
      sql`
        select ${reference}, number, kind, body::json, actor, authority, command_id, at, hash, previous_hash
        from ${given(rows)} where ${HELD}`,
    )
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows) > 0;
};
