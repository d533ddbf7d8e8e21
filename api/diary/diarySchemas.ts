// The forms of the sub-group's diary on the wire: a date with the cases that use it, its changes, and what is asked.

import { Type, type Static } from 'typebox';
import { wholeCode } from '../../domain/rapidReview/codes';
import type { DiaryDateId } from '../../domain/rapidReview/meeting/state';
import { DateField, InstantField, ReferenceField, strict } from '../fields/fields';

export const DiaryDateField = Type.Unsafe<DiaryDateId>(
  Type.String({ pattern: wholeCode('diaryDate'), description: 'must look like SG-0004' }),
);
export const DiaryDateParams = Type.Object({ date: DiaryDateField }, strict);

export const DateToAddSchema = Type.Object(
  { startsAt: InstantField },
  { ...strict, examples: [{ startsAt: '2026-04-14T10:00:00+01:00' }] },
);
export const DateToMoveSchema = Type.Object(
  { startsAt: InstantField },
  { ...strict, examples: [{ startsAt: '2026-04-15T14:00:00+01:00' }] },
);
export const DateToCancelSchema = Type.Object({}, { ...strict, examples: [{}] });

const date = {
  id: DiaryDateField,
  version: Type.Integer({
    description: 'One more with each change. It is the ETag as well: send it back in If-Match.',
  }),
  startsAt: InstantField,
  on: DateField,
  inWords: Type.String(),
  cancelled: Type.Boolean(),
  cases: Type.Array(
    Type.Object(
      {
        reference: ReferenceField,
        followed: Type.Boolean({
          description:
            'Whether the meeting of the case is as the date is now. It will be soon, where not: nobody need do anything.',
        }),
      },
      strict,
    ),
    { description: 'The cases whose meeting uses the date, or used it when it was last changed.' },
  ),
};
const dateExample = {
  id: 'SG-0004',
  version: 2,
  startsAt: '2026-04-15T13:00:00.000Z',
  on: '2026-04-15',
  inWords: 'Wednesday 15 April 2026 at 14:00',
  cancelled: false,
  cases: [{ reference: 'RR-2026-0007', followed: true }],
};

const Change = Type.Object(
  {
    version: Type.Integer(),
    change: Type.Enum(['added', 'moved', 'cancelled']),
    startsAt: InstantField,
    at: InstantField,
    by: Type.String({ description: 'The code of whoever changed it.' }),
    who: Type.String(),
  },
  strict,
);

export const DiarySchema = Type.Object(
  { items: Type.Array(Type.Object(date, strict)) },
  { ...strict, examples: [{ items: [dateExample] }] },
);

export const DiaryDateSchema = Type.Object(
  { ...date, changes: Type.Array(Change, { description: 'The first one first.' }) },
  {
    ...strict,
    examples: [
      {
        ...dateExample,
        changes: [
          {
            version: 1,
            change: 'added',
            startsAt: '2026-04-14T09:00:00.000Z',
            at: '2026-01-12T10:30:00.000Z',
            by: 'P-0002',
            who: 'Sam Inglewood',
          },
          {
            version: 2,
            change: 'moved',
            startsAt: '2026-04-15T13:00:00.000Z',
            at: '2026-03-31T08:15:00.000Z',
            by: 'P-0002',
            who: 'Sam Inglewood',
          },
        ],
      },
    ],
  },
);
export type DiaryDateView = Static<typeof DiaryDateSchema>;
export type DiaryListItem = Static<typeof DiarySchema>['items'][number];
