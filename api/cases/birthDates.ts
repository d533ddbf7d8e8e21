// Whether a date of birth can be one. A child that is not born yet has the day on which it is expected; what lies further ahead is a
// year that was mistyped.

import type { Instant } from '../../domain/calendar/instant';
import { addMonths, type CivilDate } from '../../domain/calendar/civilDate';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';

/** Longer than anybody carries a child. */
const MONTHS_AHEAD = 10;

/** Throws the problem. */
export const mustBeBirthDates = (
  children: readonly { readonly dateOfBirth?: string }[] = [],
  arrivedAt: Instant,
): void => {
  const last = addMonths(londonDayAt(arrivedAt), MONTHS_AHEAD);
  const wrong = children.flatMap(({ dateOfBirth }, index) =>
    dateOfBirth !== undefined && (dateOfBirth as CivilDate) > last ? [index] : [],
  );
  if (wrong.length === 0) return;
  throw problem(
    requestProblems.malformedRequest,
    {},
    wrong.map((index) => ({
      in: 'body',
      pointer: `/children/${index}/dateOfBirth`,
      detail: `lies more than ${MONTHS_AHEAD} months ahead; of a child that is not born yet, give the day on which it is expected, or leave it out`,
    })),
  );
};
