// A correction that cannot say "recordedByMistake", because an address of its own takes back what it corrects: whoever says so all the
// same hears that address, and not that there is no such field.

import type { preValidationHookHandler } from 'fastify';
import type { TObject } from 'typebox';
import { isCode } from '../../domain/rapidReview/codes';
import { inBody, problem } from '../problems/problem';
import { takingBackProblems } from '../problems/takingBackProblems';
import type { ActRoute } from './actOfRoute';

const saysByMistake = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'recordedByMistake' in body && body.recordedByMistake === true;

/** Before the body is checked; an agency that cannot be is left to the check of the address. */
export const refuseByMistake = ({
  takenBackAt,
}: Pick<ActRoute<TObject, TObject>, 'takenBackAt'>): {
  readonly preValidation?: preValidationHookHandler;
} => {
  if (takenBackAt === undefined) return {};
  return {
    preValidation: (request, _reply, done) => {
      const { agency = '' } = request.params as { agency?: string };
      if (saysByMistake(request.body) && isCode('agency', agency)) {
        const address = `/cases/{reference}${takenBackAt.replace(':agency', agency)}`;
        throw problem(
          takingBackProblems.takenBackElsewhere,
          { address },
          inBody('/recordedByMistake', 'is not said here'),
        );
      }
      done();
    },
  };
};
