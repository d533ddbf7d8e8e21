// What of an open case is due and not done, in time or missed: said once, of a line of its timetable and of the row that is kept of
// that. Whether a case is open is asked of the case: once it has ended nobody is to do anything any more.

import { sql } from 'kysely';
import type { ObligationStatus, TimetableLine } from '../../domain/timetable/timetable';

const DUE: readonly ObligationStatus[] = ['open', 'missed'];

export const isToBeDone = ({ status, doneOn }: TimetableLine): boolean =>
  doneOn === undefined && DUE.includes(status);

/** Of a row. In the very words of the index over these rows, without which it would not be used (migration 23). */
export const rowToBeDone = sql<boolean>`case_obligation.done_on is null and case_obligation.status in (${sql.join(DUE.map((status) => sql.lit(status)))})`;
