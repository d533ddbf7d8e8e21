// The days of the story, after the pattern of 2022, when a bank holiday was proclaimed on Saturday 10 September for Monday
// the 19th: the second Saturday of the September ahead, and the second Monday after it. The proclamation itself is invented.

import {
  addDays,
  civilDate,
  sayDate,
  toDayNumber,
  weekdayOf,
  yearIn,
  type CivilDate,
} from '../../../domain/calendar/civilDate';
import type { Instant } from '../../../domain/calendar/instant';
import { londonInstant } from '../../../domain/calendar/londonTime';
import type { WorkingCalendar } from '../../../domain/calendar/workingCalendar';
import { StartFailure } from '../../start/startFailure';
import { requireCovered } from '../startOfStory';

export interface DaysOfProclamation {
  /** A Saturday. */
  readonly proclaimedOn: CivilDate;
  readonly proclaimedAt: Instant;
  /** The Monday nine days later. */
  readonly holiday: CivilDate;
  /** The Monday between them, on which the change is accepted and the agencies hear of it. */
  readonly toldOn: CivilDate;
  /** When the two cases are received: one ten days before the proclamation, the other two. */
  readonly earlierReceived: Instant;
  readonly received: Instant;
}

const SATURDAY = 5;

const secondSaturday = (year: string): CivilDate => {
  const eighth = civilDate(`${year}-09-08`);
  return addDays(eighth, (SATURDAY - weekdayOf(toDayNumber(eighth)) + 7) % 7);
};

const daysIn = (calendar: WorkingCalendar, year: string): DaysOfProclamation => {
  const proclaimedOn = secondSaturday(year);
  const at = (days: number, hour: number, minute = 0): Instant =>
    londonInstant(calendar, addDays(proclaimedOn, days), hour, minute);
  return {
    proclaimedOn,
    proclaimedAt: at(0, 17, 7),
    holiday: addDays(proclaimedOn, 9),
    toldOn: addDays(proclaimedOn, 2),
    earlierReceived: at(-10, 11),
    received: at(-2, 16, 20),
  };
};

/** Of the first such September that is wholly ahead. Throws where the bank holidays are not known that far. */
export const daysOfProclamation = (calendar: WorkingCalendar, now: Instant): DaysOfProclamation => {
  const { covers } = calendar.snapshot;
  const last = yearIn(covers.to);
  for (let year = yearIn(covers.from); year <= last; year += 1) {
    if (civilDate(`${year}-09-30`) > covers.to || civilDate(`${year}-08-25`) < covers.from) continue;
    const days = daysIn(calendar, String(year));
    if (days.earlierReceived <= now) continue;
    requireCovered(calendar, days.received);
    return days;
  }
  throw new StartFailure(
    `The bank holidays are known to ${sayDate(covers.to)}, and no second Saturday of September lies ahead before that. Play the story "race".`,
  );
};
