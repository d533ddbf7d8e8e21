// The answer to a write as somebody may see it who answers for one agency only: its own dates and warnings, of nobody else.

import type { FastifyRequest } from 'fastify';
import { onlyAgency } from '../permissions/guard';
import type { Permission } from '../permissions/permissions';
import type { WriteAnswer } from './writeAnswer';

export const narrowAnswer = (
  request: FastifyRequest,
  permission: Permission,
  answer: WriteAnswer,
): WriteAnswer => {
  const reach = onlyAgency(request, permission);
  if (!reach.limited) return answer;
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
