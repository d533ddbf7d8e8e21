// How moments and fields are put into sentences for people: London time, plain words. No rule rests on it.

import { parseCivilDate, sayDate } from '../../domain/calendar/civilDate';
import { parseInstant, type Instant } from '../../domain/calendar/instant';
import type { ListKind } from '../../domain/holidayLedger/ledger';

const TO_THE_MINUTE = {
  timeZone: 'Europe/London',
  calendar: 'iso8601',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;
const LONDON = new Intl.DateTimeFormat('en-GB', TO_THE_MINUTE);
const LONDON_EXACTLY = new Intl.DateTimeFormat('en-GB', {
  ...TO_THE_MINUTE,
  second: '2-digit',
  timeZoneName: 'short',
});

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;
const partsOf = (format: Intl.DateTimeFormat, at: Instant): Parts =>
  Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));

const inLondon = (at: Instant): { readonly day: string; readonly time: string } => {
  const { year = '', month = '', day = '', hour = '', minute = '' } = partsOf(LONDON, at);
  return { day: `${year.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}` };
};

/** Tells apart what the minute does not: moments within it, and those of the hour that London has twice. */
const timeExactly = (at: Instant): string => {
  const { hour = '', minute = '', second = '', timeZoneName = '' } = partsOf(LONDON_EXACTLY, at);
  return `${hour}:${minute}:${second} ${timeZoneName}`;
};

const onDay = (at: Instant, day: string, time: string): string => {
  const date = parseCivilDate(day);
  return `${date === undefined ? new Date(at).toISOString() : sayDate(date)} at ${time}`;
};

/** `Monday 30 March 2026 at 16:20`, in London. */
export const sayInstant = (at: Instant): string => {
  const { day, time } = inLondon(at);
  return onDay(at, day, time);
};

/** The same of one as it stands in an answer. */
export const sayPresented = (at: string): string => {
  const moment = parseInstant(at);
  return moment === undefined ? at : sayInstant(moment);
};

/** Two moments that are seconds apart, or by an hour that London has twice, read differently. */
export const sayApart = (one: Instant, other: Instant): readonly [string, string] => {
  const alike = sayInstant(one) === sayInstant(other);
  const say = (at: Instant): string =>
    alike ? onDay(at, inLondon(at).day, timeExactly(at)) : sayInstant(at);
  return [say(one), say(other)];
};

/** `Monday 30 March 2026 at 16:20, not on Monday 30 March 2026 at 16:02`. */
export const sayInstead = (at: Instant, was: Instant): string => {
  const [now, before] = sayApart(at, was);
  return `${now}, not on ${before}`;
};

/** `2026-03-30 16:20`, in London: what a spreadsheet takes for a moment. */
export const londonMinute = (at: Instant): string => {
  const { day, time } = inLondon(at);
  return `${day} ${time}`;
};

/** Where a holiday was taken from, as people call it. */
export const SOURCE_WORDS: Readonly<Record<ListKind, string>> = {
  govUk: 'the list of GOV.UK',
  library: 'the date-holidays library',
  person: 'what a person listed',
};
