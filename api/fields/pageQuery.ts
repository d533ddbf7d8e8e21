// How a list is asked for a page at a time: how much of it, and from where. What a page then is, is `http/pageOf.ts`.

import { Type } from 'typebox';
import { problem, type Problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';

/** Where nothing else is asked for. */
export const USUAL_PAGE = 50;
export const LARGEST_PAGE = 200;

export const PageLimit = Type.Optional(
  Type.Integer({ minimum: 1, maximum: LARGEST_PAGE, default: USUAL_PAGE }),
);

/** Of a list whose places are no ids, but texts that only it reads. */
export const PageAfter = Type.Optional(
  Type.String({ minLength: 1, maxLength: 200, description: 'The "next" of the page before.' }),
);

/** Of such a text that it cannot read. */
export const unreadableAfter = (): Problem =>
  problem(requestProblems.unreadableCursor, {}, [
    { in: 'query', pointer: '/after', detail: 'is not the "next" of a page' },
  ]);
