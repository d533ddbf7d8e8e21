// The stories of what was recorded wrong and put right: days that were mistyped, what belongs to another case, and what was recorded of an
// agency and of a meeting and never was.

import type { CommandBody } from '../../../domain/rapidReview/commands';
import type { AgencyId } from '../../../domain/timetable/facts';
import { CONTACT } from '../../unit/rapidReview/story';
import { BY_ALL, byPortal, COUNCIL, HOUSING, INVITEES, POLICE, ROW } from '../../workflow/race/cast';
import { quorate } from '../../workflow/race/meetings';
import { minutely, type Days, type Step } from '../../workflow/script';
import type { RecordedStory } from './recordedStory';

/** Days that somebody mistyped, and put right: of secured records, of the portal, of the Panel's reply. */
const mistyped = ({ at, day }: Days): readonly Step[] => [
  ...minutely(
    at(3, 10),
    {
      kind: 'recordRecordsSecured',
      agency: COUNCIL,
      on: day(2),
      secured: { paper: true, electronic: true, locked: true },
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
      agency: COUNCIL,
      on: day(4),
      secured: { paper: true, electronic: true, locked: true },
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

/** An answer, a meeting, and after the end a late answer, none of which was so. */
const neverWas = ({ at, day }: Days): readonly Step[] => {
  const answered = (agency: AgencyId, answer: 'full' | 'wrongOrganisation', on: number): CommandBody => ({
    kind: 'recordReturn',
    agency,
    answer,
    how: 'telephone',
    on: day(on),
    ...(answer === 'full' ? { content: ROW } : { askInstead: { named: ROW } }),
  });
  const asked = (agency: AgencyId): CommandBody => ({
    kind: 'recordRequestSent',
    agency,
    channel: 'telephone',
    on: day(1),
    contacts: [CONTACT(agency)],
  });
  const opened: CommandBody = { kind: 'openMeeting', at: at(9, 10) };
  return [
    ...minutely(at(2, 10), asked(COUNCIL), asked(POLICE), answered(COUNCIL, 'wrongOrganisation', 2), {
      kind: 'correctReturn',
      agency: COUNCIL,
      number: 1,
      reason: ROW,
    }),
    ...minutely(at(2, 11), answered(COUNCIL, 'full', 2), {
      kind: 'arrangeMeeting',
      startsAt: at(9, 10),
      invitees: INVITEES,
    }),
    ...minutely(
      at(9, 11),
      opened,
      {
        kind: 'recordArrival',
        who: { named: ROW },
        agency: POLICE,
        agencyKind: 'police',
        seat: 'police',
        remote: false,
        at: at(9, 10),
      },
      { kind: 'undoOpening', reason: ROW },
      opened,
      { kind: 'closeMeeting', at: at(9, 11), minutes: ROW },
    ),
    ...minutely(at(10, 10), { kind: 'withdrawCase', agreedBy: BY_ALL, reason: ROW }),
    ...minutely(
      at(11, 10),
      answered(POLICE, 'full', 11),
      { kind: 'correctReturn', agency: POLICE, number: 1, on: day(10), reason: ROW },
      { kind: 'explainLateness', key: `agencyReturn:${POLICE}`, reason: ROW },
    ),
  ];
};

/** A reference that was mistyped, of a notification that never went; an answer that turns out to be a mistake while the case had ended. */
const goesOn = ({ day, at }: Days): readonly Step[] => [
  ...minutely(
    at(1, 10),
    { kind: 'recordTimestamp', timestamp: 'notificationSent', at: at(1, 9) },
    { kind: 'recordNotificationReference', reference: ROW },
    { kind: 'recordNotificationReference', reference: ROW, reason: ROW },
    { kind: 'correctTimestamp', timestamp: 'notificationSent', reason: ROW },
    {
      kind: 'recordRequestSent',
      agency: POLICE,
      channel: 'telephone',
      on: day(1),
      contacts: [CONTACT(POLICE)],
    },
    { kind: 'recordReturn', agency: POLICE, answer: 'full', how: 'telephone', on: day(1), content: ROW },
  ),
  ...minutely(
    at(2, 10),
    { kind: 'withdrawCase', agreedBy: BY_ALL, reason: ROW },
    { kind: 'correctReturn', agency: POLICE, number: 1, reason: ROW },
    { kind: 'undoWithdrawal', reason: ROW },
  ),
];

/**
 * An answer that is sent back after it was accepted; sign-offs of another day, or never given, of which the Panel was sent one; and what an
 * agency that nobody can be mailed at is not told.
 */
const signedWrong = ({ at, day }: Days): readonly Step[] => [
  ...minutely(
    at(2, 10),
    { kind: 'recordRequestSent', agency: COUNCIL, channel: 'telephone', on: day(1), contacts: [] },
    { kind: 'recordReturn', agency: COUNCIL, answer: 'full', how: 'paper', on: day(2), content: ROW },
    { kind: 'acceptReturn', agency: COUNCIL, number: 1 },
    { kind: 'sendBackReturn', agency: COUNCIL, number: 1, missing: ROW },
  ),
  ...minutely(
    at(14, 10),
    { kind: 'correctMeetingDay', meeting: 1, on: day(13), reason: ROW },
    { kind: 'evidenceDuty', duty: 'facts', evidence: ROW },
    { kind: 'signOffDecision', seat: 'localAuthority', on: day(14), evidence: ROW },
    { kind: 'correctSignOff', seat: 'localAuthority', on: day(13), reason: ROW },
    { kind: 'signOffDecision', seat: 'police', on: day(14), evidence: ROW },
    { kind: 'attachReport', document: ROW },
    byPortal(day(13)),
    { kind: 'correctSignOff', seat: 'localAuthority', reason: ROW },
    { kind: 'contactPanel', contact: 'other', channel: 'telephone', on: day(13), note: ROW },
  ),
];

/** What the Panel was told between its questions, and what the partners answered: each of a wrong day, then never said. */
const saidWrong = ({ at, day }: Days): readonly Step[] => [
  ...minutely(
    at(15, 10),
    { kind: 'evidenceDuty', duty: 'facts', evidence: ROW },
    { kind: 'attachReport', document: ROW },
    byPortal(day(15)),
    { kind: 'contactPanel', contact: 'chase', channel: 'telephone', on: day(15), note: ROW },
    { kind: 'correctPanelContact', number: 1, reason: ROW },
  ),
  ...minutely(
    at(18, 10),
    { kind: 'recordPanelReply', reply: 'disagrees', on: day(16) },
    { kind: 'confirmDecision', on: day(18), agreedBy: BY_ALL, reason: ROW },
    { kind: 'correctConfirmation', on: day(17), reason: ROW },
    { kind: 'correctConfirmation', reason: ROW },
    { kind: 'confirmDecision', on: day(18), agreedBy: BY_ALL, reason: ROW },
    { kind: 'contactPanel', contact: 'other', channel: 'telephone', on: day(16), note: ROW },
    { kind: 'correctPanelContact', number: 2, on: day(18), reason: ROW },
  ),
];

const askedBeside = ({ at, day }: Days): readonly Step[] => [
  ...minutely(
    at(15, 10),
    { kind: 'evidenceDuty', duty: 'facts', evidence: ROW },
    { kind: 'attachReport', document: ROW },
    byPortal(day(15)),
  ),
  ...minutely(
    at(16, 10),
    { kind: 'recordPanelReply', reply: 'disagrees', on: day(16) },
    { kind: 'recordPanelReply', reply: 'asksForMore', on: day(16) },
    { kind: 'contactPanel', contact: 'other', channel: 'telephone', on: day(16), note: ROW },
  ),
  ...minutely(
    at(17, 10),
    { kind: 'confirmDecision', on: day(17), agreedBy: BY_ALL, reason: ROW },
    byPortal(day(17)),
    { kind: 'correctPanelInformed', dispatch: 2, on: day(16), reason: ROW },
  ),
];

/** Opened on the first afternoon, played, and left to the clock until noon of that day. */
const played =
  (steps: (days: Days) => readonly Step[], last: number): RecordedStory['play'] =>
  async ({ one, at, day, until, play }) => {
    await until(0, 16, 20);
    await one.open(at(0, 16, 20), { agencies: [COUNCIL, POLICE] });
    await play(steps({ at, day }));
    await until(last, 12);
  };

/** With a meeting on the twelfth day that is arranged at that hour of the first or second. */
const aroundMeeting =
  (steps: (days: Days) => readonly Step[], arrangedOn: number, hour: number) =>
  ({ at, day }: Days): readonly Step[] => [
    ...minutely(at(arrangedOn, hour), { kind: 'arrangeMeeting', startsAt: at(12, 14), invitees: INVITEES }),
    ...steps({ at, day }).filter(({ when }) => when < at(12, 0)),
    ...quorate({ at, day }),
    ...steps({ at, day }).filter(({ when }) => when > at(12, 0)),
  ];

export const putRightStories: Readonly<Record<string, RecordedStory>> = {
  mistyped: {
    about:
      'days that were mistyped and put right: of secured records, of what went to the Panel by portal, of its disagreement',
    play: played(aroundMeeting(mistyped, 2, 10), 26),
  },

  recordedByMistake: {
    about:
      'a notification, an agency, secured records, a dispatch and replies that were those of another case, taken back; the case that one of them had settled goes on',
    play: played(aroundMeeting(ofAnotherCase, 1, 12), 26),
  },

  goesOnAfterAll: {
    about:
      'a reference replaced, and gone with a notification that never was; an answer that turned out to be a mistake after the end, told as the case goes on',
    play: played(goesOn, 4),
  },

  signedWrong: {
    about:
      'an accepted answer sent back; a meeting that was held a day later; a sign-off of another day, then none, after the Panel was sent it; word to the Panel of the day before; an outcome of which nobody at an agency can be mailed',
    play: played(aroundMeeting(signedWrong, 2, 12), 18),
  },

  saidWrong: {
    about:
      'a chaser that was none; a confirmation of the partners of another day, then none, and given anew; word to the Panel that was said after its disagreement was answered',
    play: played(aroundMeeting(saidWrong, 2, 12), 20),
  },

  askedBeside: {
    about:
      'what the Panel asked beside its disagreement, sent before the partners had answered that; a dispatch after it that was of the day before, so that the answer is owed, and told',
    play: played(aroundMeeting(askedBeside, 2, 12), 22),
  },

  neverWas: {
    about:
      'an answer of another agency, which named one to ask instead, taken back, and the own one; a meeting recorded anew; after the end a late answer corrected and explained',
    play: played(neverWas, 13),
  },
};
