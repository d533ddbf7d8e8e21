// The answer to a write as its asker may see it: who answers for one agency only sees its own dates and warnings, of nobody
// else, or nothing where it may be kept off the case; and who may not read cases learns what was done, and no more of the case by
// doing it.

import type { FastifyRequest } from 'fastify';
import type { TObject } from 'typebox';
import { mayAlso, onlyAgency } from '../permissions/guard';
import type { ActRoute } from './actOfRoute';
import type { WriteAnswer } from './writeAnswer';

const withoutDates = ({ timetable: _dates, warnings: _warnings, ...done }: WriteAnswer): WriteAnswer => done;

export const narrowAnswer = (
  request: FastifyRequest,
  { permission, alsoFromOffCase }: Pick<ActRoute<TObject, TObject>, 'permission' | 'alsoFromOffCase'>,
  answer: WriteAnswer,
): WriteAnswer => {
  const reach = onlyAgency(request, permission);
  if (!reach.limited) return mayAlso(request, 'readCases') ? answer : withoutDates(answer);
  if (alsoFromOffCase === true) return withoutDates(answer);
  const isOwn = ({ agency }: { readonly agency?: string }): boolean =>
    agency !== undefined && agency === reach.agency;
  const { timetable } = answer;
  return {
    ...answer,
    ...(timetable === undefined
      ? {}
      : { timetable: { calendar: timetable.calendar, obligations: timetable.obligations.filter(isOwn) } }),
    ...(answer.warnings === undefined ? {} : { warnings: answer.warnings.filter(isOwn) }),
  };
};
