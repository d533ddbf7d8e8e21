// An act is under way no longer once an event of it is recorded, or none will be.

import type { UpdateQueryBuilder, UpdateResult } from 'kysely';
import type { Database } from '../connect';
import type { Tables } from '../schema';

type Update = UpdateQueryBuilder<Tables, 'reservation', 'reservation', UpdateResult>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Of no reservation; a list must not be empty. */
const NIL = '00000000-0000-0000-0000-000000000000';

/** To be executed by itself, or as a part of a greater statement. The clock, the diary and changes of the calendar act under ids of their own. */
export const noLongerUnderWay = (
  database: Pick<Database, 'updateTable'>,
  commandIds: readonly string[],
): Update =>
  database
    .updateTable('reservation')
    .set({ under_way_on: null, under_way_since: null })
    .where('command_id', 'in', [NIL, ...commandIds.filter((id) => UUID.test(id))])
    .where('under_way_on', 'is not', null);
