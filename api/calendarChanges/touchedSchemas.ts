// What became of the changes of the calendar, on the wire: which cases each touched, and on which lists of bank holidays the
// dates of one case have rested.

import { Type, type Static } from 'typebox';
import { DateField, InstantField, ObligationKeyField, ReferenceField, strict } from '../fields/fields';
import { DayChangedSchema } from './dayChangedSchema';

const BroughtMove = Type.Object({ key: ObligationKeyField, was: DateField, due: DateField }, strict);
export const BroughtSchema = Type.Object(
  {
    number: Type.Integer(),
    cases: Type.Array(
      Type.Object(
        {
          reference: ReferenceField,
          event: Type.Integer({ description: 'The number of the event in the chronology of the case.' }),
          at: InstantField,
          moves: Type.Array(BroughtMove),
        },
        strict,
      ),
    ),
    next: Type.Optional(Type.String()),
  },
  {
    ...strict,
    examples: [
      {
        number: 4,
        cases: [
          {
            reference: 'RR-2022-0007',
            event: 31,
            at: '2022-09-10T17:30:02.000Z',
            moves: [{ key: 'completeLocal', was: '2022-09-29', due: '2022-09-30' }],
          },
        ],
      },
    ],
  },
);

export const CalendarsSchema = Type.Object(
  {
    reference: ReferenceField,
    calendars: Type.Array(
      Type.Object(
        {
          calendar: Type.String({ description: 'Its version.' }),
          since: InstantField,
          event: Type.Integer(),
          change: Type.Optional(
            Type.Integer({ description: 'The change that brought it; absent at the opening.' }),
          ),
          reason: Type.Optional(Type.String({ description: 'Why that change was accepted.' })),
          reasonWithheld: Type.Optional(Type.Enum(['notPermitted'])),
          coversTo: DateField,
          confirmedTo: DateField,
          days: Type.Array(DayChangedSchema, {
            description: 'On which days it differs from the one before.',
          }),
          moves: Type.Array(BroughtMove),
        },
        strict,
      ),
      {
        description:
          'Every list of bank holidays that the dates of the case have rested on, the first one first.',
      },
    ),
  },
  {
    ...strict,
    examples: [
      {
        reference: 'RR-2022-0007',
        calendars: [
          {
            calendar: '85313df60df678f9',
            since: '2022-09-08T09:12:00.000Z',
            event: 1,
            coversTo: '2024-12-31',
            confirmedTo: '2024-12-31',
            days: [],
            moves: [],
          },
        ],
      },
    ],
  },
);
export type CalendarsView = Static<typeof CalendarsSchema>;
