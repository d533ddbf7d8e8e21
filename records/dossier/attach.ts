// Attaching: what was written under a command stays once an event of that command is recorded.

import type { UpdateQueryBuilder, UpdateResult } from 'kysely';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Database } from '../connect';
import type { Tables } from '../schema';

type Update = UpdateQueryBuilder<Tables, 'dossier_entry', 'dossier_entry', UpdateResult>;

/** To be executed by itself, or as a part of a greater statement. */
export const attachRowsOf = (
  database: Pick<Database, 'updateTable'>,
  reference: CaseReference,
  commandIds: readonly string[],
): Update =>
  database
    .updateTable('dossier_entry')
    .set({ attached: true })
    .where('reference', '=', reference)
    // The clock and the messenger act without a command, and nothing is written under none.
    .where('command_id', 'in', ['', ...commandIds])
    .where('attached', '=', false);
