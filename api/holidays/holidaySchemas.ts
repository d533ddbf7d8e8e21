// The forms of the bank-holiday ledger on the wire: the days that stand, one day with every fact of it, the readings of
// the lists. What a person asks to be recorded has its form in `holidayActSchemas.ts`.

import { Type, type Static } from 'typebox';
import { DateField, InstantField, strict } from '../fields/fields';
import { CalendarField } from '../timetable/explanationSchema';

const SourceField = Type.Enum(['govUk', 'library', 'person']);
/** The lists that are read. */
export const ListField = Type.Enum(['govUk', 'library']);
const Weekday = Type.String({ description: 'Such as Monday.' });

export const HolidayParams = Type.Object({ date: DateField }, strict);

const Holiday = Type.Object(
  {
    date: DateField,
    weekday: Weekday,
    title: Type.String(),
    source: Type.Enum(['govUk', 'library', 'person'], {
      description: 'Who had it first; library: only predicted.',
    }),
    knownSince: DateField,
    provisional: Type.Optional(
      Type.Boolean({ description: 'Only predicted: not on the official list yet.' }),
    ),
    changesNothing: Type.Optional(Type.Boolean({ description: 'It falls on a weekend.' })),
    inWords: Type.String({ description: 'Where it is from, and since when it was known.' }),
  },
  strict,
);
export type HolidayView = Static<typeof Holiday>;

const Difference = Type.Object(
  {
    date: DateField,
    weekday: Weekday,
    title: Type.String(),
    against: ListField,
    kind: Type.Enum(['notInSource', 'onlyInSource']),
    inWords: Type.String(),
  },
  { ...strict, description: 'Where the ledger and the last reading of a list do not agree.' },
);
export type DifferenceView = Static<typeof Difference>;

const Reading = Type.Object(
  {
    number: Type.Integer(),
    source: ListField,
    name: Type.String({ description: 'Of the list and its state, such as date-holidays 3.37.0.' }),
    readAt: InstantField,
    outcome: Type.Enum(['taken', 'refused']),
    fault: Type.Optional(Type.String({ description: 'Why nothing of it was taken, as a code.' })),
    inWords: Type.String(),
    listed: Type.Integer({ description: 'How many days it listed.' }),
    added: Type.Array(DateField, { description: 'The days that it added to the ledger.' }),
  },
  strict,
);
export type ReadingView = Static<typeof Reading>;

const reading: ReadingView = {
  number: 3,
  source: 'govUk',
  name: 'gov.uk',
  readAt: '2026-11-24T08:15:02.000Z',
  outcome: 'taken',
  inWords: 'It listed 83 days, all of them known.',
  listed: 83,
  added: [],
};

export const ReadingsSchema = Type.Object(
  { items: Type.Array(Reading) },
  { ...strict, examples: [{ items: [reading] }] },
);

export const HolidaysSchema = Type.Object(
  {
    calendar: CalendarField,
    coversFrom: DateField,
    holidays: Type.Array(Holiday),
    differences: Type.Array(Difference),
    sources: Type.Array(
      Type.Object({ source: ListField, last: Reading, lastTaken: Type.Optional(Reading) }, strict),
      { description: 'The last reading of each list, and the last one that was believed.' },
    ),
  },
  {
    ...strict,
    examples: [
      {
        calendar: { version: '9f2c4e1ab37d5068', coversTo: '2028-12-31', confirmedTo: '2028-12-31' },
        coversFrom: '2012-01-01',
        holidays: [
          {
            date: '2026-04-03',
            weekday: 'Friday',
            title: 'Good Friday',
            source: 'govUk',
            knownSince: '2024-11-28',
            inWords: 'On the list of GOV.UK, known since Thursday 28 November 2024.',
          },
        ],
        differences: [
          {
            date: '2012-05-28',
            weekday: 'Monday',
            title: 'Spring bank holiday',
            against: 'library',
            kind: 'onlyInSource',
            inWords: 'The date-holidays library has it, but it does not count here.',
          },
        ],
        sources: [{ source: 'govUk', last: reading, lastTaken: reading }],
      },
    ],
  },
);

const Fact = Type.Object(
  {
    number: Type.Integer({ description: 'In the whole ledger.' }),
    kind: Type.Enum(['listed', 'withdrawn', 'kept']),
    recordedAt: InstantField,
    recordedBy: Type.String({ description: 'A code, or engine for what was read from a list.' }),
    who: Type.Optional(Type.String()),
    what: Type.String(),
    title: Type.Optional(Type.String()),
    source: Type.Optional(SourceField),
    knownSince: Type.Optional(DateField),
    against: Type.Optional(ListField),
    authority: Type.Optional(Type.String()),
    reason: Type.Optional(Type.String()),
    textWithheld: Type.Optional(
      Type.Enum(['notPermitted'], { description: 'There is a text, and why it is not shown.' }),
    ),
  },
  strict,
);
export type FactView = Static<typeof Fact>;

const day = {
  date: DateField,
  weekday: Weekday,
  holiday: Type.Boolean(),
  workingDay: Type.Boolean(),
  because: Type.String({ description: 'Why it counts as a working day or does not, in words.' }),
};

const dayExample = {
  date: '2022-09-19',
  weekday: 'Monday',
  holiday: true,
  workingDay: false,
  because: 'A bank holiday: listed by hand, known since Saturday 10 September 2022.',
};
const factExample: FactView = {
  number: 141,
  kind: 'listed',
  recordedAt: '2022-09-10T11:20:00.000Z',
  recordedBy: 'P-0002',
  who: 'Sam Inglewood',
  what: 'Listed by hand as "Bank Holiday for the State Funeral of Queen Elizabeth II".',
  title: 'Bank Holiday for the State Funeral of Queen Elizabeth II',
  source: 'person',
  knownSince: '2022-09-10',
  authority: 'Royal Proclamation of 10 September 2022',
  reason: 'Proclaimed on Saturday; the published list does not have it yet.',
};

export const HolidayDaySchema = Type.Object(
  { ...day, facts: Type.Array(Fact), differences: Type.Array(Difference) },
  { ...strict, examples: [{ ...dayExample, facts: [factExample], differences: [] }] },
);
export type HolidayDayView = Static<typeof HolidayDaySchema>;

export const HolidayActSchema = Type.Object(
  {
    ...day,
    fact: Fact,
    differences: Type.Array(Difference),
    calendar: CalendarField,
    notes: Type.Array(Type.String(), { description: 'What it changes and what not.' }),
  },
  {
    ...strict,
    examples: [
      {
        ...dayExample,
        fact: factExample,
        differences: [],
        calendar: { version: '1d60b7a2c94e3f58', coversTo: '2028-12-31', confirmedTo: '2028-12-31' },
        notes: [
          'Cases that are open keep counting with the calendar they have until the change is accepted for them (POST /calendar-changes).',
        ],
      },
    ],
  },
);
export type HolidayActView = Static<typeof HolidayActSchema>;
