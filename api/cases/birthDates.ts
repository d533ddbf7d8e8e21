// Whether a date of birth can be one. A child that is not born yet has the day on which it is expected; what lies further ahead, or longer
// ago than anybody lives, is a year that was mistyped.

import type { Instant } from '../../domain/calendar/instant';
import { addMonths, type CivilDate } from '../../domain/calendar/civilDate';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import { inBody, problem, type FieldError } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';

/** Longer than anybody carries a child. */
const MONTHS_AHEAD = 10;

/** Whoever has left care is young; a parent's or grandparent's is taken too. */
const YEARS_BACK = 110;

const whyNone = (born: CivilDate, today: CivilDate): string | undefined => {
  if (born > addMonths(today, MONTHS_AHEAD))
    return `lies more than ${MONTHS_AHEAD} months ahead; of a child that is not born yet, give the day on which it is expected, or leave it out`;
  return born < addMonths(today, -12 * YEARS_BACK)
    ? `lies more than ${YEARS_BACK} years back; check the year, or leave it out where the day is not known`
    : undefined;
};

/** Throws the problem. */
export const mustBeBirthDates = (
  children: readonly { readonly dateOfBirth?: string }[] = [],
  arrivedAt: Instant,
): void => {
  const today = londonDayAt(arrivedAt);
  const wrong = children.flatMap(({ dateOfBirth }, index): readonly FieldError[] => {
    const why = dateOfBirth === undefined ? undefined : whyNone(dateOfBirth as CivilDate, today);
    return why === undefined ? [] : inBody(`/children/${index}/dateOfBirth`, why);
  });
  if (wrong.length > 0) throw problem(requestProblems.malformedRequest, {}, wrong);
};
