// The form of what stands between us and the national Panel on the wire: the gate, dispatches with their proof, replies,
// contacts.

import { Type, type Static } from 'typebox';
import { NOTICE_OUTCOMES } from '../../domain/rapidReview/mailReport';
import { GATE, PANEL_CHANNELS, PANEL_CONTACTS, PANEL_REPLIES } from '../../domain/rapidReview/panel/state';
import { DateField, InstantField, ReferenceField, SeatField, strict, VersionField } from '../fields/fields';
import { TextSchema, Withheld } from '../texts/textReader';

const Missing = Type.Object(
  { item: Type.Enum([...GATE]), seat: Type.Optional(SeatField), inWords: Type.String() },
  strict,
);

const Report = Type.Object(
  {
    number: Type.Integer(),
    attachedAt: InstantField,
    title: Type.Optional(Type.String()),
    location: Type.Optional(Type.String()),
    sha256: Type.Optional(Type.String()),
    withheld: Type.Optional(Withheld),
  },
  strict,
);

const Proof = Type.Object(
  {
    notice: Type.String({ description: 'The key of the mail in the ledger of notices.' }),
    to: Type.Literal('panel'),
    outcome: Type.Enum([...NOTICE_OUTCOMES]),
    attempts: Type.Integer(),
    acceptedAt: Type.Optional(InstantField),
  },
  { ...strict, description: 'What the mail server said, for what goes by mail (R18).' },
);
export type ProofView = Static<typeof Proof>;

const Dispatch = Type.Object(
  {
    number: Type.Integer(),
    decision: Type.Integer({ description: 'The number of the decision that went.' }),
    report: Type.Integer({ description: 'The number of the report that went.' }),
    orderedAt: InstantField,
    channel: Type.Enum([...PANEL_CHANNELS]),
    without: Type.Array(Missing, { description: 'What it went without, by the word of a chair.' }),
    reason: Type.Optional(TextSchema),
    sentOn: Type.Optional(DateField),
    wentBesides: Type.Optional(
      Type.Object(
        { channel: Type.Enum([...PANEL_CHANNELS]), on: DateField },
        {
          ...strict,
          description:
            'Recorded by hand, with the evidence, before word came that the mail had gone already: the mail counts, and this went too.',
        },
      ),
    ),
    evidence: Type.Optional(TextSchema),
    proof: Type.Optional(Proof),
    inWords: Type.String(),
  },
  strict,
);

const Reply = Type.Object(
  {
    number: Type.Integer(),
    reply: Type.Enum([...PANEL_REPLIES]),
    on: DateField,
    recordedByMistake: Type.Optional(Type.Literal(true, { description: 'The Panel has not replied so.' })),
    letter: Type.Optional(TextSchema),
    inWords: Type.String(),
  },
  strict,
);

const Contact = Type.Object(
  {
    number: Type.Integer(),
    contact: Type.Enum([...PANEL_CONTACTS]),
    expected: Type.Optional(DateField),
    channel: Type.Enum([...PANEL_CHANNELS]),
    on: DateField,
    recordedByMistake: Type.Optional(Type.Literal(true, { description: 'The Panel was not told so.' })),
    who: Type.String(),
    note: TextSchema,
    proof: Type.Optional(Proof),
    inWords: Type.String(),
  },
  strict,
);

export const PanelSchema = Type.Object(
  {
    reference: ReferenceField,
    version: VersionField,
    gate: Type.Object(
      {
        open: Type.Boolean(),
        never: Type.Array(Missing, { description: 'Missing, and always needed.' }),
        chairMay: Type.Array(Missing, { description: 'Missing; a chair may go without, with a reason.' }),
        inWords: Type.String(),
      },
      { ...strict, description: 'What is missing before decision and report may go to the Panel.' },
    ),
    notificationReference: Type.Optional(TextSchema),
    reports: Type.Array(Report),
    dispatches: Type.Array(Dispatch),
    replies: Type.Array(Reply),
    contacts: Type.Array(Contact),
    awaitedSince: Type.Optional(
      Type.String({
        ...DateField,
        description: 'Since when a reply is awaited: the last word between us, such as 2026-04-17',
      }),
    ),
  },
  {
    ...strict,
    examples: [
      {
        reference: 'RR-2026-0007',
        version: 48,
        gate: {
          open: false,
          never: [],
          chairMay: [
            { item: 'signOff', seat: 'police', inWords: 'the sign-off for the police' },
            { item: 'notificationReference', inWords: "the notification's reference" },
          ],
          inWords:
            "Missing: the sign-off for the police and the notification's reference; a chair may go without, with a reason.",
        },
        reports: [
          {
            number: 1,
            attachedAt: '2026-04-16T09:00:00.000Z',
            title: 'Rapid Review report, version 2',
            location: 'Team site, Rapid Reviews, 2026, folder 7',
          },
        ],
        dispatches: [
          {
            number: 1,
            decision: 1,
            report: 1,
            orderedAt: '2026-04-17T13:58:00.000Z',
            channel: 'mail',
            without: [{ item: 'signOff', seat: 'police', inWords: 'the sign-off for the police' }],
            reason: { text: 'The delegate of the police is on leave until Monday.' },
            sentOn: '2026-04-17',
            proof: {
              notice: 'RR-2026-0007/panelDispatch/1',
              to: 'panel',
              outcome: 'accepted',
              attempts: 1,
              acceptedAt: '2026-04-17T13:58:03.000Z',
            },
            inWords: 'Decision 1 and report 1 went to the national Panel on Friday 17 April 2026, by mail.',
          },
        ],
        replies: [],
        contacts: [
          {
            number: 1,
            contact: 'willBeLate',
            expected: '2026-04-24',
            channel: 'mail',
            on: '2026-04-16',
            who: 'Robin Thorley',
            note: { text: 'Quorum was lost at the first meeting.' },
            proof: {
              notice: 'RR-2026-0007/panelContact/39',
              to: 'panel',
              outcome: 'accepted',
              attempts: 1,
              acceptedAt: '2026-04-16T10:12:02.000Z',
            },
            inWords: 'On Thursday 16 April 2026, by mail: the Rapid Review will be late.',
          },
        ],
        awaitedSince: '2026-04-17',
      },
    ],
  },
);
export type PanelView = Static<typeof PanelSchema>;
