// What reaches beyond the calendar, made into the problem that says how far the calendar reaches, and which field of the
// request has the day that does not lie in it, or leads out of it.

import { parseCivilDate, sayDate } from '../../domain/calendar/civilDate';
import { formatInstant, parseInstant } from '../../domain/calendar/instant';
import { BeyondCalendar } from '../../domain/calendar/workingCalendar';
import type { Rejection } from '../../domain/rapidReview/rejections';
import { problem, type FieldError, type Problem } from './problem';
import { rejectionProblems } from './rejectionProblems';

type DoesNotCover = Extract<Rejection, { readonly code: 'CalendarDoesNotCover' }>;

/** What was asked is a day, or says one among other words. */
const dayIn = (asked: string): string | undefined => /\d{4}-\d{2}-\d{2}/.exec(asked)?.[0];

/** A calendar begins and ends with a year, in winter: there, and by it beyond, the day in London is the day in Greenwich. */
const hasDay = (value: string, day: string): boolean => {
  if (parseCivilDate(value) !== undefined) return value === day;
  const at = parseInstant(value);
  return at !== undefined && formatInstant(at).startsWith(day);
};

const pointersTo = (body: unknown, day: string, at: string): readonly string[] => {
  if (typeof body === 'string') return hasDay(body, day) ? [at] : [];
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) => pointersTo(value, day, `${at}/${name}`));
};

/** Only a field that has this very day: the day may come from what was recorded before, or be today. */
const fieldsOf = ({ asked, from, to }: DoesNotCover, body: unknown): readonly FieldError[] => {
  const day = dayIn(asked);
  if (day === undefined) return [];
  const span = `${sayDate(from)} to ${sayDate(to)}`;
  const detail = day < from || day > to ? `must be a day from ${span}` : `leads out of the days from ${span}`;
  return pointersTo(body, day, '').map((pointer) => ({ in: 'body', pointer, detail }));
};

export const doesNotCover = (rejection: DoesNotCover, body?: unknown): Problem =>
  problem(rejectionProblems.CalendarDoesNotCover, rejection, fieldsOf(rejection, body));

/** `body` is that of the request, where what it gives is asked about. */
export const covered = <T>(ask: () => T, body?: unknown): T => {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof BeyondCalendar)) throw error;
    throw doesNotCover({ code: 'CalendarDoesNotCover', asked: error.asked, ...error.covers }, body);
  }
};
