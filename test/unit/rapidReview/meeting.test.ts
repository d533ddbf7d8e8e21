// Arranging the meeting (C5; R3, R5, R7): inside the window, or outside it with a reason; moved, cancelled, followed by the
// diary; the team is told once when the window no longer holds it.

import { describe, expect, it } from '@jest/globals';
import { SEATS } from '../../../domain/policy/policyProfile';
import type { FollowDiary } from '../../../domain/rapidReview/meeting/commands';
import type { DiaryDateId } from '../../../domain/rapidReview/meeting/state';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { AGENCY, REASON, london } from './story';
import { POLICE, Race, SCHOOL, arrival, decision, excluded, invitation } from './race';

const asked = () => new Race().received().asked();
const moved = (startsAt: string, rest: object = {}) =>
  ({ ...invitation(startsAt), kind: 'rearrangeMeeting', reason: REASON, ...rest }) as const;
const notified = (at: string) =>
  ({ kind: 'recordTimestamp', timestamp: 'notificationSent', at: london(at) }) as const;

describe('R5: the window of C5', () => {
  it.each(['2026-04-10 09:00', '2026-04-20 16:00'])('holds its first and last day: %s', (startsAt) => {
    const race = asked().meetingArranged(startsAt);
    expect(race.of('MeetingArranged')[0]?.body.departure).toBeUndefined();
  });

  it.each([
    ['2026-04-09 10:00', 'early'],
    ['2026-04-21 10:00', 'late'],
  ])('outside it, on %s, a reason is demanded, and the departure is recorded', (startsAt, way) => {
    const window = { opens: '2026-04-10', closes: '2026-04-20' };
    const race = asked();
    expect(race.refused(invitation(startsAt))).toEqual({
      code: 'MeetingOutsideWindowNeedsReason',
      on: startsAt.slice(0, 10),
      ...window,
    });
    race.meetingArranged(startsAt, { reason: REASON });
    expect(race.of('MeetingArranged')[0]?.body).toMatchObject({
      departure: { way, ...window },
      reason: REASON,
    });
    expect(warningsOf(race.open, race.calendar)).toContainEqual({
      about: 'meetingOutsideWindow',
      on: startsAt.slice(0, 10),
      way,
      ...window,
    });
  });

  it('one that lies after the completion says so', () => {
    const race = asked().meetingArranged('2026-04-23 10:00', { reason: REASON });
    expect(warningsOf(race.open, race.calendar)).toContainEqual({
      about: 'meetingOutsideWindow',
      on: '2026-04-23',
      way: 'late',
      completeBy: '2026-04-22',
      opens: '2026-04-10',
      closes: '2026-04-20',
    });
  });

  it('an early meeting that decides is no miss', () => {
    const race = asked()
      .meetingArranged('2026-04-09 10:00', { reason: REASON })
      .convened()
      .arrived()
      .decided();
    expect(race.line('meeting')).toMatchObject({ status: 'met', doneOn: '2026-04-09', workingDaysEarly: 7 });
  });

  it('late it is held all the same, and its miss stands', () => {
    const race = asked()
      .meetingArranged('2026-04-21 10:00', { reason: REASON })
      .convened()
      .arrived()
      .decided();
    expect(race.line('meeting')).toMatchObject({ status: 'missed', due: '2026-04-20', workingDaysEarly: -1 });
  });
});

describe('R7: the window follows the facts', () => {
  it('a meeting that it no longer holds is told to the team at once, once', () => {
    const race = asked()
      .meetingArranged('2026-04-20 10:00')
      .at('2026-04-02 12:00')
      .act(notified('2026-03-27 10:00'));
    expect(race.of('MeetingOutsideWindow').map(({ body }) => body)).toEqual([
      { meeting: 1, on: '2026-04-20', way: 'late', opens: '2026-04-10', closes: '2026-04-17' },
    ]);
    expect(race.mails('meetingOutsideWindow')).toHaveLength(1);
    race.act({ kind: 'addAgency', agency: AGENCY(8) }).at('2026-04-16 12:00');
    expect(race.of('MeetingOutsideWindow')).toHaveLength(1);
  });

  it('one that it still holds is told to nobody', () => {
    const race = asked()
      .meetingArranged('2026-04-17 10:00')
      .at('2026-04-02 12:00')
      .act(notified('2026-03-27 10:00'));
    expect(race.of('MeetingOutsideWindow')).toEqual([]);
  });

  it('whoever moves the meeting out of it with a reason knows', () => {
    const race = asked().meetingArranged().act(moved('2026-04-21 10:00'));
    expect(race.of('MeetingOutsideWindow')).toEqual([]);
    expect(race.of('MeetingRearranged')[0]?.body).toMatchObject({
      meeting: 1,
      change: 1,
      cause: 'byPerson',
      departure: { way: 'late' },
    });
  });
});

describe('R3 and R7: the sub-group’s diary', () => {
  const diary = { date: 'SG-0001' as DiaryDateId, version: 1 };
  const follow = (version: number, startsAt?: string): FollowDiary => ({
    kind: 'followDiary',
    date: diary.date,
    version,
    ...(startsAt === undefined ? {} : { startsAt: london(startsAt) }),
  });
  const diarised = () => asked().meetingArranged('2026-04-14 10:00', { diary });

  it('a date that moves takes the meeting with it, and those invited are told', () => {
    const race = diarised().act(follow(2, '2026-04-16 10:00'));
    expect(race.of('MeetingRearranged')[0]?.body).toMatchObject({
      was: london('2026-04-14 10:00'),
      on: '2026-04-16',
      cause: 'diary',
      diary: { version: 2 },
    });
    expect(race.mails('meetingInvitation')).toContain(`meetingInvitation/1.1/${SCHOOL}`);
    expect(race.of('MeetingOutsideWindow')).toEqual([]);
  });

  it('one that moves out of the window is told to the team at once', () => {
    const race = diarised().act(follow(2, '2026-04-22 10:00'));
    expect(race.of('MeetingRearranged')[0]?.body.departure).toMatchObject({ way: 'late' });
    expect(race.mails('meetingOutsideWindow')).toHaveLength(1);
    race.act(follow(3, '2026-04-23 10:00'));
    expect(race.mails('meetingOutsideWindow')).toHaveLength(2);
  });

  it('one that is cancelled cancels it, and the team hears that no date is fixed', () => {
    const race = diarised().at('2026-04-07 12:00').act(follow(2));
    expect(race.of('MeetingCancelled')[0]?.body).toMatchObject({ meeting: 1, cause: 'diary' });
    expect(race.mails('meetingCancelled')).toHaveLength(4);
    expect(race.at('2026-04-08 12:00').briefings().at(-1)).toContain('meetingNotFixed');
  });

  it('the same change twice, one for another date, or for no meeting, is without effect', () => {
    const race = diarised().act(follow(2, '2026-04-16 10:00'));
    const { version } = race.state;
    race.act(follow(2, '2026-04-17 10:00')).act({ ...follow(9), date: 'SG-0002' as DiaryDateId });
    asked().act(follow(2));
    expect(race.state.version).toBe(version);
  });

  it('a meeting that no longer uses the date stays where it is', () => {
    const race = diarised().act(moved('2026-04-15 10:00'));
    race.act(follow(2, '2026-04-16 10:00'));
    expect(race.of('MeetingRearranged')).toHaveLength(1);
  });
});

describe('R14: invitations', () => {
  it('go to each organisation, with the seat it is asked to fill, and anew when the meeting moves', () => {
    const race = asked().meetingArranged();
    expect(
      race.notices.filter(({ body }) => body.kind === 'meetingInvitation').map(({ body }) => body),
    ).toContainEqual({
      kind: 'meetingInvitation',
      agency: POLICE,
      meeting: 1,
      change: 0,
      seat: 'police',
      startsAt: london('2026-04-14 10:00'),
      papersOn: '2026-04-13',
    });
    race.act({ kind: 'recordInvitationReply', agency: POLICE, reply: 'accepted' });
    race.act({ kind: 'rearrangeMeeting', startsAt: london('2026-04-16 10:00'), reason: REASON });
    expect(race.mails('meetingInvitation')).toHaveLength(8);
    // An answer to the earlier date says nothing about this one.
    expect(race.open.meetings[0]?.invitees.every(({ reply }) => reply === undefined)).toBe(true);
  });

  it('so is one whose invitation reaches nobody, until they say in another way that they come', () => {
    const uncovered = (race: Race) =>
      warningsOf(race.open, race.calendar).filter(({ about }) => about === 'seatsNotInvited');
    const race = asked().meetingArranged().act(excluded(POLICE));
    expect(uncovered(race)).toMatchObject([{ seats: ['police'] }]);
    race.act({ kind: 'recordInvitationReply', agency: POLICE, reply: 'accepted' });
    expect(uncovered(race)).toEqual([]);
  });

  it('a seat that nobody is asked to fill is warned of', () => {
    const race = asked().meetingArranged('2026-04-14 10:00', { invitees: [] });
    expect(warningsOf(race.open, race.calendar)).toContainEqual({
      about: 'seatsNotInvited',
      on: '2026-04-14',
      seats: ['localAuthority', 'police', 'integratedCareBoard'],
    });
  });
});

it('R12: one that was held and that nobody opened on its day is recorded the day after, with what came of it', () => {
  const race = asked().meetingArranged('2026-04-14 10:00').at('2026-04-15 12:00');
  race.act({ kind: 'openMeeting', at: london('2026-04-14 10:00') });
  for (const seat of SEATS) race.act(arrival(seat, '2026-04-14 10:00'));
  race.act(decision('2026-04-14 11:00'));
  expect(race.open.decisions).toMatchObject([{ on: '2026-04-14', meeting: 1 }]);
  expect(race.open.outcomes).toMatchObject({ meeting: { kind: 'met', on: '2026-04-14' } });
});

describe('C5: that none is arranged after the last', () => {
  const warned = (race: Race) =>
    warningsOf(race.state, race.calendar).filter(({ about }) => about === 'noMeetingArranged');

  it('is warned of where that was cancelled, until another is; where there was none the timetable says it', () => {
    const race = new Race().received().asked();
    expect(warned(race)).toEqual([]);
    race.meetingArranged();
    expect(warned(race)).toEqual([]);
    race.act({ kind: 'cancelMeeting', reason: REASON });
    const gone = { about: 'noMeetingArranged', on: '2026-04-14', cancelled: true, due: '2026-04-20' };
    expect(warned(race)).toEqual([gone]);
    expect(warned(race.meetingArranged('2026-04-15 10:00'))).toEqual([]);
  });

  it('is warned of where that decided nothing, also once its last day is past, and not once it is decided', () => {
    const race = new Race().received().asked().meetingArranged().convened().closed();
    const held = { about: 'noMeetingArranged', on: '2026-04-14', due: '2026-04-20' };
    expect(warned(race)).toEqual([held]);
    expect(warned(race.at('2026-04-21 12:00'))).toEqual([{ ...held, missed: true }]);
    expect(warned(new Race().toDecision().closed())).toEqual([]);
    expect(warned(new Race().toPanel().at('2026-04-20 12:00').replied('disagrees'))).toEqual([]);
  });
});
