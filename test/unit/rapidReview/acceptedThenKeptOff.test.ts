// Whoever has accepted an invitation and is kept off the case since comes no more (R12 to R14): their seat is at risk, and the team hears
// so before the meeting, where nothing can be decided without it.

import { expect, it } from '@jest/globals';
import { seatsUncovered } from '../../../domain/rapidReview/warnings';
import { POLICE, Race, excluded } from './race';
import { CONTACT } from './story';
import { told } from './tellings';

const says = (reply: 'accepted' | 'declined') =>
  ({ kind: 'recordInvitationReply', agency: POLICE, reply }) as const;
const accepted = (rules: { readonly rulesVersion?: number } = {}) =>
  new Race().received(rules).asked().meetingArranged().at('2026-04-01 12:00').act(says('accepted'));
const uncovered = (race: Race) => {
  const [meeting] = race.open.meetings;
  return meeting === undefined ? undefined : seatsUncovered(race.open, meeting);
};

it.each([
  [23, ['2026-04-02 09:00'], ['police']],
  // In a case of before they were expected all the same.
  [22, [], []],
])('R12, R13, R14: the team hears that the seat is at risk (rules version %d)', (rulesVersion, at, seats) => {
  const race = accepted({ rulesVersion }).act(excluded(POLICE)).at('2026-04-02 12:00');
  expect(told(race, 'quorumAtRisk')).toEqual(at);
  expect(uncovered(race)).toEqual(seats);
});

it('until somebody else says that they come: that a further contact is kept off says nothing of them', () => {
  const race = accepted()
    .act(excluded(POLICE))
    .act(says('accepted'))
    .act(excluded(POLICE, CONTACT(POLICE, 2)));
  expect(uncovered(race)).toEqual([]);
  expect(told(race.at('2026-04-02 12:00'), 'quorumAtRisk')).toEqual([]);
});

it('where somebody else was invited with them, the word of the agency stands', () => {
  const contacts = [CONTACT(POLICE), CONTACT(POLICE, 2)];
  const invitees = [{ agency: POLICE, agencyKind: 'police', contacts, seat: 'police' }] as const;
  const race = new Race().received().asked().meetingArranged('2026-04-14 10:00', { invitees });
  race.act(says('accepted')).act(excluded(POLICE));
  expect(race.open.meetings[0]?.invitees[0]?.reply).toBe('accepted');
  expect(race.act(excluded(POLICE, CONTACT(POLICE, 2))).open.meetings[0]?.invitees[0]?.reply).toBeUndefined();
});

it('let back on, they can be written to again, and the seat is covered', () => {
  const { contact, ...rest } = excluded(POLICE);
  const race = accepted()
    .act(excluded(POLICE))
    .act({ ...rest, kind: 'readmitContact', contact });
  expect(uncovered(race)).toEqual([]);
});
