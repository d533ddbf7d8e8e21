// What a correction says: what was right instead, or that what was recorded was a mistake and never was. One of both.

import { Type, type Static } from 'typebox';
import { civilDate, type CivilDate } from '../../domain/calendar/civilDate';
import type { DossierRow } from '../../domain/rapidReview/state';
import { problem } from '../problems/problem';
import { takingBackProblems } from '../problems/takingBackProblems';
import type { WriteText } from '../writing/caseWrite';
import { DateField, strict, TextField } from './fields';

export const ByMistakeField = Type.Boolean({
  description:
    'true where it never was: recorded on the wrong case, or of the wrong agency. It then no longer counts, and stays in the chronology.',
});

/** `field` is the one that holds what is right. */
export const rightOrMistake = <T>(
  field: 'at' | 'on',
  right: T | undefined,
  recordedByMistake: boolean | undefined,
): T | undefined => {
  const byMistake = recordedByMistake === true;
  if ((right === undefined) === byMistake) return right;
  throw problem(takingBackProblems.rightOrMistake, { field }, [
    {
      in: 'body',
      pointer: `/${field}`,
      detail: byMistake ? 'comes beside recordedByMistake' : 'is missing, as recordedByMistake is',
    },
  ]);
};

/** Of a day that was mistyped, or that never was, and why. */
export const DayOrMistakeSchema = Type.Object(
  { on: Type.Optional(DateField), recordedByMistake: Type.Optional(ByMistakeField), reason: TextField() },
  {
    ...strict,
    description: 'Either "on", the right day, or "recordedByMistake".',
    examples: [
      { on: '2026-04-17', reason: 'The acknowledgement is of the Friday.' },
      { recordedByMistake: true, reason: 'It belongs to another case, and is recorded there now.' },
    ],
  },
);

interface DayPutRight {
  readonly on?: CivilDate;
  readonly reason: DossierRow;
}

/** Without `on` where it never was. It refuses before the reason is written. */
export const dayPutRight = async (
  { on, recordedByMistake, reason }: Static<typeof DayOrMistakeSchema>,
  write: WriteText,
): Promise<DayPutRight> => {
  const right = rightOrMistake('on', on, recordedByMistake);
  return {
    ...(right === undefined ? {} : { on: civilDate(right) }),
    reason: await write('reason', 'reason', reason),
  };
};
