// How a date was counted, in one sentence that the reader can check on a wall calendar.

import {
  addDays,
  sayDate,
  sayShortDate,
  toDayNumber,
  weekdayOf,
  type CivilDate,
} from '../../../domain/calendar/civilDate';
import type { Counting } from '../../../domain/timetable/dueDates';
import type { Owed } from '../../../domain/timetable/owed';

const isWeekend = (date: CivilDate): boolean => weekdayOf(toDayNumber(date)) >= 5;

/** The days that the count went over, the start left out: towards the due day, whichever way. */
const passedOver = (anchor: CivilDate, due: CivilDate): readonly CivilDate[] => {
  const days = toDayNumber(due) - toDayNumber(anchor);
  const step = Math.sign(days);
  return Array.from({ length: Math.abs(days) }, (_, index) => addDays(anchor, (index + 1) * step));
};

/** `a`, `a and b`, `a, b and c`. */
export const sayList = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.slice(-1).join('')}`;

const sayWorkingDays = (days: number): string => `${days} working ${days === 1 ? 'day' : 'days'}`;

/** `3 April`: the weekday and the year are plain from the date beside it. */
const sayDay = (date: CivilDate): string => sayShortDate(date).split(' ').slice(1).join(' ');

const notCounting = (owed: Owed, anchor: CivilDate): string => {
  const days = passedOver(anchor, owed.due);
  const left = [
    ...(days.some(isWeekend) ? ['weekends'] : []),
    // A holiday that falls on a weekend changes nothing.
    ...owed.holidaysPassed
      .filter(({ date }) => days.includes(date) && !isWeekend(date))
      .map(({ date, title }) => `${title} (${sayDay(date)})`),
  ];
  return left.length === 0 ? '' : `, not counting ${sayList(left)}`;
};

/** What the day was that the count runs from, for those who know the case. */
const ANCHORS = {
  incident: 'the day of the incident',
  localAuthorityAware: 'the day the local authority became aware',
  referralReceived: 'the day the referral was received',
  acceptedAsRapidReview: 'the day it was accepted as a Rapid Review',
  notificationSent: 'the day the notification was sent to the national Panel',
  notificationCopyReceived: 'the day the copy of the notification was received',
  requestSent: 'the day the request was sent',
  identified: 'the day the agency was identified',
  headline: 'the day the Rapid Review must be complete',
} as const satisfies Record<Counting['anchor'], string>;

/**
 * `5 working days after Wednesday 1 April 2026, not counting weekends, Good Friday (3 April) and Easter Monday
 * (6 April)`; with the anchor said, `… 2026 (the day the referral was received), not …`. Nothing where the date was
 * not counted.
 */
export const sayCount = (owed: Owed, anchorSaid = false): string | undefined => {
  const { counting } = owed;
  if (counting === undefined) return undefined;
  const { anchor, anchorDate, workingDays } = counting;
  const from = `${sayDate(anchorDate)}${anchorSaid ? ` (${ANCHORS[anchor]})` : ''}`;
  if (workingDays === 0) return `the same day as ${from}`;
  const way = workingDays > 0 ? 'after' : 'before';
  return `${sayWorkingDays(Math.abs(workingDays))} ${way} ${from}${notCounting(owed, anchorDate)}`;
};
