// Every case that has an event, for whatever goes through all of them.

import type { CaseReference } from '../../domain/rapidReview/state';
import type { Database } from '../connect';

export const referencesInRecords = async (database: Database): Promise<readonly CaseReference[]> => {
  const rows = await database
    .selectFrom('case_event')
    .select('reference')
    .distinct()
    .orderBy('reference')
    .execute();
  return rows.map(({ reference }) => reference);
};
