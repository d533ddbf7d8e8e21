// The answer to a write as its asker may see it: who answers for one agency only sees its own dates and warnings, of nobody
// else; and who may not read cases learns what was done, and no more of the case by doing it.

import type { FastifyRequest } from 'fastify';
import { mayAlso, onlyAgency } from '../permissions/guard';
import type { Permission } from '../permissions/permissions';
import type { WriteAnswer } from './writeAnswer';

export const narrowAnswer = (
  request: FastifyRequest,
  permission: Permission,
  answer: WriteAnswer,
): WriteAnswer => {
  const reach = onlyAgency(request, permission);
  if (!reach.limited) {
    if (mayAlso(request, 'readCases')) return answer;
    const { timetable: _dates, warnings: _warnings, ...done } = answer;
    return done;
  }
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
