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
    // Without the empty one the list could be empty, which SQL does not take. Clock and messenger act under it, and nothing is written so.
    .where('command_id', 'in', ['', ...commandIds])
    .where('attached', '=', false);
