// The form of a chronology on the wire: every event with who, when, under which role and what, and the texts beside it.

import { Type, type Static } from 'typebox';
import { codeOf } from '../../domain/rapidReview/codes';
import { InstantField, ReferenceField, strict, VersionField } from '../fields/fields';
import { TextSchema } from '../texts/textReader';

const Text = Type.Object(
  {
    of: Type.String({ description: 'What kind of text it is: reason, note, answer, the word of a partner.' }),
    ...TextSchema.properties,
  },
  strict,
);

const Entry = Type.Object(
  {
    number: Type.Integer(),
    at: InstantField,
    kind: Type.String(),
    actor: Type.String({ description: 'A code, or clock or messenger.' }),
    who: Type.String(),
    authority: Type.String({ description: 'The role under which they acted; policy for the clock.' }),
    what: Type.String(),
    ...TextSchema.properties,
    texts: Type.Array(Text, { description: 'Every text of the event; "text" is the first of them.' }),
  },
  strict,
);
export type EntryView = Static<typeof Entry>;

export const chronologyExample = {
  reference: codeOf('case', 'RR-2026-0007'),
  version: 13,
  events: [
    {
      number: 9,
      at: '2026-03-31T10:05:12.000Z',
      kind: 'TimestampCorrected',
      actor: 'P-0002',
      who: 'Sam Inglewood',
      authority: 'coordinator',
      what: 'Corrected: the incident was on Friday 27 March 2026 at 21:15, not on Saturday 28 March 2026 at 21:15.',
      text: 'Typed a day too late; the e-mail is of Friday.',
      texts: [{ of: 'reason', text: 'Typed a day too late; the e-mail is of Friday.' }],
    },
  ],
};
export const ChronologySchema = Type.Object(
  { reference: ReferenceField, version: VersionField, events: Type.Array(Entry) },
  { ...strict, examples: [chronologyExample] },
);

export type ChronologyView = Static<typeof ChronologySchema>;
