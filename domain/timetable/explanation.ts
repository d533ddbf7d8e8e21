// Why a date came out: the days that were passed over, and the count in one sentence that anybody can check on a
// wall calendar. It counts nothing itself: `dueDates.ts` has done that.

import type { HolidaySource } from '../calendar/calendarSnapshot';
import { addDays, isWeekend, sayDate, sayShortDate, type CivilDate } from '../calendar/civilDate';
import { holidayOn, whyNotWorking, type WorkingCalendar } from '../calendar/workingCalendar';
import type { Counting } from './dueDates';

export interface DayPassedOver {
  readonly date: CivilDate;
  /** `Saturday`, or the title of the holiday. */
  readonly why: string;
  /** For a holiday: who says so, and since when it was known. */
  readonly source?: HolidaySource;
  readonly knownSince?: CivilDate;
  /** Only a rule predicts it; the official list does not know that year yet. */
  readonly provisional?: true;
}

/** A day that does not count, with its reason and where that is from. */
export const passedOver = (calendar: WorkingCalendar, date: CivilDate): DayPassedOver => {
  const why = whyNotWorking(calendar, date) ?? '';
  const holiday = isWeekend(date) ? undefined : holidayOn(calendar, date);
  if (holiday === undefined) return { date, why };
  const { source, knownSince } = holiday;
  // A day that is only supposed was never known.
  if (source === 'whatIf') return { date, why, source };
  return { date, why, source, knownSince, ...(source === 'library' ? { provisional: true } : {}) };
};

/** The days between two dates that do not count, whichever comes first; the ends are not among them. */
export const daysPassedOver = (
  calendar: WorkingCalendar,
  from: CivilDate,
  to: CivilDate,
): readonly DayPassedOver[] => {
  const [first, last] = from <= to ? [from, to] : [to, from];
  const passed: DayPassedOver[] = [];
  for (let date = addDays(first, 1); date < last; date = addDays(date, 1)) {
    if (whyNotWorking(calendar, date) !== undefined) passed.push(passedOver(calendar, date));
  }
  return passed;
};

/** What the day was that the count runs from. */
export const ANCHORS = {
  incident: 'the day of the incident',
  localAuthorityAware: 'the day the local authority became aware',
  referralReceived: 'the day the referral was received',
  acceptedAsRapidReview: 'the day it was accepted as a Rapid Review',
  notificationSent: 'the day the notification was sent to the national Panel',
  notificationCopyReceived: 'the day the copy of the notification was received',
  requestSent: 'the day the request was sent',
  panelDisagreed: "the day the national Panel's disagreement was received",
  agreed: 'the day agreed with the agency',
  identified: 'the day the agency was identified',
  headline: 'the day the Rapid Review must be complete',
  publication: 'the day of publication',
} as const satisfies Record<Counting['anchor'], string>;

/** `a`, `a and b`, `a, b and c`. */
export const sayList = (items: readonly string[], last = 'and'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.slice(-1).join('')}`;

/** `3 April`: the weekday and the year are plain from the date beside it. */
const sayDay = (date: CivilDate): string => sayShortDate(date).split(' ').slice(1).join(' ');

const sayHoliday = ({ date, provisional }: DayPassedOver): string =>
  `${sayDay(date)}${provisional === true ? ', predicted: not on the official list yet' : ''}`;

const notCounting = (passed: readonly DayPassedOver[]): string => {
  const left = [
    ...(passed.some(({ date }) => isWeekend(date)) ? ['weekends'] : []),
    ...passed.filter(({ date }) => !isWeekend(date)).map((day) => `${day.why} (${sayHoliday(day)})`),
  ];
  return left.length === 0 ? '' : `, not counting ${sayList(left)}`;
};

/**
 * `5 working days after Wednesday 1 April 2026, not counting weekends, Good Friday (3 April) and Easter Monday
 * (6 April)`; with the anchor said, `… 2026 (the day the referral was received), not …`.
 */
export const sayCounting = (
  { anchor, anchorDate, workingDays }: Counting,
  passed: readonly DayPassedOver[],
  anchorSaid = true,
): string => {
  if (anchor === 'agreed' && workingDays === 0) return 'the day that was agreed';
  const from = `${sayDate(anchorDate)}${anchorSaid ? ` (${ANCHORS[anchor]})` : ''}`;
  if (workingDays === 0) return `the same day as ${from}`;
  const days = Math.abs(workingDays);
  const way = workingDays > 0 ? 'after' : 'before';
  return `${days} working ${days === 1 ? 'day' : 'days'} ${way} ${from}${notCounting(passed)}`;
};
