// A moment in time, as epoch milliseconds. It never mixes with a civil date: see `londonTime.ts` for the
// only way from one to the other.

import { parseCivilDate } from './civilDate';

export type Instant = number & { readonly __brand: 'Instant' };

/** In milliseconds. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Epoch milliseconds as an instant. Throws on anything but a whole number within the range of dates. */
export const instant = (milliseconds: number): Instant => {
  if (!Number.isSafeInteger(milliseconds) || Math.abs(milliseconds) > 8_640_000_000_000_000) {
    throw new RangeError(`${milliseconds} is not an instant: whole milliseconds since 1970 are expected`);
  }
  return milliseconds as Instant;
};

/** The first of some moments; nothing of none. */
export const earliestOf = (moments: readonly Instant[]): Instant | undefined =>
  moments.length === 0 ? undefined : (Math.min(...moments) as Instant);

/** Programs write fractions of a second as finely as they count them. */
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
/**
 * Reads an ISO 8601 instant. The zone is demanded: "16:20" alone would mean something else on every machine.
 * Dates that do not exist (31 June) are refused, where the platform would roll them over. What is finer than a millisecond is cut off,
 * so that no moment comes to lie on the next day.
 */
export const parseInstant = (text: string): Instant | undefined => {
  if (!WITH_ZONE.test(text)) return undefined;
  if (parseCivilDate(text.slice(0, 10)) === undefined) return undefined;
  // Parsing a text that names its zone reads no clock and no machine zone.
  // oxlint-disable-next-line no-restricted-globals
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : instant(at);
};

/** `2026-03-30T15:20:00.000Z`. */
export const formatInstant = (at: Instant): string => {
  // oxlint-disable-next-line no-restricted-globals
  return new Date(at).toISOString();
};
