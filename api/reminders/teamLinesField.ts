// The lines of the team's mails of 09:00, beside its warnings of dates at risk, that come on another day because of what is
// previewed, on the wire.

import { Type } from 'typebox';
import { FORESEEN_LINES } from '../../domain/rapidReview/clock/lineMoves';
import { AgencyIdField, DateField, strict } from '../fields/fields';

export const TeamLinesField = Type.Array(
  Type.Object(
    {
      about: Type.Enum([...FORESEEN_LINES]),
      agency: Type.Optional(AgencyIdField),
      how: Type.Enum(['sooner', 'later', 'fallsAway']),
      was: Type.Optional(DateField),
      comes: Type.Optional(DateField),
    },
    strict,
  ),
  {
    description:
      'What else the team would hear in its mails of 09:00 on another day, anew, or not at all: that no meeting is fixed, that its papers are due, that the Panel is silent, that a reminder to an executive waits for a word. It is worked out with nobody acting until then.',
  },
);
