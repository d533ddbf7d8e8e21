// That a seat is at risk the team hears once, whichever others are at risk with it, and again where it was covered in between (R12, R14).

import { expect, it } from '@jest/globals';
import type { AgencyId } from '../../../domain/timetable/facts';
import { COUNCIL, invitation, POLICE, Race } from './race';
import { REASON } from './story';
import { lastItem, told } from './tellings';

const reply = (agency: AgencyId, said: 'accepted' | 'declined') =>
  ({ kind: 'recordInvitationReply', agency, reply: said }) as const;
const heard = (race: Race) => told(race, 'quorumAtRisk');

it('R12: a seat that stays at risk is told once, the other anew', () => {
  const race = new Race().received().asked().meetingArranged().at('2026-04-01 12:00');
  race.act(reply(POLICE, 'declined')).act(reply(COUNCIL, 'declined')).at('2026-04-07 12:00');
  race.act(reply(COUNCIL, 'accepted')).at('2026-04-09 12:00');
  race.act(reply(COUNCIL, 'declined')).at('2026-04-13 12:00');
  expect(heard(race)).toEqual(['2026-04-02 09:00', '2026-04-10 09:00']);
  expect(lastItem(race, 'quorumAtRisk')).toMatchObject({ seats: ['localAuthority', 'police'] });
});

it('R12, R14: that another seat is covered is no cause for a mail at once', () => {
  const race = new Race().received().asked().meetingArranged('2026-04-14 08:30').at('2026-04-13 15:00');
  race.act(reply(COUNCIL, 'declined')).at('2026-04-13 15:10').act(reply(POLICE, 'declined'));
  race.at('2026-04-13 15:20').act(reply(COUNCIL, 'accepted'));
  expect(heard(race.at('2026-04-20 12:00'))).toEqual(['2026-04-13 15:00', '2026-04-13 15:10']);
});

it('R12, R14: seats that are invited for one by one are told once, and one that is left out again anew', () => {
  const { startsAt, invitees } = invitation('2026-04-14 08:30');
  const race = new Race().received().asked().at('2026-04-13 15:00');
  race.act({ ...invitation('2026-04-14 08:30'), invitees: [] });
  for (const count of [1, 2, 3]) {
    const asked = invitees.slice(0, count);
    race.at(`2026-04-13 15:0${count}`);
    race.act({ kind: 'rearrangeMeeting', startsAt, invitees: asked, reason: REASON });
  }
  expect(heard(race)).toEqual(['2026-04-13 15:00']);
  race.at('2026-04-13 15:04');
  race.act({ kind: 'rearrangeMeeting', startsAt, invitees: invitees.slice(1), reason: REASON });
  expect(heard(race.at('2026-04-20 12:00'))).toEqual(['2026-04-13 15:00', '2026-04-13 15:04']);
});
