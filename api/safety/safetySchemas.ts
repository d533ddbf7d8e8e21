// The forms of safety concerns on the wire: raised, acknowledged, listed.

import { Type, type Static } from 'typebox';
import { InstantField, ReferenceField, strict, TextField, VersionField } from '../fields/fields';
import { TextSchema } from '../texts/textReader';
import { SAFETY_NOTICE } from './safetyNotice';

export const NoticeSchema = Type.Object(
  { notice: Type.String() },
  { ...strict, examples: [{ notice: SAFETY_NOTICE }] },
);

export const ConcernSchema = Type.Object(
  {
    concern: TextField(),
    noticeRead: Type.Optional(
      Type.Boolean({
        description: 'That you have read GET /safety-notice. Without it the concern is refused.',
      }),
    ),
  },
  {
    ...strict,
    examples: [{ concern: 'The younger brother is at the address again.', noticeRead: true }],
  },
);

export const ConcernParams = Type.Object(
  {
    reference: ReferenceField,
    number: Type.String({ pattern: '^[1-9][0-9]{0,4}$', description: 'must be the number of a concern' }),
  },
  strict,
);

export const AcknowledgementSchema = Type.Object(
  { note: Type.Optional(TextField()) },
  { ...strict, examples: [{ note: 'Rang the duty social worker at 22:10; a visit is under way.' }] },
);

export const ActionSchema = Type.Object(
  { action: TextField() },
  { ...strict, examples: [{ action: 'Visited at 23:00: the brother stays with his aunt tonight.' }] },
);

export const ConcernsSchema = Type.Object(
  {
    reference: ReferenceField,
    version: VersionField,
    concerns: Type.Array(
      Type.Object(
        {
          number: Type.Integer(),
          raisedAt: InstantField,
          raisedBy: Type.String(),
          concern: TextSchema,
          alerts: Type.Integer({ description: 'How often those on call were alerted.' }),
          alertedAt: InstantField,
          unreachedAt: Type.Optional({
            ...InstantField,
            description: 'When an alert was first found to reach nobody: the team was told.',
          }),
          acknowledgedAt: Type.Optional(InstantField),
          acknowledgedBy: Type.Optional(Type.String()),
          note: Type.Optional(TextSchema),
          actions: Type.Array(
            Type.Object({ at: InstantField, by: Type.String(), action: TextSchema }, strict),
            { description: 'What was done about it, as it was recorded.' },
          ),
        },
        strict,
      ),
    ),
  },
  {
    ...strict,
    examples: [
      {
        reference: 'RR-2026-0007',
        version: 29,
        concerns: [
          {
            number: 1,
            raisedAt: '2026-04-09T20:41:00.000Z',
            raisedBy: 'Alex Merrow',
            concern: { text: 'The younger brother is at the address again.' },
            alerts: 2,
            alertedAt: '2026-04-09T21:11:00.000Z',
            acknowledgedAt: '2026-04-09T21:14:00.000Z',
            acknowledgedBy: 'Sam Inglewood',
            note: { text: 'Rang the duty social worker; a visit is under way.' },
            actions: [
              {
                at: '2026-04-09T22:20:00.000Z',
                by: 'Sam Inglewood',
                action: { text: 'Visited at 23:00: the brother stays with his aunt tonight.' },
              },
            ],
          },
        ],
      },
    ],
  },
);
export type ConcernsView = Static<typeof ConcernsSchema>;
