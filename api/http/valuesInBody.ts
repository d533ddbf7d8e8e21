// How many values a body may hold, whatever they are: each may be wrong in its own way, and is then answered for. Counted before they are
// checked, so that a small body of very many costs no more than it weighs.

import type { FastifyInstance } from 'fastify';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';

/** Two hundred agencies, each with ten fields, are half of it. */
const MOST_VALUES = 5_000;

const holdsTooMany = (body: unknown): boolean => {
  const waiting: unknown[] = [body];
  let found = 0;
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const held: readonly unknown[] = Object.values(value);
    found += held.length;
    if (found > MOST_VALUES) return true;
    // One by one: a call takes no number of arguments that a caller chooses.
    for (const one of held) waiting.push(one);
  }
  return false;
};

export const limitValuesInBodies = (app: FastifyInstance): void => {
  app.addHook('preValidation', (request, _reply, done) => {
    if (holdsTooMany(request.body)) throw problem(requestProblems.tooManyValues, { most: MOST_VALUES });
    done();
  });
};
