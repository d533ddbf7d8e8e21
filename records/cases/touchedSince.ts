// Which cases that are not open were written to since a moment: told by the last event of each, without folding one.

import type { Instant } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Database } from '../connect';

export const notOpenTouchedSince = async (
  database: Database,
  since: Instant,
): Promise<readonly CaseReference[]> => {
  const rows = await database
    .selectFrom('case_list')
    .innerJoin('case_event', (join) =>
      join
        .onRef('case_event.reference', '=', 'case_list.reference')
        .onRef('case_event.number', '=', 'case_list.version'),
    )
    .select('case_list.reference')
    .where('case_list.status', '!=', 'open')
    .where('case_event.at', '>=', since)
    .orderBy('case_list.reference')
    .execute();
  return rows.map(({ reference }) => reference);
};
