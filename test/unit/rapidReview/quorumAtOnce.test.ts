// That quorum is at risk reaches the team before the meeting (R12, R14): at nine where a nine of a working day is left until it begins,
// else at once.

import { describe, expect, it } from '@jest/globals';
import { wakeAt } from '../../../domain/rapidReview/wake';
import type { AgencyId } from '../../../domain/timetable/facts';
import { officialCalendar } from '../calendars';
import { proclaimed } from './otherCalendars';
import { BOARD, COUNCIL, excluded, invitation, POLICE, Race } from './race';
import { CONTACT, REASON } from './story';
import { lastItem, told } from './tellings';

const reply = (agency: AgencyId, said: 'accepted' | 'declined') =>
  ({ kind: 'recordInvitationReply', agency, reply: said }) as const;
/** Of the police, on Monday 13 April. */
const declined = (startsAt: string, at: string) =>
  new Race().received().asked().meetingArranged(startsAt).at(at).act(reply(POLICE, 'declined'));
const heard = (race: Race) => told(race.at('2026-04-20 12:00'), 'quorumAtRisk');

describe('R12, R14: quorum at risk', () => {
  it.each([
    ['the meeting begins before the next nine', '2026-04-14 08:30', '2026-04-13 15:00', '2026-04-13 15:00'],
    ['the meeting is later that day', '2026-04-13 16:00', '2026-04-13 15:00', '2026-04-13 15:00'],
    ['the meeting is at nine itself', '2026-04-14 09:00', '2026-04-13 15:00', '2026-04-13 15:00'],
    ['a weekend lies before the meeting', '2026-04-13 08:30', '2026-04-10 15:00', '2026-04-10 15:00'],
    ['it is early, and nine is left that day', '2026-04-13 16:00', '2026-04-13 08:00', '2026-04-13 09:00'],
    ['a nine is left the day after', '2026-04-14 09:01', '2026-04-13 15:00', '2026-04-14 09:00'],
  ])('where %s is told once, in time', (_, startsAt, at, toldAt) => {
    const race = declined(startsAt, at);
    expect(heard(race)).toEqual([toldAt]);
    expect(lastItem(race, 'quorumAtRisk')).toMatchObject({ meeting: 1, seats: ['police'] });
  });

  it('is a mail of its own beside that of nine, called for by the act', () => {
    const race = declined('2026-04-14 08:30', '2026-04-13 15:00');
    const { last } = race;
    expect(last).toMatchObject({ kind: 'TeamBriefed', actor: 'clock', body: { atOnce: true } });
    expect(last.commandId).toBe(race.events.at(-2)?.commandId);
    expect(race.notices.at(-1)).toMatchObject({
      to: { role: 'team' },
      body: { kind: 'teamBriefing', on: '2026-04-13', items: [{ about: 'quorumAtRisk' }] },
    });
    expect(race.mails('teamBriefing').slice(-2)).toEqual([
      'teamBriefing/2026-04-13',
      `teamBriefing/atOnce/${last.number}`,
    ]);
    // Nothing of it is left to the clock.
    expect(wakeAt(race.state, race.calendar)).toBeGreaterThan(race.now);
  });

  it('that was told at nine is not told at once, nor the reverse; other seats are, and the same once they were right', () => {
    const race = declined('2026-04-14 08:30', '2026-04-10 15:00').at('2026-04-13 15:00');
    race.act(excluded(BOARD, CONTACT(BOARD, 2)));
    expect(told(race, 'quorumAtRisk')).toEqual(['2026-04-13 09:00']);
    race.at('2026-04-13 16:00').act(reply(COUNCIL, 'declined')).at('2026-04-13 17:00');
    expect(lastItem(race, 'quorumAtRisk')).toMatchObject({ seats: ['localAuthority', 'police'] });
    race.act(reply(POLICE, 'accepted')).at('2026-04-13 18:00').act(reply(POLICE, 'declined'));
    expect(heard(race)).toEqual(['2026-04-13 09:00', '2026-04-13 16:00', '2026-04-13 18:00']);
  });

  it('is told as the meeting is moved, or as the day before it becomes a day off', () => {
    const moved = declined('2026-04-17 10:00', '2026-04-09 15:00').at('2026-04-13 15:00');
    moved.act({ ...invitation('2026-04-14 08:30'), kind: 'rearrangeMeeting', reason: REASON });
    moved.act(reply(POLICE, 'declined'));
    expect(heard(moved)).toEqual(['2026-04-10 09:00', '2026-04-13 15:00']);
    const race = declined('2026-04-15 08:30', '2026-04-13 15:00').at('2026-04-13 16:00');
    expect(heard(race.adopt(proclaimed(officialCalendar, '2026-04-14')))).toEqual(['2026-04-13 16:00']);
  });

  it('of which an outage took the last nine is told as it ends, unless the meeting has begun', () => {
    const until = (end: string) => declined('2026-04-14 08:30', '2026-04-13 08:00').outageUntil(end);
    expect(heard(until('2026-04-13 17:00'))).toEqual(['2026-04-13 17:00']);
    expect(heard(until('2026-04-14 08:30'))).toEqual([]);
  });
});
