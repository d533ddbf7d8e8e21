// The form of one case on the wire: its facts and its agencies. No particulars.

import { Type, type Static } from 'typebox';
import {
  AgencyIdField,
  ContactIdField,
  DateField,
  InstantField,
  NatureField,
  ReferenceField,
  StatusField,
  strict,
  VersionField,
} from '../fields/fields';
import { CHANNELS } from '../../domain/timetable/facts';
import { TIMESTAMPS, type TimestampName } from '../../domain/policy/policyProfile';

const TimestampsView = Type.Object(
  Object.fromEntries(TIMESTAMPS.map((name) => [name, Type.Optional(InstantField)])) as Record<
    TimestampName,
    ReturnType<typeof Type.Optional<typeof InstantField>>
  >,
  strict,
);

const AgencyOnCaseView = Type.Object(
  {
    agency: AgencyIdField,
    name: Type.String(),
    identified: Type.Union([Type.Literal('withReferral'), InstantField], {
      description: 'Named in the referral, or when it was found.',
    }),
    request: Type.Enum(['notAsked', 'asked', 'sent'], {
      description: 'asked: mail was ordered, and no mail server has accepted it yet.',
    }),
    round: Type.Optional(Type.Integer({ description: '1 for the first asking, one more after each void.' })),
    sendings: Type.Optional(Type.Integer()),
    contacts: Type.Optional(
      Type.Array(Type.Object({ contact: ContactIdField, bounced: Type.Boolean() }, strict)),
    ),
    sentOn: Type.Optional(DateField),
    channel: Type.Optional(Type.Enum([...CHANNELS])),
    voidRounds: Type.Integer(),
    reminders: Type.Integer(),
  },
  strict,
);

export const CaseSchema = Type.Object(
  {
    reference: ReferenceField,
    version: VersionField,
    status: StatusField,
    nature: NatureField,
    profile: Type.Object({ id: Type.String(), version: Type.Integer() }, strict),
    calendar: Type.String({ description: 'The version of the calendar that its dates rest on.' }),
    timestamps: TimestampsView,
    agencies: Type.Array(AgencyOnCaseView),
  },
  {
    ...strict,
    examples: [
      {
        reference: 'RR-2026-0007',
        version: 13,
        status: 'open',
        nature: 'suspectedAbuseOrNeglect',
        profile: { id: 'cscp-wt2018', version: 1 },
        calendar: '9f2c4e1ab37d5068',
        timestamps: { incident: '2026-03-27T21:15:00.000Z', referralReceived: '2026-03-30T15:20:00.000Z' },
        agencies: [
          {
            agency: 'AG-0003',
            name: 'Example Hospitals NHS Trust',
            identified: 'withReferral',
            request: 'sent',
            round: 1,
            sendings: 1,
            contacts: [{ contact: 'AG-0003-C1', bounced: false }],
            sentOn: '2026-03-31',
            channel: 'mail',
            voidRounds: 0,
            reminders: 0,
          },
        ],
      },
    ],
  },
);
export type CaseView = Static<typeof CaseSchema>;
