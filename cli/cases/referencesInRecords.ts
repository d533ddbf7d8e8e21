// Every case that has an event, for commands that go through all of them.

import type { CaseReference } from '../../domain/rapidReview/references';
import type { Database } from '../../records/connect';

export const referencesInRecords = async (database: Database): Promise<readonly CaseReference[]> => {
  const rows = await database
    .selectFrom('case_event')
    .select('reference')
    .where('number', '=', 1)
    .orderBy('reference')
    .execute();
  return rows.map(({ reference }) => reference);
};
