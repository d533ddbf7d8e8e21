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
import { ENDINGS } from '../../domain/rapidReview/ending/state';
import { ANSWERS, JUDGED } from '../../domain/rapidReview/state';
import { CHANNELS } from '../../domain/timetable/facts';
import { TIMESTAMPS, type TimestampName } from '../../domain/policy/policyProfile';
import { NAMINGS } from '../../domain/rapidReview/duplicates/state';
import { warningExample, WarningSchema } from './presentWarnings';

const TimestampsView = Type.Object(
  Object.fromEntries(TIMESTAMPS.map((name) => [name, Type.Optional(InstantField)])) as Record<
    TimestampName,
    ReturnType<typeof Type.Optional<typeof InstantField>>
  >,
  strict,
);

export const ReturnView = Type.Object(
  {
    number: Type.Integer(),
    answer: Type.Enum([...ANSWERS]),
    on: DateField,
    judged: Type.Optional(Type.Enum([...JUDGED])),
  },
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
    remindedOn: Type.Optional(Type.String({ format: 'date', description: 'The last day of a reminder.' })),
    returns: Type.Array(ReturnView, { description: 'Its answers, one version an answer.' }),
    agreedDate: Type.Optional(
      Type.String({ format: 'date', description: 'Agreed for its return, in place of its own count.' }),
    ),
    recordsSecuredOn: Type.Optional(DateField),
    excludedContacts: Type.Array(ContactIdField, { description: 'Not written to in this case (R13).' }),
    escalationConfirmed: Type.Boolean({ description: 'The executive may be written to.' }),
  },
  strict,
);

const Proposal = Type.Object(
  {
    proposal: Type.Integer({ description: 'Its number, to add the agency with, or to decline it by.' }),
    by: AgencyIdField,
    agency: Type.Optional(
      Type.String({ ...AgencyIdField, description: 'Absent where its name alone was given.' }),
    ),
    at: InstantField,
    inWords: Type.String({ description: 'Who proposes whom, and how it is settled.' }),
  },
  strict,
);

const EndingView = Type.Object(
  {
    cause: Type.Enum([...ENDINGS]),
    on: DateField,
    into: Type.Optional(Type.String({ ...ReferenceField, description: 'Merged: the case that goes on.' })),
    inWords: Type.String(),
  },
  strict,
);

const DuplicateView = Type.Object(
  {
    of: ReferenceField,
    settled: Type.Optional(Type.Enum(['linked', 'keptApart', 'absorbed'])),
    receivedAt: Type.Optional(
      Type.String({ format: 'date-time', description: 'Its receipt, where it was merged into this case.' }),
    ),
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
    episodeOf: Type.Optional(
      Type.String({ ...ReferenceField, description: 'New facts about that case, which has ended (R21).' }),
    ),
    ending: Type.Optional(EndingView),
    timestamps: TimestampsView,
    agencies: Type.Array(AgencyOnCaseView),
    proposals: Type.Array(Proposal, {
      description:
        'Agencies that another one named as the right one to ask, until they are added or declined.',
    }),
    duplicates: Type.Array(DuplicateView, { description: 'What this case says of others.' }),
    receivedItself: Type.Optional(
      Type.String({
        format: 'date-time',
        description: 'Its own receipt, where a case was merged into it: the earliest of both counts.',
      }),
    ),
    namedBy: Type.Array(
      Type.Object({ by: ReferenceField, as: Type.Enum([...NAMINGS]), inWords: Type.String() }, strict),
      { description: 'What others say of this one. It is as it stands now: the version does not cover it.' },
    ),
    warnings: Type.Array(WarningSchema, { description: 'What people should know beside the dates.' }),
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
            reminders: 1,
            remindedOn: '2026-04-07',
            returns: [{ number: 1, answer: 'partial', on: '2026-04-07' }],
            recordsSecuredOn: '2026-04-02',
            excludedContacts: ['AG-0003-C4'],
            escalationConfirmed: false,
          },
        ],
        proposals: [
          {
            proposal: 17,
            by: 'AG-0004',
            agency: 'AG-0005',
            at: '2026-04-02T09:12:00.000Z',
            inWords:
              'Example School names Example Trust as the one to ask instead. Add it to the case, or decline proposal 17.',
          },
        ],
        duplicates: [{ of: 'RR-2026-0004', settled: 'keptApart' }],
        namedBy: [
          {
            by: 'RR-2026-0019',
            as: 'maybeSame',
            inWords: 'RR-2026-0019 may be about the same incident, and nobody has settled that yet.',
          },
        ],
        warnings: [warningExample],
      },
    ],
  },
);
export type CaseView = Static<typeof CaseSchema>;
