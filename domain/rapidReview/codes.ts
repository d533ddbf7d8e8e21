// How the codes are written that stand for a case, an agency, a contact, a person, a date of the sub-group and local days wherever names
// may not: the one place of their forms. Who is given which is decided by the registers.

import type { LocalDaysId } from '../localDays/localDays';
import type { AgencyId, ContactId } from '../timetable/facts';
import type { ActorId } from './asked';
import type { DiaryDateId } from './meeting/state';
import type { CaseReference } from './references';

/** Sources of regular expressions, without their ends. At most nine digits, as many as a counter holds. */
export const CODES = {
  case: String.raw`RR-\d{4}-\d{4,9}`,
  agency: String.raw`AG-\d{4,9}`,
  contact: String.raw`AG-\d{4,9}-C\d{1,9}`,
  person: String.raw`P-\d{4,9}`,
  diaryDate: String.raw`SG-\d{4,9}`,
  localDays: String.raw`LD-\d{4,9}`,
} as const;

export type CodeKind = keyof typeof CODES;

/** What a text is that has the form. */
export interface CodeOf extends Record<CodeKind, string> {
  readonly case: CaseReference;
  readonly agency: AgencyId;
  readonly contact: ContactId;
  readonly person: ActorId;
  readonly diaryDate: DiaryDateId;
  readonly localDays: LocalDaysId;
}

/** A code of this kind and nothing besides. */
export const wholeCode = (kind: CodeKind): string => `^${CODES[kind]}$`;

const WHOLE = {
  case: new RegExp(wholeCode('case')),
  agency: new RegExp(wholeCode('agency')),
  contact: new RegExp(wholeCode('contact')),
  person: new RegExp(wholeCode('person')),
  diaryDate: new RegExp(wholeCode('diaryDate')),
  localDays: new RegExp(wholeCode('localDays')),
} as const satisfies Record<CodeKind, RegExp>;

export const isCode = <K extends CodeKind>(kind: K, text: string): text is CodeOf[K] =>
  WHOLE[kind].test(text);

/** The code as written; throws where it has not the form. For literals. */
export const codeOf = <K extends CodeKind>(kind: K, text: string): CodeOf[K] => {
  if (!isCode(kind, text)) throw new RangeError(`${text} is no code of the kind "${kind}"`);
  return text;
};
