// A recorded case, and everything that recording writes for one: to see that nothing more changed.

import type { CaseReference } from '../../domain/rapidReview/state';
import type { Database } from '../../records/connect';
import type { Records } from '../../records/records';
import type { Story } from '../unit/rapidReview/story';
import { eventfulStory, newReference } from './recordsUnderTest';

/** All of it, or so many of its events with what they call for. */
export const recordedStory = async (
  { events: log }: Records,
  many = Infinity,
): Promise<{ readonly reference: CaseReference; readonly story: Story }> => {
  const reference = newReference();
  const story = eventfulStory(reference);
  const events = story.events.slice(0, many);
  await log.record({ reference, events, notices: story.notices.filter(({ event }) => event <= many) });
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
