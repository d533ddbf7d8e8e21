// A range of days that a reading asks about: it does not end before it begins. Answered as empty, a slip in one of the days would read
// as if there were nothing.

import type { CivilDate } from '../../domain/calendar/civilDate';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';

/** As the query gives them: their schemas ask for days. */
type Query = Readonly<Record<string, unknown>>;

/** `begins` and `ends` are the names of the two parameters. Throws the problem. */
export const mustBeRange = (query: Query, begins: string, ends: string): void => {
  const [from, to] = [query[begins] as CivilDate | undefined, query[ends] as CivilDate | undefined];
  if (from === undefined || to === undefined || to >= from) return;
  throw problem(requestProblems.rangeEndsBeforeItBegins, { from, to }, [
    { in: 'query', pointer: `/${ends}`, detail: `lies before ${begins}` },
  ]);
};
