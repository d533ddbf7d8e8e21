// What is to come as it is shown: when, to whom, about what and why.

import { Type, type Static } from 'typebox';
import { codeOf } from '../../domain/rapidReview/codes';
import {
  AgencyIdField,
  ContactIdField,
  DateField,
  InstantField,
  ReferenceField,
  SeatField,
  strict,
} from '../fields/fields';

const Recipient = Type.Object(
  {
    role: Type.Enum(['agency', 'team', 'panel', 'partner', 'referrer', 'onCall']),
    agency: Type.Optional(AgencyIdField),
    contacts: Type.Optional(Type.Array(ContactIdField)),
    seat: Type.Optional(SeatField),
    inWords: Type.String(),
  },
  { ...strict, description: 'By code; names and addresses are in the register.' },
);

export const ComingNoticeSchema = Type.Object(
  {
    reference: ReferenceField,
    at: InstantField,
    on: DateField,
    kind: Type.String(),
    to: Recipient,
    what: Type.String({ description: 'What the mail would be about.' }),
    why: Type.Array(
      Type.Object(
        { key: Type.Optional(Type.String()), due: Type.Optional(DateField), inWords: Type.String() },
        strict,
      ),
      {
        description:
          'The dates that call for it; of new dates what has moved them, in words alone; none where something else does, which "what" names.',
      },
    ),
  },
  strict,
);
export type ComingNoticeView = Static<typeof ComingNoticeSchema>;

export const comingExample: ComingNoticeView = {
  reference: codeOf('case', 'RR-2026-0007'),
  at: '2026-04-07T08:00:00.000Z',
  on: '2026-04-07',
  kind: 'agencyReminder',
  to: {
    role: 'agency',
    agency: codeOf('agency', 'AG-0003'),
    contacts: [codeOf('contact', 'AG-0003-C1')],
    inWords: 'Example Hospitals NHS Trust (AG-0003-C1)',
  },
  what: 'reminder 1 of everything that it owes',
  why: [
    {
      key: 'agencyReturn:AG-0003',
      due: '2026-04-09',
      inWords: 'the scoping return (Example Hospitals NHS Trust) is due on Thursday 9 April 2026',
    },
  ],
};
