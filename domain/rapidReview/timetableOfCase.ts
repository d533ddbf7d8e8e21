// The timetable that people are shown of a case: empty where no clock runs.

import type { WorkingCalendar } from '../calendar/workingCalendar';
import { timetableOf, type Timetable } from '../timetable/timetable';
import type { RapidReview } from './state';

export const timetableOfCase = (state: RapidReview, calendar: WorkingCalendar): Timetable =>
  state.status === 'open' || state.status === 'ended' ? timetableOf(state, calendar) : { lines: [] };
