// By which date something that was done is judged: by the calendar that the case had on the day it was done, with the facts as they are
// known now (R7, R8). In whatever order the calendar changed, a fact was put right and the doing was recorded, it comes out the same.
// Whether it was in time by that date is `outcomes.ts`.

import type { CivilDate } from '../../calendar/civilDate';
import { calendarsOn } from '../../timetable/calendarsOfCase';
import { dueDates, type Due } from '../../timetable/dueDates';
import { keyOf } from '../../timetable/obligationKey';
import type { CountedFrom } from '../meeting/window';

/**
 * `date` is by the present calendar. Where the calendar changed on the very day of doing, the date by the calendar that the day began with;
 * where that makes it late, by the first calendar of that day that makes it in time, else the latest of their dates: nobody carries a false
 * breach. Throws `BeyondCalendar`.
 */
export const dateOn = (
  { state, calendar }: CountedFrom,
  due: Due,
  date: CivilDate,
  done: CivilDate,
): CivilDate => {
  if ((state.calendarsFollowed ?? []).length === 0) return date;
  const key = keyOf(due);
  const dates = calendarsOn(state, calendar, done).flatMap(
    (had) => dueDates(state, had).find((one) => keyOf(one) === key)?.due ?? [],
  );
  return dates.find((one) => done <= one) ?? dates.toSorted().at(-1) ?? date;
};
