// A reminder to an agency that comes at another time because of what is previewed, or not at all, on the wire.

import { Type } from 'typebox';
import { DateField, ObligationKeyField, strict } from '../fields/fields';

export const ReminderMovesField = Type.Array(
  Type.Object(
    {
      key: ObligationKeyField,
      rung: Type.String(),
      how: Type.Enum(['sooner', 'later', 'fallsAway']),
      was: Type.Optional(DateField),
      comes: Type.Optional(DateField),
    },
    strict,
  ),
  {
    description:
      'Reminders to agencies. The days on whose 09:00 it would have come, and will: without "was" it had been passed over, without "comes" it falls away. Those of an agency that come on one day go in one mail (R11).',
  },
);
