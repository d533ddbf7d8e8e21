// The form of a what-if on the wire: the dates that are supposed, and the timetable that follows from them.

import { Type, type Static } from 'typebox';
import { PUBLICATION_DATES } from '../../domain/timetable/publication';
import { profileIds } from '../../domain/policy/profiles';
import { TimestampsSchema } from '../cases/openCaseSchema';
import { AgencyIdField, DateField, InstantField, LineField, ObligationField, strict } from '../fields/fields';
import {
  CalendarField,
  CountSchema,
  explanationExample,
  ExplanationSchema,
} from '../timetable/explanationSchema';
import { timetableExample, TimetableSchema } from '../timetable/timetableSchema';

/**
 * Every date is explained day by day, for every agency: what is supposed of both is multiplied. A proclamation brings one day, a year has
 * eight, and hardly a case asks more agencies than these.
 */
const MOST_DAYS = 31;
const MOST_AGENCIES = 50;

const TitledDay = Type.Object({ date: DateField, title: Type.Optional(LineField(100)) }, strict);
type TitledDay = Static<typeof TitledDay>;

// One form for both ways of writing it, where a union would complain of each: keywords for texts pass over objects, and
// those for objects pass over texts.
const SupposedDay = Type.Unsafe<string | TitledDay>({
  ...TitledDay,
  type: ['string', 'object'],
  format: 'date',
  description: 'A day, such as 2026-04-08, or with its title.',
});

const Agency = Type.Object(
  {
    agency: AgencyIdField,
    identifiedAt: Type.Optional(InstantField),
    sentOn: Type.Optional(DateField),
  },
  strict,
);

export const WhatIfSchema = Type.Object(
  {
    receivedAt: InstantField,
    timestamps: Type.Optional(TimestampsSchema),
    sentOn: Type.Optional(
      Type.String({
        format: 'date',
        description: 'The London day on which the requests went to the agencies that name none of their own.',
      }),
    ),
    agencies: Type.Optional(
      Type.Array(Agency, {
        maxItems: MOST_AGENCIES,
        description:
          'Agencies, each with the moment it was found, if later than the referral, and the day its request went. None: one stands for any, as AG-0000.',
      }),
    ),
    profile: Type.Optional(
      Type.Object(
        { id: Type.Enum(profileIds), version: Type.Optional(Type.Integer({ minimum: 1 })) },
        { ...strict, description: 'The rules to count by; the newest version where none is named.' },
      ),
    ),
    holidays: Type.Optional(
      Type.Object(
        {
          extra: Type.Optional(Type.Array(SupposedDay, { maxItems: MOST_DAYS })),
          fewer: Type.Optional(Type.Array(DateField, { maxItems: MOST_DAYS })),
        },
        {
          ...strict,
          description: 'Bank holidays that are supposed beside those of the ledger, or not to be.',
        },
      ),
    ),
    publishOn: Type.Optional(DateField),
    decidedOn: Type.Optional(DateField),
  },
  {
    ...strict,
    examples: [
      {
        receivedAt: '2026-03-30T16:20:00+01:00',
        timestamps: { notificationSent: '2026-03-27T10:00:00Z' },
        sentOn: '2026-04-01',
        holidays: { extra: ['2026-04-08', { date: '2026-05-08', title: 'Day of national mourning' }] },
        publishOn: '2026-09-07',
        decidedOn: '2026-04-20',
      },
    ],
  },
);
export type WhatIfBody = Static<typeof WhatIfSchema>;

const Waiting = Type.Object(
  {
    obligation: ObligationField,
    agency: Type.Optional(AgencyIdField),
    what: Type.String(),
    waitsFor: Type.String({ description: 'The anchor that was not given.' }),
    inWords: Type.String(),
  },
  strict,
);

const PublicationDate = Type.Object(
  {
    obligation: Type.Enum([...PUBLICATION_DATES]),
    what: Type.String(),
    paragraph: Type.String(),
    due: DateField,
    inWords: Type.String(),
    count: Type.Optional(CountSchema),
    corresponding: Type.Optional(
      Type.Object(
        { from: DateField, months: Type.Integer(), monthEnd: Type.Optional(Type.Boolean()) },
        {
          ...strict,
          description: 'Months to the corresponding date; monthEnd where that month is too short.',
        },
      ),
    ),
    provisional: Type.Optional(Type.Boolean()),
    text: Type.String({ description: 'All of it in words, to be counted again on a wall calendar.' }),
  },
  strict,
);

export const WhatIfAnswer = Type.Object(
  {
    profile: Type.Object({ id: Type.String(), version: Type.Integer() }, strict),
    calendar: CalendarField,
    timetable: TimetableSchema,
    explanations: Type.Array(ExplanationSchema, { description: 'Of every date, day by day.' }),
    waiting: Type.Array(Waiting, { description: 'What has no date, and the date it waits for.' }),
    publication: Type.Array(PublicationDate, {
      description: 'What hangs on the day of publication and on that of the decision.',
    }),
    notes: Type.Array(Type.String(), { description: 'What was given and changes nothing, or looks wrong.' }),
  },
  {
    ...strict,
    examples: [
      {
        profile: { id: 'cscp-wt2018', version: 1 },
        calendar: explanationExample.calendar,
        timetable: timetableExample,
        explanations: [explanationExample],
        waiting: [
          {
            obligation: 'notification',
            what: 'The local authority notifies the national Panel of the serious incident.',
            waitsFor: 'localAuthorityAware',
            inWords: 'the day the local authority became aware',
          },
        ],
        publication: [
          {
            obligation: 'reviewDue',
            what: 'The local child safeguarding practice review is finished and published.',
            paragraph: 'Working Together 2018, chapter 4 (corresponding date: local default)',
            due: '2026-10-20',
            inWords: '6 months after Monday 20 April 2026 (the day of the decision): the corresponding date',
            corresponding: { from: '2026-04-20', months: 6 },
            text: 'The local child safeguarding practice review is finished and published. Due by the end of Tuesday 20 October 2026. …',
          },
        ],
        notes: ['2026-04-04 is a Saturday: it changes nothing'],
      },
    ],
  },
);
export type WhatIfView = Static<typeof WhatIfAnswer>;
