// What of the list of bank holidays is another by now than in the calendar that a date was counted with, on the days that its counts go
// over. What is done keeps that calendar (R7, R8), and so does a case that has ended, or has not followed the change yet (R9): like cases
// may then have different dates, and each is to say why. What the list is now the caller knows; nothing is counted here.

import type { CalendarSnapshot } from '../calendar/calendarSnapshot';
import { daysChanged, type DayChanged } from '../calendar/daysChanged';
import type { Explanation } from './explain';

/** `stands`: the list as it is now. */
export const listChangedSince = (
  { opens, ownCount, count }: Pick<Explanation, 'opens' | 'ownCount' | 'count'>,
  countedWith: CalendarSnapshot,
  stands: CalendarSnapshot,
): readonly DayChanged[] => {
  const onTheWay = new Set(
    [opens, ownCount, count].flatMap((one) =>
      // On a day that was agreed nothing is counted, and it may have become a day off.
      one === undefined ? [] : [...one.days.map(({ date }) => date), one.reaches],
    ),
  );
  return daysChanged(countedWith, stands).filter(({ date }) => onTheWay.has(date));
};
