// The stories of what agencies know of their dates, by which mail and otherwise; and of what the team is told where there is nothing to date.

import { ask, BY_ALL, COUNCIL, INVITEES, POLICE, ROW, SCHOOL } from '../../workflow/race/cast';
import { minutely } from '../../workflow/script';
import { withDays } from '../../workflow/withDays';
import { adopt } from './adopt';
import type { RecordedStory } from './recordedStory';

export const toldStories: Readonly<Record<string, RecordedStory>> = {
  knownOtherwise: {
    about:
      'dates that an agency knows without a mail of moves, and bank holidays on either side of it: one agreed, an answer sent back, a case that goes on; the mails of before are reported again with each round',
    play: async ({ one, at, day, until, play, snapshot }) => {
      const two = withDays(snapshot, day(4), day(5));
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [COUNCIL, POLICE, SCHOOL] });
      await play([
        ...minutely(at(1, 10), ask(COUNCIL, POLICE, SCHOOL)),
        ...minutely(
          at(2, 10),
          { kind: 'agreeReturnDate', agency: SCHOOL, due: day(7), reason: ROW },
          { kind: 'recordReturn', agency: POLICE, answer: 'full', how: 'paper', on: day(2), content: ROW },
          adopt(1, two),
          { kind: 'arrangeMeeting', startsAt: at(12, 10), invitees: INVITEES },
          { kind: 'sendBackReturn', agency: POLICE, number: 1, missing: ROW },
          adopt(2, snapshot),
        ),
        ...minutely(at(3, 10), { kind: 'withdrawCase', agreedBy: BY_ALL, reason: ROW }),
        ...minutely(at(3, 11), {
          act: { kind: 'undoWithdrawal', reason: ROW, follow: { change: 3, calendar: two.version } },
          beside: { calendar: two },
        }),
        ...minutely(at(3, 12), { kind: 'sendReminder', agency: SCHOOL }),
      ]);
      await until(5, 12);
    },
  },

  nothingToCount: {
    about:
      'no agency, and no moment for the notification: the team is told, and again once both were there by mistake',
    play: async ({ one, at, until }) => {
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [] });
      await until(1, 10);
      await one.act({ kind: 'addAgency', agency: COUNCIL });
      await one.act({ kind: 'recordTimestamp', timestamp: 'localAuthorityAware', at: at(-1, 12) });
      await until(2, 10);
      await one.act({ kind: 'removeAgency', agency: COUNCIL, reason: ROW });
      await one.act({ kind: 'correctTimestamp', timestamp: 'localAuthorityAware', reason: ROW });
      await until(3, 12);
    },
  },
};
