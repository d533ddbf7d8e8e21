// Whether a day that somebody gives can be right: not before what it answers, not after what answers it, and not in the
// future.

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import { londonDateOf } from '../calendar/londonTime';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import type { Bound } from './decision/rejections';
import { isOnItsWay, type Dispatch } from './panel/state';
import type { Rejection } from './rejections';
import type { CaseWithReview } from './state';

/** The London day on which the referral was received. */
export const receivedOn = (
  { timestamps: { referralReceived } }: Pick<CaseWithReview, 'timestamps'>,
  calendar: WorkingCalendar,
): CivilDate | undefined =>
  referralReceived === undefined ? undefined : londonDateOf(calendar, referralReceived);

export interface DayOf {
  readonly of: Bound;
  readonly on: CivilDate;
}

/** Of one that is not known there is no day. */
export const dayOf = (of: Bound, on: CivilDate | undefined): DayOf | undefined =>
  on === undefined ? undefined : { of, on };

export const receiptOf = (
  state: Pick<CaseWithReview, 'timestamps'>,
  calendar: WorkingCalendar,
): DayOf | undefined => dayOf('receipt', receivedOn(state, calendar));

/** Of what went to the Panel; of a mail that is on its way the day on which it was ordered, since when it may have gone. */
export const daysOfDispatches = (
  dispatches: readonly Dispatch[],
  calendar: WorkingCalendar,
): readonly DayOf[] =>
  dispatches
    .map((one) => dayOf('dispatch', isOnItsWay(one) ? londonDateOf(calendar, one.orderedAt) : one.sent?.on))
    .filter((one) => one !== undefined);

/** `earliest` absent: nothing is known that it answers. */
export const outsideItsTime = (
  on: CivilDate,
  earliest: DayOf | undefined,
  calendar: WorkingCalendar,
  now: Instant,
  ...answeredBy: readonly DayOf[]
): Rejection | undefined => {
  const today = londonDateOf(calendar, now);
  const latest = answeredBy.reduce<Pick<DayOf, 'on'> & Partial<DayOf>>((a, b) => (b.on < a.on ? b : a), {
    on: today,
  });
  const [from, to] = [earliest?.on ?? on, latest.on];
  if (on >= from && on <= to) return undefined;
  return {
    code: 'DatedOutsideItsTime',
    on,
    from,
    to,
    ...(earliest === undefined ? {} : { since: earliest.of }),
    ...(latest.of === undefined ? {} : { until: latest.of }),
  };
};
