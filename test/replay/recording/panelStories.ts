// The stories of what the team believes of answers to the Panel, and of what it hears that is owed to it.

import type { CommandBody } from '../../../domain/rapidReview/commands';
import { BY_ALL, byPortal, COUNCIL, INVITEES, POLICE, ROW } from '../../workflow/race/cast';
import { quorate } from '../../workflow/race/meetings';
import { minutely, type Days, type Step } from '../../workflow/script';
import type { RecordedStory } from './recordedStory';

/** Decided on day 12, and with the Panel on day 15, which has written by then. */
const toPanel = ({ at, day }: Days, ...letters: readonly CommandBody[]): readonly Step[] => [
  ...minutely(at(1, 10), { kind: 'arrangeMeeting', startsAt: at(12, 14), invitees: INVITEES }),
  ...quorate({ at, day }),
  ...minutely(
    at(15, 10),
    { kind: 'evidenceDuty', duty: 'facts', evidence: ROW },
    { kind: 'attachReport', document: ROW },
    byPortal(day(15)),
    ...letters,
  ),
];

export const panelStories: Readonly<Record<string, RecordedStory>> = {
  missedBySameDay: {
    about:
      'an answer to the Panel that was missed turns out to have been given in time, before the team has heard so another letter of the same day is known, and that is answered late',
    play: async ({ one, at, day, until, play }) => {
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [COUNCIL, POLICE] });
      await play(toPanel({ at, day }, { kind: 'recordPanelReply', reply: 'disagrees', on: day(15) }));
      await until(26, 12);
      await play(
        minutely(
          at(26, 13),
          { kind: 'confirmDecision', on: day(15), agreedBy: BY_ALL, reason: ROW },
          { kind: 'recordPanelReply', reply: 'disagrees', on: day(15) },
        ),
      );
      await until(27, 12);
      await play(
        minutely(at(27, 13), { kind: 'confirmDecision', on: day(27), agreedBy: BY_ALL, reason: ROW }),
      );
      await until(28, 12);
    },
  },

  moreAsked: {
    about:
      'the Panel asks for more and disagrees: what it asked for is owed while the partners reconsider, and told at nine',
    play: async ({ one, at, day, until, play }) => {
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [COUNCIL, POLICE] });
      await play(
        toPanel(
          { at, day },
          { kind: 'recordPanelReply', reply: 'asksForMore', on: day(15) },
          { kind: 'recordPanelReply', reply: 'disagrees', on: day(15) },
        ),
      );
      await until(16, 12);
      await play(
        minutely(at(16, 13), { kind: 'contactPanel', contact: 'other', channel: 'telephone', note: ROW }),
      );
      await until(17, 12);
    },
  },
};
