// The form of an explained date on the wire: the same for a case and for a what-if.

import { Type, type Static } from 'typebox';
import { HOLIDAY_SOURCES } from '../../domain/calendar/calendarSnapshot';
import { DECIDED_BY } from '../../domain/timetable/explain';
import { codeOf } from '../../domain/rapidReview/codes';
import { DayChangedSchema } from '../calendarChanges/dayChangedSchema';
import { AgencyIdField, DateField, InstantField, ObligationField, strict } from '../fields/fields';

const DayOnTheWay = Type.Object(
  {
    date: DateField,
    weekday: Type.String(),
    workingDay: Type.Optional(
      Type.Integer({ description: 'Its number; absent on a day that does not count.' }),
    ),
    notCounted: Type.Optional(Type.String({ description: 'Why it does not: the weekend, or the holiday.' })),
    source: Type.Optional(Type.Enum([...HOLIDAY_SOURCES], { description: 'Who says that it is a holiday.' })),
    knownSince: Type.Optional(DateField),
    provisional: Type.Optional(
      Type.Boolean({ description: 'Only predicted: not on the official list yet.' }),
    ),
  },
  strict,
);

export const CountSchema = Type.Object(
  {
    anchor: Type.String(),
    anchorDate: DateField,
    workingDays: Type.Integer({ description: 'Negative is counted backwards.' }),
    reaches: DateField,
    days: Type.Array(DayOnTheWay, { description: 'Every day after the anchor, to the one reached.' }),
  },
  strict,
);

export const CalendarField = Type.Object(
  {
    version: Type.String({ description: 'The snapshot of the bank-holiday ledger that was counted with.' }),
    coversTo: DateField,
    confirmedTo: Type.String({ format: 'date', description: 'How far the official list reaches.' }),
    warning: Type.Optional(
      Type.String({ description: 'The official list ends within sixty days of a date here, or before it.' }),
    ),
  },
  strict,
);

export const ExplanationSchema = Type.Object(
  {
    key: Type.String(),
    obligation: ObligationField,
    agency: Type.Optional(AgencyIdField),
    what: Type.String(),
    paragraph: Type.String(),
    profile: Type.Object({ id: Type.String(), version: Type.Integer() }, strict),
    calendar: CalendarField,
    opens: Type.Optional(DateField),
    due: Type.Optional(DateField),
    decidedBy: Type.Optional(Type.Enum([...DECIDED_BY])),
    opensCount: Type.Optional(CountSchema),
    ownCount: Type.Optional(CountSchema),
    count: Type.Optional(CountSchema),
    convention: Type.String(),
    provisional: Type.Optional(Type.Boolean()),
    anchor: Type.Optional(
      Type.Object(
        {
          event: Type.Integer(),
          on: { ...DateField, description: 'The day that is counted from.' },
          at: Type.Optional({
            ...InstantField,
            description: 'Its moment, where that is known to the minute.',
          }),
          recordedBy: Type.String(),
          recordedAt: InstantField,
          corrected: Type.Boolean(),
        },
        { ...strict, description: 'Who recorded the fact that is counted from.' },
      ),
    ),
    changes: Type.Optional(
      Type.Array(
        Type.Object(
          {
            was: Type.Optional(DateField),
            due: Type.Optional(DateField),
            at: InstantField,
            event: Type.Integer(),
            because: Type.String(),
          },
          strict,
        ),
        { description: 'The date as it was first known, then each move with its cause.' },
      ),
    ),
    doneOn: Type.Optional(DateField),
    changedSince: Type.Optional(
      Type.Array(DayChangedSchema, {
        description:
          'Days on the way that the list of bank holidays has otherwise by now than the calendar that this date was counted with; absent where there are none. "text" says why the date stands.',
      }),
    ),
    missStands: Type.Optional(
      Type.String({
        format: 'date',
        description: 'The date that had been missed when another was agreed: late is counted from it.',
      }),
    ),
    text: Type.String({ description: 'All of it in words, to be counted again on a wall calendar.' }),
  },
  strict,
);
export type ExplanationView = Static<typeof ExplanationSchema>;

export const explanationExample: ExplanationView = {
  key: 'recordsSecured:AG-0003',
  obligation: 'recordsSecured',
  agency: codeOf('agency', 'AG-0003'),
  what: 'The agency secures its records and says so.',
  paragraph: 'C4 (day count: local default)',
  profile: { id: 'cscp-wt2018', version: 1 },
  calendar: { version: '9f2c4e1ab37d5068', coversTo: '2028-12-31', confirmedTo: '2028-12-31' },
  due: '2026-04-02',
  decidedBy: 'ownCount',
  count: {
    anchor: 'requestSent',
    anchorDate: '2026-03-31',
    workingDays: 2,
    reaches: '2026-04-02',
    days: [
      { date: '2026-04-01', weekday: 'Wednesday', workingDay: 1 },
      { date: '2026-04-02', weekday: 'Thursday', workingDay: 2 },
    ],
  },
  convention: 'The day itself is day 0, whatever the hour; day 1 is the next working day.',
  anchor: {
    event: 12,
    on: '2026-03-31',
    at: '2026-03-31T10:05:12.000Z',
    recordedBy: 'The mail service',
    recordedAt: '2026-03-31T10:05:13.000Z',
    corrected: false,
  },
  changes: [
    {
      due: '2026-04-02',
      at: '2026-03-31T10:05:13.000Z',
      event: 12,
      because:
        'The scoping request to Example Hospitals NHS Trust was sent on Tuesday 31 March 2026, by mail.',
    },
  ],
  text: 'The agency secures its records and says so. Due by the end of Thursday 2 April 2026. …',
};
