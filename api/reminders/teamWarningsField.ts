// A warning to the team that a date is at risk, which comes at another time because of what is previewed, or not at all, on the wire.

import { Type } from 'typebox';
import { DateField, ObligationKeyField, strict } from '../fields/fields';

export const TeamWarningsField = Type.Array(
  Type.Object(
    {
      key: ObligationKeyField,
      workingDaysBefore: Type.Integer({ description: '0 on the day itself.' }),
      how: Type.Enum(['sooner', 'later', 'fallsAway']),
      was: Type.Optional(DateField),
      comes: Type.Optional(DateField),
    },
    strict,
  ),
  {
    description:
      'Warnings to the team that a date is at risk. The days on whose 09:00 it would have come, and will: without "was" it has been given or is past, and comes anew; without "comes" it falls away.',
  },
);
