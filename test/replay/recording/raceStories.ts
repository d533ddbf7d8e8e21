// The stories of the whole race: as it should be told, with a mail to the Panel that fails; and a shorter one that continues
// as new in the middle of an open meeting and goes to the Panel another way.

import type { CommandBody } from '../../../domain/rapidReview/commands';
import { minutely, type Days, type Step } from '../../workflow/script';
import { byPortal, CHAIR, COUNCIL, HOUSING, INVITEES, POLICE, ROW } from '../../workflow/race/cast';
import { quorate } from '../../workflow/race/meetings';
import { opening, theRace } from '../../workflow/race/theRace';
import { CONTACT } from '../../unit/rapidReview/story';
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

/** Days that somebody mistyped, and put right: of secured records, of the portal, of the Panel's reply. */
const mistyped = ({ at, day }: Days): readonly Step[] => [
  ...minutely(
    at(3, 10),
    {
      kind: 'recordRecordsSecured',
      ...{ agency: COUNCIL, on: day(2), secured: { paper: true, electronic: true, locked: true } },
    },
    { kind: 'correctRecordsSecured', agency: COUNCIL, on: day(3), reason: ROW },
  ),
  ...minutely(
    at(16, 10),
    { kind: 'evidenceDuty', duty: 'facts', evidence: ROW },
    { kind: 'attachReport', document: ROW },
    byPortal(day(16)),
    { kind: 'correctPanelInformed', dispatch: 1, on: day(15), reason: ROW },
  ),
  ...minutely(
    at(20, 10),
    { kind: 'recordPanelReply', reply: 'disagrees', on: day(20) },
    { kind: 'correctPanelReply', number: 1, on: day(18), reason: ROW },
  ),
];

/** What belongs to another case, and is taken back: from the notification to the reply that settled this one. */
const ofAnotherCase = ({ at, day }: Days): readonly Step[] => [
  ...minutely(
    at(1, 10),
    { kind: 'recordTimestamp', timestamp: 'notificationSent', at: at(1, 9) },
    { kind: 'addAgency', agency: HOUSING },
    { kind: 'correctIdentified', agency: HOUSING, at: at(1, 9), reason: ROW },
  ),
  ...minutely(
    at(4, 10),
    { kind: 'correctTimestamp', timestamp: 'notificationSent', reason: ROW },
    { kind: 'removeAgency', agency: HOUSING, reason: ROW },
    {
      kind: 'recordRecordsSecured',
      ...{ agency: COUNCIL, on: day(4), secured: { paper: true, electronic: true, locked: true } },
    },
    { kind: 'correctRecordsSecured', agency: COUNCIL, reason: ROW },
  ),
  ...minutely(
    at(15, 10),
    { kind: 'evidenceDuty', duty: 'facts', evidence: ROW },
    { kind: 'attachReport', document: ROW },
    byPortal(day(15)),
    { kind: 'correctPanelInformed', dispatch: 1, reason: ROW },
    byPortal(day(15)),
  ),
  ...minutely(
    at(18, 10),
    { kind: 'recordPanelReply', reply: 'disagrees', on: day(18) },
    { kind: 'correctPanelReply', number: 1, reason: ROW },
    { kind: 'recordPanelReply', reply: 'agrees', on: day(18) },
  ),
  ...minutely(
    at(20, 10),
    { kind: 'undoSettlement', reason: ROW },
    { kind: 'recordPanelReply', reply: 'asksForMore', on: day(20) },
  ),
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

  mistyped: {
    about:
      'days that were mistyped and put right: of secured records, of what went to the Panel by portal, of its disagreement',
    play: async ({ one, at, day, until, play }) => {
      await until(0, 16, 20);
      await one.open(at(0, 16, 20), { agencies: [COUNCIL, POLICE] });
      await play([
        ...minutely(at(2, 10), { kind: 'arrangeMeeting', startsAt: at(12, 14), invitees: INVITEES }),
        ...mistyped({ at, day }).filter(({ when }) => when < at(12, 0)),
        ...quorate({ at, day }),
        ...mistyped({ at, day }).filter(({ when }) => when > at(12, 0)),
      ]);
      await until(26, 12);
    },
  },

  recordedByMistake: {
    about:
      'a notification, an agency, secured records, a dispatch and replies that were those of another case, taken back; the case that one of them had settled goes on',
    play: async ({ one, at, day, until, play }) => {
      await until(0, 16, 20);
      await one.open(at(0, 16, 20), { agencies: [COUNCIL, POLICE] });
      await play([
        ...minutely(at(1, 12), { kind: 'arrangeMeeting', startsAt: at(12, 14), invitees: INVITEES }),
        ...ofAnotherCase({ at, day }).filter(({ when }) => when < at(12, 0)),
        ...quorate({ at, day }),
        ...ofAnotherCase({ at, day }).filter(({ when }) => when > at(12, 0)),
      ]);
      await until(26, 12);
    },
  },

  answerByMistake: {
    about: "an answer of another agency, which named one to ask instead, taken back; and the agency's own",
    play: async ({ one, at, day, until, play }) => {
      const answered = (answer: 'full' | 'wrongOrganisation', more: object): CommandBody => ({
        kind: 'recordReturn',
        ...{ agency: COUNCIL, answer, how: 'telephone', on: day(2), ...more },
      });
      await until(0, 16, 20);
      await one.open(at(0, 16, 20), { agencies: [COUNCIL] });
      await play(
        minutely(
          at(2, 10),
          {
            kind: 'recordRequestSent',
            agency: COUNCIL,
            channel: 'telephone',
            on: day(1),
            contacts: [CONTACT(COUNCIL)],
          },
          answered('wrongOrganisation', { askInstead: { named: ROW } }),
          { kind: 'correctReturn', agency: COUNCIL, number: 1, reason: ROW },
          answered('full', { content: ROW }),
        ),
      );
      await until(4, 12);
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
