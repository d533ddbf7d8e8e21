// Whoever has accepted an invitation and is kept off the case since comes no more (R12 to R14): their seat is at risk, and the team hears
// so before the meeting, where nothing can be decided without it.

import { describe, expect, it } from '@jest/globals';
import type { DiaryDateId } from '../../../domain/rapidReview/meeting/state';
import { seatsUncovered } from '../../../domain/rapidReview/warnings';
import { POLICE, Race, excluded, invitation } from './race';
import { CONTACT, london, REASON } from './story';
import { told } from './tellings';

const says = (reply: 'accepted' | 'declined') =>
  ({ kind: 'recordInvitationReply', agency: POLICE, reply }) as const;
const accepted = () =>
  new Race().received().asked().meetingArranged().at('2026-04-01 12:00').act(says('accepted'));
const uncovered = (race: Race) => {
  const [meeting] = race.open.meetings;
  return meeting === undefined ? undefined : seatsUncovered(race.open, meeting);
};

it('R12, R13, R14: the team hears that the seat is at risk', () => {
  const race = accepted().act(excluded(POLICE)).at('2026-04-02 12:00');
  expect(told(race, 'quorumAtRisk')).toEqual(['2026-04-02 09:00']);
  expect(uncovered(race)).toEqual(['police']);
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

describe('somebody who was kept off as the meeting moved', () => {
  const { contact, ...rest } = excluded(POLICE);
  const readmit = { ...rest, kind: 'readmitContact', contact } as const;
  const startsAt = london('2026-04-15 10:00');
  const diary = { date: 'SG-0001' as DiaryDateId, version: 1 };
  const moves = {
    'by hand': { kind: 'rearrangeMeeting', startsAt, reason: REASON },
    'with its date in the diary': { kind: 'followDiary', date: diary.date, version: 2, startsAt },
  } as const;
  const letBackOn = (move: keyof typeof moves) =>
    new Race()
      .received()
      .asked()
      .meetingArranged('2026-04-14 10:00', { diary })
      .act(excluded(POLICE))
      .act(moves[move])
      .act(readmit);
  const hears = (race: Race) => race.mails('meetingInvitation').filter((key) => key.endsWith(POLICE));

  it.each(['by hand', 'with its date in the diary'] as const)(
    'was not asked to its new day, and is once they are named anew: %s',
    (move) => {
      const race = letBackOn(move);
      expect(hears(race)).toEqual([`meetingInvitation/1.0/${POLICE}`]);
      expect(uncovered(race)).toEqual(['police']);
      expect(told(race.at('2026-04-01 12:00'), 'quorumAtRisk')).toEqual(['2026-04-01 09:00']);
      const { invitees } = invitation('2026-04-15 10:00');
      race.act({ kind: 'rearrangeMeeting', invitees, reason: REASON });
      expect(hears(race)).toHaveLength(2);
      expect(uncovered(race)).toEqual([]);
    },
  );

  it('is asked as the meeting moves again, and hears that it is cancelled', () => {
    const again = { ...moves['by hand'], startsAt: london('2026-04-16 10:00') };
    const race = letBackOn('by hand').act(again);
    expect(hears(race)).toEqual(['1.0', '1.2'].map((change) => `meetingInvitation/${change}/${POLICE}`));
    expect(uncovered(race)).toEqual([]);
    const cancelled = letBackOn('by hand').act({ kind: 'cancelMeeting', reason: REASON });
    expect(cancelled.mails('meetingCancelled')).toContain(`meetingCancelled/1/${POLICE}`);
  });
});
