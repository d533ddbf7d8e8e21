// The stories of the whole race: as it should be told, with a mail to the Panel that fails; and a shorter one that continues
// as new in the middle of an open meeting and goes to the Panel another way.

import { minutely, type Days, type Step } from '../../workflow/script';
import { byPortal, CHAIR, COUNCIL, INVITEES, POLICE, ROW } from '../../workflow/race/cast';
import { quorate } from '../../workflow/race/meetings';
import { opening, theRace } from '../../workflow/race/theRace';
import type { RecordedStory } from './recordedStory';

/** The chair goes without two sign-offs and the reference; the Panel is chased, asks for more, and that is settled. */
const anotherWay = ({ at, day }: Days): readonly Step[] => [
  ...minutely(
    at(13, 10),
    { kind: 'evidenceDuty', duty: 'facts', evidence: ROW },
    { kind: 'signOffDecision', seat: 'localAuthority', on: day(13), evidence: ROW },
    { kind: 'contactPanel', contact: 'willBeLate', expected: day(16), channel: 'mail', note: ROW },
    { kind: 'attachReport', document: ROW },
    byPortal(day(13)),
  ),
  ...minutely(
    at(25, 10),
    { kind: 'contactPanel', contact: 'chase', channel: 'mail', note: ROW },
    { kind: 'contactPanel', contact: 'other', channel: 'telephone', note: ROW },
    { kind: 'recordPanelReply', reply: 'asksForMore', on: day(25), letter: ROW },
    { kind: 'attachReport', document: ROW },
    { act: { kind: 'informPanel', proceedReason: ROW }, as: CHAIR },
    { kind: 'recordPanelReply', reply: 'considersNationalReview', on: day(25) },
  ),
  ...minutely(at(27, 10), { kind: 'settleReply', reason: ROW }),
];

export const raceStories: Readonly<Record<string, RecordedStory>> = {
  race: {
    about:
      'the whole race: every kind of answer, an inquorate meeting and the quorate one, the Panel unreachable, then informed, disagreeing, agreeing; and a late return after the end',
    play: async ({ one, at, day, until, play, refused }) => {
      const { receivedAt, ...rest } = opening({ at, day });
      await until(0, 16, 20);
      await one.open(receivedAt, rest);
      refused.add('panel');
      const steps = theRace({ at, day });
      await play(steps.filter(({ when }) => when <= at(14, 10)));
      await until(14, 10, 30);
      refused.delete('panel');
      await play(minutely(at(14, 11), { act: { kind: 'informPanel' }, as: CHAIR }));
      await play(steps.filter(({ when }) => when > at(14, 10)));
      await until(24, 12);
    },
  },

  raceContinued: {
    about:
      'the meeting, the decision and the Panel, continued as new every few events and in the middle of the open meeting',
    historyLimit: 100,
    play: async ({ one, at, day, until, play }) => {
      await until(0, 16, 20);
      await one.open(at(0, 16, 20), { agencies: [COUNCIL, POLICE] });
      await play([
        ...minutely(at(2, 10), {
          kind: 'arrangeMeeting',
          startsAt: at(12, 14),
          invitees: INVITEES,
        }),
        ...quorate({ at, day }),
        ...anotherWay({ at, day }),
      ]);
    },
  },
};
