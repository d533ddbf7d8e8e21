// The timetable that people are shown of a case: empty where no clock ever ran.

import type { WorkingCalendar } from '../calendar/workingCalendar';
import { timetableOf, type Timetable } from '../timetable/timetable';
import { carriesReview, type RapidReview } from './state';

export const timetableOfCase = (state: RapidReview, calendar: WorkingCalendar): Timetable =>
  carriesReview(state) ? timetableOf(state, calendar) : { lines: [] };
