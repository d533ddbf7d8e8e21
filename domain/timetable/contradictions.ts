// Which of the six moments of a case cannot both be (R3). Whether that is refused or only noted is the caller's.

import type { Instant } from '../calendar/instant';
import type { TimestampName } from '../policy/policyProfile';
import type { TimetableFacts } from './facts';

export interface Contradiction {
  readonly earlier: TimestampName;
  readonly earlierAt: Instant;
  readonly later: TimestampName;
  readonly laterAt: Instant;
}

/** Which timestamp cannot lie after which. The notification may come before or after the referral (R3). */
const IN_ORDER: readonly (readonly [TimestampName, TimestampName])[] = [
  ['incident', 'localAuthorityAware'],
  ['incident', 'referralReceived'],
  ['incident', 'notificationSent'],
  ['localAuthorityAware', 'notificationSent'],
  ['notificationSent', 'notificationCopyReceived'],
  ['referralReceived', 'acceptedAsRapidReview'],
  // Where nobody has recorded when the notification went, its copy stands for it: it is no older than what it tells of.
  ['incident', 'notificationCopyReceived'],
  ['localAuthorityAware', 'notificationCopyReceived'],
];

/** Every two that contradict each other, in the order of the list. */
export const contradictions = (timestamps: TimetableFacts['timestamps']): readonly Contradiction[] =>
  IN_ORDER.flatMap(([earlier, later]) => {
    const [earlierAt, laterAt] = [timestamps[earlier], timestamps[later]];
    return earlierAt === undefined || laterAt === undefined || earlierAt <= laterAt
      ? []
      : [{ earlier, earlierAt, later, laterAt }];
  });
