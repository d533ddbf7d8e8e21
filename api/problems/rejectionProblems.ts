// Every refusal of the rules as a problem, put together from one table a slice. TypeScript demands an entry for each
// code, and a test walks through all of them. The rules themselves are in domain/.

import type { CommandKind } from '../../domain/rapidReview/commands';
import type { Rejection, RejectionCode } from '../../domain/rapidReview/rejections';
import { problem, type FieldError, type Problem } from './problem';
import { arrangingProblems } from './rejections/arrangingProblems';
import { calendarChangeProblems } from './rejections/calendarChangeProblems';
import { decisionProblems } from './rejections/decisionProblems';
import { duplicatesProblems } from './rejections/duplicatesProblems';
import { endingProblems } from './rejections/endingProblems';
import { holdingProblems } from './rejections/holdingProblems';
import { panelProblems } from './rejections/panelProblems';
import { referralProblems } from './rejections/referralProblems';
import type { RefusalsOf, Refused } from './rejections/refused';
import { remindersProblems } from './rejections/remindersProblems';
import { returnsProblems } from './rejections/returnsProblems';
import { safetyProblems } from './rejections/safetyProblems';
import { scopingProblems } from './rejections/scopingProblems';

export const rejectionProblems = {
  ...referralProblems,
  ...scopingProblems,
  ...returnsProblems,
  ...remindersProblems,
  ...arrangingProblems,
  ...holdingProblems,
  ...decisionProblems,
  ...panelProblems,
  ...endingProblems,
  ...safetyProblems,
  ...duplicatesProblems,
  ...calendarChangeProblems,
} as const satisfies RefusalsOf<Rejection>;

/** Whether a failure that came back from Temporal carries a refusal of ours. */
export const isRejectionCode = (code: string): code is RejectionCode =>
  Object.hasOwn(rejectionProblems, code);

const isGiven = (pointer: string, body: unknown): boolean =>
  typeof body === 'object' && body !== null && Object.hasOwn(body, pointer.slice(1));

/** Where the same can be said in several fields, those in which it is; the first of them, where no request is known. */
const pointersIn = (field: string | readonly string[], body: unknown): readonly string[] => {
  if (typeof field === 'string') return [field];
  return body === undefined ? field.slice(0, 1) : field.filter((pointer) => isGiven(pointer, body));
};

/** `body`: of the request that is refused. */
export const problemOfRejection = (rejection: Rejection, command: CommandKind, body?: unknown): Problem => {
  const kind: Refused<Rejection> = rejectionProblems[rejection.code];
  const [field, detail] = kind.field?.(rejection, command) ?? [[], ''];
  const errors: readonly FieldError[] =
    rejection.code === 'VersionMovedOn'
      ? [{ in: 'header', pointer: '/if-match', detail: 'is not the version of the case' }]
      : pointersIn(field, body).map((pointer) => ({ in: 'body', pointer, detail }));
  return problem(kind, rejection, errors);
};
