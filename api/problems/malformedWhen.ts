// What is wrong with a text that is to be a moment or a day, where its form tells, and what would be right. The text itself is never
// repeated: a day may be somebody's birthday.

import { parseCivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import { londonMomentAt } from '../../platform/holidays/londonOffsets';

/** Which of the forms of a text that people write for a day or a moment. */
const DAY_FIRST = /^\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/;
const DAY_ALONE = /^\d{4}-\d{2}-\d{2}$/;
const WITHOUT_ZONE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;
const YEAR_FIRST = /^\d{4}-\d{2}-\d{2}/;

const noSuchDay = (text: string): boolean =>
  YEAR_FIRST.test(text) && parseCivilDate(text.slice(0, 10)) === undefined;

const dayFault = (text: string): string | undefined => {
  if (DAY_FIRST.test(text)) return 'is not written with the year first';
  return noSuchDay(text) ? 'names a day that does not exist' : undefined;
};

const momentFault = (text: string): string | undefined => {
  const ofDay = dayFault(text);
  if (ofDay !== undefined) return ofDay;
  if (DAY_ALONE.test(text)) return 'names a day without a time';
  return WITHOUT_ZONE.test(text) ? 'names no zone' : undefined;
};

const faultAndForm = (fault: string | undefined, form: string): string =>
  fault === undefined ? form : `${fault}: it ${form}`;

const textOf = (given: unknown): string => (typeof given === 'string' ? given : '');

/** The example is now, in London: with the offset that most of what is recorded today has. */
export const malformedMoment = (given: unknown, now: Instant): string =>
  faultAndForm(
    momentFault(textOf(given)),
    `must be a moment that exists, written with its zone: in London it is ${londonMomentAt(now)} now`,
  );

export const malformedDay = (given: unknown): string =>
  faultAndForm(dayFault(textOf(given)), 'must be a day that exists, written year-month-day: 2026-03-30');
