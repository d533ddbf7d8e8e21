// What is asked about the national Panel, on the wire: the notification's reference, the report, dispatch, replies, contacts.

import { Type, type Static } from 'typebox';
import { PANEL_CHANNELS, PANEL_CONTACTS, PANEL_REPLIES } from '../../domain/rapidReview/panel/state';
import { DateField, LineField, strict, TextField } from '../fields/fields';
import { reasonBody } from '../fields/reasonBody';

export const ReferenceSchema = Type.Object(
  {
    reference: LineField(200),
    reason: Type.Optional({
      ...TextField(),
      description: 'Why it takes the place of the one that is recorded; both stay on record.',
    }),
  },
  {
    ...strict,
    description: 'Kept in the dossier.',
    examples: [
      { reference: 'CSPN-2026-00417' },
      { reference: 'CSPN-2026-00471', reason: 'Two digits were swapped.' },
    ],
  },
);

/** Where a document lies and what it is called: itself it is not kept here. */
export const DocumentSchema = Type.Object(
  {
    title: LineField(300),
    location: LineField(1_000),
    sha256: Type.Optional(
      Type.String({ pattern: '^[0-9a-f]{64}$', description: 'must be 64 hexadecimal digits, in lower case' }),
    ),
  },
  {
    ...strict,
    description: 'Kept in the dossier.',
    examples: [
      {
        title: 'Rapid Review report, version 2',
        location: 'Team site, Rapid Reviews, 2026, folder 7',
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
    ],
  },
);
export type DocumentView = Static<typeof DocumentSchema>;

const proceedReason = Type.Optional(
  Type.String({
    ...TextField(),
    description:
      'must not be blank: why a chair goes without a sign-off or the reference of the notification; enclose it with the decision and the report, as the mail tells the Panel. Where neither is missing by then it is not recorded, since it would tell the Panel what is not so',
  }),
);

export const DispatchSchema = Type.Object(
  { proceedReason },
  { ...strict, examples: [{}, { proceedReason: 'The delegate of the police is on leave until Monday.' }] },
);

const OTHER_CHANNELS = PANEL_CHANNELS.filter((channel) => channel !== 'mail');

const On = Type.String({
  ...DateField,
  description: 'the day in London on which it was, such as 2026-04-17; left out, today',
});

export const SentAnotherWaySchema = Type.Object(
  {
    channel: Type.Enum(OTHER_CHANNELS),
    on: Type.Optional(On),
    evidence: TextField(),
    proceedReason,
  },
  {
    ...strict,
    examples: [
      { channel: 'portal', on: '2026-04-17', evidence: 'Submission 4471, acknowledged on screen at 15:02.' },
    ],
  },
);

export const ReplySchema = Type.Object(
  { reply: Type.Enum([...PANEL_REPLIES]), on: Type.Optional(On), letter: Type.Optional(TextField(100_000)) },
  {
    ...strict,
    examples: [{ reply: 'agrees', on: '2026-05-06', letter: 'The letter of the Panel, in full.' }],
  },
);

export const SettlementSchema = reasonBody(
  'The Panel has what it asked for, and wrote that nothing is open.',
);

export const ContactSchema = Type.Object(
  {
    contact: Type.Enum([...PANEL_CONTACTS]),
    expected: Type.Optional(
      Type.String({
        ...DateField,
        description: 'with willBeLate: the day on which the Panel may count on decision and report',
      }),
    ),
    channel: Type.Enum([...PANEL_CHANNELS], {
      description:
        'mail: it is written and sent from here; of "other" it says only that something comes by the secure way agreed with the Panel, and you send that. Otherwise it is done already, and recorded.',
    }),
    on: Type.Optional(On),
    note: TextField(),
  },
  {
    ...strict,
    examples: [
      {
        contact: 'willBeLate',
        expected: '2026-04-24',
        channel: 'mail',
        note: 'Quorum was lost at the first meeting.',
      },
      {
        contact: 'other',
        channel: 'telephone',
        on: '2026-04-20',
        note: 'The two questions of the Panel were answered on the telephone.',
      },
    ],
  },
);
