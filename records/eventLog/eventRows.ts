// Between the rows of `case_event` and the events of the domain.

import type { Insertable, Selectable } from 'kysely';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Database } from '../connect';
import type { CaseEventTable } from '../tables/caseTables';
import type { RecordedEvent } from './eventLog';
import { linkOf } from './hashChain';

export const rowsOf = (
  reference: CaseReference,
  events: readonly CaseEvent[],
  previousHash: string,
): readonly Insertable<CaseEventTable>[] => {
  let previous = previousHash;
  return events.map((event) => {
    const { body, hash } = linkOf(previous, event);
    const { number, kind, actor, authority, commandId, at } = event;
    const row = {
      reference,
      number,
      kind,
      body,
      actor,
      authority,
      at,
      hash,
      command_id: commandId,
      previous_hash: previous,
    };
    previous = hash;
    return row;
  });
};

// Kind and body were written together from a CaseEvent; the database cannot tell the compiler so.
const eventOf = ({
  number,
  kind,
  body,
  actor,
  authority,
  command_id,
  at,
}: Selectable<CaseEventTable>): CaseEvent =>
  ({ number, at, actor, authority, commandId: command_id, kind, body }) as CaseEvent;

export const recordedOf = (row: Selectable<CaseEventTable>): RecordedEvent => ({
  ...eventOf(row),
  hash: row.hash,
});

/** From that number on; all of them where none is given. */
export const eventRowsOf = (
  database: Database,
  reference: CaseReference,
  from = 1,
): Promise<Selectable<CaseEventTable>[]> =>
  database
    .selectFrom('case_event')
    .selectAll()
    .where('reference', '=', reference)
    .where('number', '>=', from)
    .orderBy('number')
    .execute();
