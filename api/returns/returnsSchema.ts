// The answers of agencies as they are shown: how each stands, and of one what was written.

import { Type, type Static } from 'typebox';
import { ANSWERS, JUDGED, WAYS } from '../../domain/rapidReview/state';
import { OBLIGATION_STATUSES } from '../../domain/timetable/timetable';
import { ReturnView } from '../cases/oneCaseSchema';
import {
  AgencyIdField,
  DateField,
  InstantField,
  ReferenceField,
  strict,
  VersionField,
} from '../fields/fields';
import { TextSchema } from '../texts/textReader';

/** As far as the timetable has it. */
const Progress = Type.Object(
  {
    status: Type.Enum([...OBLIGATION_STATUSES]),
    due: Type.Optional(DateField),
    dueInWords: Type.Optional(Type.String()),
    doneOn: Type.Optional(DateField),
    workingDaysEarly: Type.Optional(Type.Integer({ description: 'Negative is late.' })),
    punctuality: Type.Optional(Type.String()),
  },
  strict,
);
export type ProgressView = Static<typeof Progress>;

const standing = {
  agency: AgencyIdField,
  name: Type.String(),
  return: Progress,
  agreedDate: Type.Optional(Type.String({ format: 'date', description: 'In place of its own count.' })),
  recordsSecured: Progress,
};

const progressExample: ProgressView = {
  status: 'met',
  due: '2026-04-09',
  dueInWords: 'by the end of Thursday 9 April 2026',
  doneOn: '2026-04-08',
  workingDaysEarly: 1,
  punctuality: '1 working day early',
};
const standingExample = {
  agency: 'AG-0003',
  name: 'Example Hospitals NHS Trust',
  return: progressExample,
  recordsSecured: { status: 'missed', due: '2026-04-02' } satisfies ProgressView,
};

export const ReturnsSchema = Type.Object(
  {
    reference: ReferenceField,
    version: VersionField,
    agencies: Type.Array(
      Type.Object(
        { ...standing, answers: Type.Array(ReturnView, { description: 'One version an answer.' }) },
        strict,
      ),
    ),
  },
  {
    ...strict,
    examples: [
      {
        reference: 'RR-2026-0007',
        version: 19,
        agencies: [
          {
            ...standingExample,
            answers: [{ number: 1, answer: 'full', on: '2026-04-08', judged: 'accepted' }],
          },
        ],
      },
    ],
  },
);
export type ReturnsView = Static<typeof ReturnsSchema>;

const Written = Type.Object(
  {
    number: Type.Integer(),
    answer: Type.Enum([...ANSWERS]),
    how: Type.Enum([...WAYS]),
    on: DateField,
    recordedAt: InstantField,
    judged: Type.Optional(Type.Enum([...JUDGED])),
    content: Type.Optional(TextSchema),
    by: Type.Optional(TextSchema),
    missing: Type.Optional(TextSchema),
  },
  { ...strict, description: 'What was written, and where it was sent back, what was missing.' },
);

const Secured = Type.Object(
  {
    on: DateField,
    paper: Type.Boolean(),
    electronic: Type.Boolean(),
    locked: Type.Boolean(),
    by: Type.Optional(TextSchema),
  },
  strict,
);

export const AgencyReturnsSchema = Type.Object(
  {
    reference: ReferenceField,
    version: VersionField,
    ...standing,
    answers: Type.Array(Written),
    secured: Type.Optional(Secured),
  },
  {
    ...strict,
    examples: [
      {
        reference: 'RR-2026-0007',
        version: 19,
        ...standingExample,
        answers: [
          {
            number: 1,
            answer: 'full',
            how: 'secureMail',
            on: '2026-04-08',
            judged: 'sentBack',
            recordedAt: '2026-04-08T13:20:41.000Z',
            content: { text: 'What the agency wrote, in full.' },
            missing: { text: 'The chronology of the last year is not in it.' },
          },
        ],
      },
    ],
  },
);
export type AgencyReturnsView = Static<typeof AgencyReturnsSchema>;
