// What the six timestamps are called wherever people read of them (R3). No rule rests on the words.

import type { TimestampName } from './policyProfile';

export const TIMESTAMP_WORDS: Readonly<Record<TimestampName, string>> = {
  incident: 'the incident',
  localAuthorityAware: 'the local authority becoming aware',
  referralReceived: 'the receipt of the referral',
  acceptedAsRapidReview: 'the acceptance as a Rapid Review',
  notificationSent: 'the notification to the national Panel',
  notificationCopyReceived: "the receipt of the notification's copy",
};
