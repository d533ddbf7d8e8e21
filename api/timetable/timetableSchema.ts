// The form of a timetable on the wire.

import { Type, type Static } from 'typebox';
import { HOLIDAY_SOURCES } from '../../domain/calendar/calendarSnapshot';
import { OBLIGATION_STATUSES } from '../../domain/timetable/timetable';
import { codeOf } from '../../domain/rapidReview/codes';
import { AgencyIdField, DateField, InstantField, ObligationField, strict } from '../fields/fields';
import { CalendarField } from './explanationSchema';

const Counting = Type.Object(
  {
    anchor: Type.String({ description: 'What the days are counted from.' }),
    anchorDate: DateField,
    workingDays: Type.Integer({ description: 'Negative is counted backwards; the start is day 0 (R1).' }),
    inWords: Type.String(),
    passedOver: Type.Array(
      Type.Object(
        {
          date: DateField,
          why: Type.String(),
          source: Type.Optional(Type.Enum([...HOLIDAY_SOURCES])),
          knownSince: Type.Optional(DateField),
          provisional: Type.Optional(Type.Boolean()),
        },
        strict,
      ),
      { description: 'The days in between that do not count, why, and who says so since when.' },
    ),
  },
  strict,
);

export const LocalDaysBeside = Type.Object(
  {
    localDays: Type.String({ description: 'As they are listed under /local-days, such as LD-0001.' }),
    on: DateField,
    inWords: Type.String(),
  },
  strict,
);
export type LocalDaysBeside = Static<typeof LocalDaysBeside>;

const Obligation = Type.Object(
  {
    key: Type.String(),
    obligation: ObligationField,
    agency: Type.Optional(AgencyIdField),
    what: Type.String({ description: 'What must be done.' }),
    paragraph: Type.String({ description: 'Where that stands.' }),
    status: Type.Enum([...OBLIGATION_STATUSES], {
      description: 'lapsed: the case ended before it was done or missed (R20).',
    }),
    opens: Type.Optional(Type.String({ format: 'date', description: 'For a window: its first day.' })),
    due: Type.Optional(DateField),
    dueAt: Type.Optional(
      Type.String({
        format: 'date-time',
        description: '23:59:59 of that day in London; the next second is late.',
      }),
    ),
    dueInWords: Type.Optional(Type.String()),
    counting: Type.Optional(Counting),
    provisional: Type.Optional(
      Type.Boolean({ description: 'It rests on bank holidays that are only predicted.' }),
    ),
    windowLeavesNothing: Type.Optional(
      Type.Boolean({
        description: 'The headline date leaves the window no day: this is the earliest workable one.',
      }),
    ),
    agreedSince: Type.Optional(
      Type.String({
        ...DateField,
        description:
          'Agreed after the miss, which stands: expected by the end of that day, late all the same.',
      }),
    ),
    doneOn: Type.Optional(DateField),
    workingDaysEarly: Type.Optional(Type.Integer({ description: 'Negative is late.' })),
    punctuality: Type.Optional(Type.String()),
    localDays: Type.Optional(
      Type.Array(LocalDaysBeside, {
        description:
          'Closures and school holidays in which the date lies, or the day of the meeting. They count as working days (R2).',
      }),
    ),
  },
  strict,
);

export const TimetableSchema = Type.Object(
  {
    headline: Type.Optional(
      Type.Object(
        { date: DateField, at: InstantField, inWords: Type.String() },
        {
          ...strict,
          description:
            'The earlier of the two completions still open (R4). Absent while neither has a date, and once both are done.',
        },
      ),
    ),
    calendar: CalendarField,
    obligations: Type.Array(Obligation),
  },
  strict,
);
export type TimetableView = Static<typeof TimetableSchema>;

export const timetableExample: TimetableView = {
  headline: { date: '2026-04-22', at: '2026-04-22T22:59:59.000Z', inWords: 'Wednesday 22 April 2026' },
  calendar: { version: '9f2c4e1ab37d5068', coversTo: '2028-12-31', confirmedTo: '2028-12-31' },
  obligations: [
    {
      key: 'scopingDispatch:AG-0003',
      obligation: 'scopingDispatch',
      agency: codeOf('agency', 'AG-0003'),
      what: 'The scoping template is sent to the agency.',
      paragraph: 'C2',
      status: 'open',
      due: '2026-04-01',
      dueAt: '2026-04-01T22:59:59.000Z',
      dueInWords: 'by the end of Wednesday 1 April 2026',
      counting: {
        anchor: 'referralReceived',
        anchorDate: '2026-03-30',
        workingDays: 2,
        inWords: '2 working days after Monday 30 March 2026 (the day the referral was received)',
        passedOver: [],
      },
    },
  ],
};
