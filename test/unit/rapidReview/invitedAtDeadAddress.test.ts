// Whoever is invited to the meeting at an address from which mail came back (R12, R14): the invitation goes, but nobody can count on it. The
// case warns, and the team hears in time that the seat is at risk, until somebody says that they come or the address is tried anew.

import { expect, it } from '@jest/globals';
import { seatsUncovered, warningsOf } from '../../../domain/rapidReview/warnings';
import { POLICE, Race } from './race';
import { CONTACT } from './story';
import { told } from './tellings';

const bounce = { kind: 'recordBounce', agency: POLICE, contact: CONTACT(POLICE) } as const;
const comes = { kind: 'recordInvitationReply', agency: POLICE, reply: 'accepted' } as const;
const invited = (rules: { readonly rulesVersion?: number } = {}) =>
  new Race().received(rules).asked().meetingArranged().at('2026-04-01 12:00');
const uncovered = (race: Race) => {
  const [meeting] = race.open.meetings;
  return meeting === undefined ? undefined : seatsUncovered(race.open, meeting);
};
const notReached = (race: Race) =>
  warningsOf(race.state, race.calendar).flatMap((one) =>
    one.about === 'inviteeNotReached' ? [one.agency] : [],
  );

it('R12, R14: the seat is at risk, whether the mail came back before the invitation or after', () => {
  const after = invited().act(bounce);
  const before = new Race().received().asked().at('2026-04-01 12:00').act(bounce).meetingArranged();
  for (const race of [after, before]) {
    expect([uncovered(race), notReached(race)]).toEqual([['police'], [POLICE]]);
    expect(race.mails('meetingInvitation').some((key) => key.endsWith(POLICE))).toBe(true);
    expect(told(race.at('2026-04-02 12:00'), 'quorumAtRisk')).toEqual(['2026-04-02 09:00']);
  }
});

it('not once they say that they come', () => {
  const race = invited().act(bounce).act(comes);
  expect([uncovered(race), notReached(race)]).toEqual([[], []]);
});

it('nor where the request is mailed there again; told anew where that comes back too', () => {
  const race = invited().act(bounce).at('2026-04-02 12:00').send([POLICE]);
  expect([uncovered(race), notReached(race)]).toEqual([[], []]);
  race.act(bounce).at('2026-04-07 12:00');
  expect(told(race, 'quorumAtRisk')).toEqual(['2026-04-02 09:00', '2026-04-07 09:00']);
});

it('in cases of before the twenty-sixth version of the rules nobody hears of it', () => {
  const race = invited({ rulesVersion: 25 }).act(bounce).at('2026-04-02 12:00');
  expect([uncovered(race), notReached(race), told(race, 'quorumAtRisk')]).toEqual([[], [], []]);
});
