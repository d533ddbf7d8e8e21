// What somebody would hear of a change that is previewed, on the wire: one form for corrections of a case and for changes of the
// calendar. Who hears of what is for the domain.

import { Type, type Static } from 'typebox';
import type { Recipient } from '../../domain/rapidReview/noticeBodies';
import { AgencyIdField, InstantField, strict } from '../fields/fields';

const WHO = [
  'agency',
  'team',
  'panel',
  'partner',
  'referrer',
  'onCall',
] as const satisfies readonly Recipient['role'][];

export const ToldField = Type.Object(
  {
    who: Type.Enum([...WHO]),
    agency: Type.Optional(AgencyIdField),
    how: Type.Enum(['byMail', 'inPerson'], {
      description:
        'In person where nobody there can be mailed: it does not happen by itself, the team must do it.',
    }),
    at: InstantField,
    about: Type.String(),
  },
  strict,
);
export type ToldView = Static<typeof ToldField>;
