// Whether a day that somebody gives can be right: not before what it answers, not after what answers it, and not in the
// future.

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import { londonDateOf } from '../calendar/londonTime';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import type { Rejection } from './rejections';
import type { Running } from './state';

/** The London day on which the referral was received. */
export const receivedOn = (
  { timestamps: { referralReceived } }: Pick<Running, 'timestamps'>,
  calendar: WorkingCalendar,
): CivilDate | undefined =>
  referralReceived === undefined ? undefined : londonDateOf(calendar, referralReceived);

export const outsideItsTime = (
  on: CivilDate,
  from: CivilDate,
  calendar: WorkingCalendar,
  now: Instant,
  ...notAfter: readonly CivilDate[]
): Rejection | undefined => {
  const to = [londonDateOf(calendar, now), ...notAfter].reduce((a, b) => (a < b ? a : b));
  return on < from || on > to ? { code: 'DatedOutsideItsTime', on, from, to } : undefined;
};
