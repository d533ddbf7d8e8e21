// What a referral looks like on the wire. Who refers, the children and the free texts go to the dossier; the rest
// travels in the command.

import { Type, type Static } from 'typebox';
import { profileIds } from '../../domain/policy/profiles';
import {
  AgencyIdField,
  DateField,
  EmailField,
  InstantField,
  LineField,
  NatureField,
  ReferenceField,
  strict,
  TextField,
} from '../fields/fields';

export const ReferrerSchema = Type.Object(
  {
    name: LineField(200),
    organisation: LineField(200),
    role: Type.Optional(LineField(200)),
    telephone: Type.Optional(LineField(50)),
    email: Type.Optional(EmailField),
  },
  { ...strict, description: 'Who refers.' },
);

export const ChildSchema = Type.Object(
  {
    name: Type.Optional(LineField(200)),
    dateOfBirth: Type.Optional(DateField),
    address: Type.Optional(TextField(1_000)),
    notes: Type.Optional(TextField()),
  },
  { ...strict, description: 'As far as it is known: a child not named yet is reported all the same.' },
);

export const TimestampsSchema = Type.Object(
  {
    incident: Type.Optional(InstantField),
    localAuthorityAware: Type.Optional(InstantField),
    acceptedAsRapidReview: Type.Optional(InstantField),
    notificationSent: Type.Optional(InstantField),
    notificationCopyReceived: Type.Optional(InstantField),
  },
  { ...strict, description: 'The other five timestamps (R3), as far as they are known.' },
);

export const OpenCaseSchema = Type.Object(
  {
    referrer: ReferrerSchema,
    receivedAt: Type.Optional(
      Type.String({
        format: 'date-time',
        maxLength: 40,
        description:
          'When the referral was received; its London date is day 0. Left out: when this request first arrived.',
      }),
    ),
    lateLoggingReason: Type.Optional(TextField()),
    nature: NatureField,
    timestamps: Type.Optional(TimestampsSchema),
    incidentSummary: TextField(),
    agencies: Type.Optional(
      Type.Array(AgencyIdField, {
        maxItems: 200,
        description: 'Known so far to have known the child or family.',
      }),
    ),
    children: Type.Array(ChildSchema, { minItems: 1, maxItems: 20 }),
    profile: Type.Optional(
      Type.Enum(profileIds, {
        description: 'The rules to count by, in their newest version; the case keeps them (R10).',
      }),
    ),
    episodeOf: Type.Optional(
      Type.String({
        ...ReferenceField,
        description: 'New facts about a case that has ended: they are a case of their own (R21).',
      }),
    ),
    maybeDuplicateOf: Type.Optional(
      Type.String({
        ...ReferenceField,
        description:
          'Another case that may be about the same: settled later, as linked, kept apart or merged (R22).',
      }),
    ),
  },
  {
    ...strict,
    examples: [
      {
        referrer: {
          name: 'Rowan Ashdown',
          organisation: 'Example City Council',
          role: 'Head of Service',
          telephone: '024 7600 0000',
          email: 'rowan.ashdown@council.example',
        },
        receivedAt: '2026-03-30T16:20:00+01:00',
        nature: 'suspectedAbuseOrNeglect',
        timestamps: { incident: '2026-03-27T21:15:00Z', localAuthorityAware: '2026-03-28T08:30:00Z' },
        incidentSummary: 'What is known of the incident so far, in a few sentences.',
        agencies: ['AG-0001', 'AG-0003'],
        children: [
          { name: 'Kit Farrow', dateOfBirth: '2023-05-02', address: '1 Example Road, Example City' },
        ],
      },
    ],
  },
);
export type OpenCaseBody = Static<typeof OpenCaseSchema>;
