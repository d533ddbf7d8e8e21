// How moments and fields are put into sentences for people: London time, plain words. No rule rests on it.

import { parseCivilDate, sayDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import type { ListKind } from '../../domain/holidayLedger/ledger';
import type { TimestampName } from '../../domain/policy/policyProfile';

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  calendar: 'iso8601',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const inLondon = (at: Instant): { readonly day: string; readonly time: string } => {
  const parts = Object.fromEntries(LONDON.formatToParts(at).map(({ type, value }) => [type, value]));
  const { year = '', month = '', day = '', hour = '', minute = '' } = parts;
  return { day: `${year.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}` };
};

/** `Monday 30 March 2026 at 16:20`, in London. */
export const sayInstant = (at: Instant): string => {
  const { day, time } = inLondon(at);
  const date = parseCivilDate(day);
  return `${date === undefined ? new Date(at).toISOString() : sayDate(date)} at ${time}`;
};

/** `2026-03-30 16:20`, in London: what a spreadsheet takes for a moment. */
export const londonMinute = (at: Instant): string => {
  const { day, time } = inLondon(at);
  return `${day} ${time}`;
};

/** The six timestamps of R3, as people call them. */
export const TIMESTAMP_WORDS: Readonly<Record<TimestampName, string>> = {
  incident: 'the incident',
  localAuthorityAware: 'the local authority becoming aware',
  referralReceived: 'the receipt of the referral',
  acceptedAsRapidReview: 'the acceptance as a Rapid Review',
  notificationSent: 'the notification to the national Panel',
  notificationCopyReceived: "the receipt of the notification's copy",
};

/** Where a holiday was taken from, as people call it. */
export const SOURCE_WORDS: Readonly<Record<ListKind, string>> = {
  govUk: 'the list of GOV.UK',
  library: 'the date-holidays library',
  person: 'what a person listed',
};
