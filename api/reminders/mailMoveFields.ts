// Mails of 09:00 that come on another day because of what is previewed, or not at all, on the wire: reminders to agencies, warnings
// to the team, and the other lines of its mails. Whether one moves, and how, is the domain's matter.

import { Type } from 'typebox';
import { FORESEEN_LINES } from '../../domain/rapidReview/clock/lineMoves';
import { AgencyIdField, DateField, ObligationKeyField, strict } from '../fields/fields';

const move = {
  how: Type.Enum(['sooner', 'later', 'fallsAway']),
  was: Type.Optional(DateField),
  comes: Type.Optional(DateField),
};

export const ReminderMovesField = Type.Array(
  Type.Object({ key: ObligationKeyField, rung: Type.String(), ...move }, strict),
  {
    description:
      'Reminders to agencies. The days on whose 09:00 it would have come, and will: without "was" it had been passed over, without "comes" it falls away. Those of an agency that come on one day go in one mail (R11).',
  },
);

export const TeamWarningsField = Type.Array(
  Type.Object(
    {
      key: ObligationKeyField,
      workingDaysBefore: Type.Integer({ description: '0 on the day itself.' }),
      ...move,
    },
    strict,
  ),
  {
    description:
      'Warnings to the team that a date is at risk. The days on whose 09:00 it would have come, and will: without "was" it has been given or is past, and comes anew; without "comes" it falls away.',
  },
);

/** Beside its warnings of dates at risk. */
export const TeamLinesField = Type.Array(
  Type.Object(
    { about: Type.Enum([...FORESEEN_LINES]), agency: Type.Optional(AgencyIdField), ...move },
    strict,
  ),
  {
    description:
      'What else the team would hear in its mails of 09:00 on another day, anew, or not at all: that no meeting is fixed, that its papers are due, that the Panel is silent, that a reminder to an executive waits for a word. It is worked out with nobody acting until then.',
  },
);
