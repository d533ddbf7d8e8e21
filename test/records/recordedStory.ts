// A recorded case, and everything that recording writes for one: to see that nothing more changed.

import type { CaseReference } from '../../domain/rapidReview/state';
import type { Database } from '../../records/connect';
import type { Records } from '../../records/records';
import type { Story } from '../unit/rapidReview/story';
import { eventfulStory, newReference, recordStory } from './recordsUnderTest';

export const recordedStory = async (
  records: Records,
): Promise<{ readonly reference: CaseReference; readonly story: Story }> => {
  const reference = newReference();
  const story = eventfulStory(reference);
  await recordStory(records, reference, story);
  return { reference, story };
};

const TABLES = ['case_event', 'case_head', 'case_list', 'case_obligation', 'case_request', 'notice'] as const;

export const rowsOfCase = (database: Database, reference: CaseReference): Promise<unknown> =>
  Promise.all(
    TABLES.map(async (table) => {
      const rows = await database.selectFrom(table).selectAll().where('reference', '=', reference).execute();
      return [table, rows.map((row) => JSON.stringify(row)).sort()];
    }),
  );
