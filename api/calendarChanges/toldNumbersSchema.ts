// How many would hear of a change of the calendar, or not any more, on the wire.

import { Type } from 'typebox';
import { InstantField, strict } from '../fields/fields';

export const ToldNumbers = Type.Object(
  {
    byMail: Type.Integer({ description: 'Agencies, once for each case that they are on.' }),
    inPerson: Type.Integer({
      description:
        'Nobody there can be mailed: the team hears of it, a line for each under team.atNine, and must tell them.',
    }),
    at: Type.Optional({
      ...InstantField,
      description: 'When the first of them are told; absent where nobody is.',
    }),
    noMore: Type.Optional(
      Type.Integer({
        description:
          'Agencies that are to hear of an earlier change, which this one takes back, and would not. Absent where it was accepted before this was worked out.',
      }),
    ),
    team: Type.Optional(
      Type.Object(
        {
          atOnce: Type.Integer({
            description:
              'Mails to the team at once: a meeting outside its window, a completion that is late, a quorum at risk of which no 09:00 is left before the meeting.',
          }),
          atNine: Type.Integer({
            description:
              'Lines of its next mails of 09:00: what is missed, what it had heard of and is no longer so, a miss or a meeting outside its window, and each agency that it must tell itself.',
          }),
        },
        { ...strict, description: 'Absent where it was accepted before this was worked out.' },
      ),
    ),
  },
  strict,
);
