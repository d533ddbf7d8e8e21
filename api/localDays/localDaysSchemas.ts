// The forms of the register of local days on the wire: a closure or school holidays, their changes, and what is asked.

import { Type, type Static } from 'typebox';
import { LOCAL_DAYS_KINDS, type LocalDaysId } from '../../domain/localDays/localDays';
import { wholeCode } from '../../domain/rapidReview/codes';
import { AgencyIdField, DateField, InstantField, LineField, strict } from '../fields/fields';

const LocalDaysIdField = Type.Unsafe<LocalDaysId>(
  Type.String({ pattern: wholeCode('localDays'), description: 'must look like LD-0001' }),
);
export const LocalDaysParams = Type.Object({ localDays: LocalDaysIdField }, strict);

const LocalDaysKindField = Type.Enum([...LOCAL_DAYS_KINDS]);

const AgencyField = Type.Optional(
  Type.String({ ...AgencyIdField, description: "Whose they are, such as AG-0003; absent: everybody's." }),
);

export const LocalDaysToAddSchema = Type.Object(
  {
    kind: LocalDaysKindField,
    title: Type.String({
      ...LineField(100),
      description:
        'must be what they are called in public, on one line and not blank: it is shown wherever a date lies in them',
    }),
    firstDay: DateField,
    lastDay: Type.String({ ...DateField, description: 'The same as the first, of a single day.' }),
    agency: AgencyField,
  },
  {
    ...strict,
    examples: [
      {
        kind: 'closure',
        title: 'Christmas shut-down',
        agency: 'AG-0003',
        firstDay: '2026-12-24',
        lastDay: '2027-01-01',
      },
    ],
  },
);
export const LocalDaysToTakeBackSchema = Type.Object({}, { ...strict, examples: [{}] });

const days = {
  id: LocalDaysIdField,
  version: Type.Integer({
    description: '1, and 2 once taken back. It is the ETag as well: send it back in If-Match.',
  }),
  kind: LocalDaysKindField,
  title: Type.String(),
  firstDay: DateField,
  lastDay: DateField,
  agency: AgencyField,
  takenBack: Type.Boolean({ description: 'It is no longer named beside any date.' }),
};
const daysExample = {
  id: 'LD-0001',
  version: 1,
  kind: 'closure' as const,
  title: 'Christmas shut-down',
  firstDay: '2026-12-24',
  lastDay: '2027-01-01',
  agency: 'AG-0003',
  takenBack: false,
};

export const LocalDaysListSchema = Type.Object(
  { items: Type.Array(Type.Object(days, strict)) },
  { ...strict, examples: [{ items: [daysExample] }] },
);
export type LocalDaysListItem = Static<typeof LocalDaysListSchema>['items'][number];

const Change = Type.Object(
  {
    version: Type.Integer(),
    change: Type.Enum(['added', 'takenBack']),
    at: InstantField,
    by: Type.String({ description: 'The code of whoever changed it.' }),
    who: Type.Optional(Type.String({ description: 'For those whose role includes it.' })),
  },
  strict,
);

export const LocalDaysSchema = Type.Object(
  { ...days, changes: Type.Array(Change, { description: 'The first one first.' }) },
  {
    ...strict,
    examples: [
      {
        ...daysExample,
        changes: [
          { version: 1, change: 'added', at: '2026-11-02T10:30:00.000Z', by: 'P-0002', who: 'Sam Inglewood' },
        ],
      },
    ],
  },
);
export type LocalDaysView = Static<typeof LocalDaysSchema>;
