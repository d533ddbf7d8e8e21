// Where the day of a meeting cannot be put right (R8): between what it follows and what followed it, and not while it is under way.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { CHAIR, Race, confirmed } from './race';
import { london, REASON } from './story';

const heldOn = (on: string, meeting = 1): CommandBody => ({
  kind: 'correctMeetingDay',
  meeting,
  reason: REASON,
  on: civilDate(on),
});
/** Decided on Tuesday 14 April at 10:00, and closed. */
const held = (until = '2026-04-22 12:00') => new Race().toDecision().evidenced().closed().at(until);

describe('R8: the day of a meeting that was held', () => {
  it('of what answered a disagreement stands once the Panel has disagreed with that', () => {
    const race = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees');
    race.meetingArranged('2026-04-23 10:00').quorate().decided({ outcome: 'noFurtherReview' }).closed();
    race
      .evidenced()
      .signedOff()
      .informed()
      .at('2026-04-27 12:00')
      .replied('disagrees')
      .at('2026-04-28 12:00');
    expect(race.refused(heldOn('2026-04-22', 2))).toEqual({ code: 'MeetingBuiltUpon', meeting: 2 });
    expect(race.act(heldOn('2026-04-13')).of('MeetingDayCorrected')).toHaveLength(1);
  });

  it('of what answered none is put right, though the partners confirmed it on that very day, and the Panel disagreed again', () => {
    const race = new Race()
      .toPanel()
      .at('2026-04-14 15:00')
      .replied('disagrees')
      .act(confirmed('2026-04-14'));
    race.at('2026-04-15 12:00').replied('disagrees');
    expect(race.act(heldOn('2026-04-13')).of('MeetingDayCorrected')).toHaveLength(1);
  });

  it.each([
    ['of a meeting that there is not', heldOn('2026-04-15', 2), { code: 'NoSuchMeetingHeld', meeting: 2 }],
    ['to the same day', heldOn('2026-04-14'), { code: 'MeetingDayCorrectionChangesNothing' }],
    ['to a day before the referral', heldOn('2026-03-29'), { from: '2026-03-30', since: 'receipt' }],
    ['to an hour before the referral', heldOn('2026-03-30'), { code: 'MomentOutOfOrder', what: 'receipt' }],
    ['to a day to come', heldOn('2026-04-23'), { to: '2026-04-22' }],
  ])('is not corrected %s', (_what, command, refusal) => {
    expect(held().refused(command)).toMatchObject(refusal);
  });

  it('is not corrected to an hour to come, nor while it is under way', () => {
    expect(held('2026-04-16 09:59').refused(heldOn('2026-04-16'))).toEqual({
      code: 'MomentInFuture',
      at: london('2026-04-16 10:00'),
      now: london('2026-04-16 09:59'),
      asRecorded: true,
    });
    expect(held('2026-04-16 10:00').act(heldOn('2026-04-16')).of('MeetingDayCorrected')).toHaveLength(1);
    const underWay = new Race().toDecision().at('2026-04-14 11:00');
    expect(underWay.refusal(heldOn('2026-04-13'))).toBe('NoSuchMeetingHeld');
  });

  it('is not corrected to a day after its sign-off, or after decision and report went', () => {
    const signed = held('2026-04-16 12:00').signedOff('police').at('2026-04-20 12:00');
    expect(signed.refused(heldOn('2026-04-17'))).toMatchObject({ to: '2026-04-16', until: 'signOff' });
    expect(signed.act(heldOn('2026-04-16')).of('MeetingDayCorrected')).toHaveLength(1);
    const unsigned = () =>
      held('2026-04-15 12:00').reported().by(CHAIR).act({ kind: 'informPanel', proceedReason: REASON });
    const race = unsigned().at('2026-04-20 12:00');
    // Its mail is on its way: it may have gone since it was ordered.
    expect(race.refused(heldOn('2026-04-16'))).toMatchObject({ to: '2026-04-15', until: 'dispatch' });
    const sent = unsigned();
    sent.hear(sent.dispatch('accepted')).at('2026-04-20 12:00');
    expect(sent.refused(heldOn('2026-04-16'))).toMatchObject({ to: '2026-04-15', until: 'dispatch' });
    expect(sent.act(heldOn('2026-04-15')).of('MeetingDayCorrected')).toHaveLength(1);
  });

  it('stays between the meetings before and after it', () => {
    const race = new Race().received().asked().meetingArranged('2026-04-13 10:00').convened().closed();
    race.meetingArranged('2026-04-15 10:00').quorate().decided().closed().at('2026-04-20 12:00');
    expect(race.refused(heldOn('2026-04-16'))).toMatchObject({ to: '2026-04-15', until: 'otherMeeting' });
    expect(race.refused(heldOn('2026-04-10', 2))).toMatchObject({
      from: '2026-04-13',
      since: 'otherMeeting',
    });
    // Both lie on one moment, one after the other; that they overlap cannot be.
    expect(
      race.act(heldOn('2026-04-14')).act(heldOn('2026-04-14', 2)).of('MeetingDayCorrected'),
    ).toHaveLength(2);
    const twice = new Race().received().asked().meetingArranged('2026-04-13 09:00').convened().closed();
    twice.meetingArranged('2026-04-15 10:00').quorate().decided().closed().at('2026-04-20 12:00');
    expect(twice.act(heldOn('2026-04-13', 2)).open.meetings[1]?.openedAt).toBe(london('2026-04-13 10:00'));
    const later = new Race().received().asked().meetingArranged('2026-04-13 11:00').convened().closed();
    later.meetingArranged('2026-04-15 10:00').quorate().decided().closed().at('2026-04-20 12:00');
    expect(later.refused(heldOn('2026-04-15'))).toMatchObject({ code: 'MeetingNotBeforeNext' });
    expect(later.refused(heldOn('2026-04-13', 2))).toEqual({
      code: 'MomentOutOfOrder',
      at: london('2026-04-13 10:00'),
      what: 'meetingBefore',
      recorded: london('2026-04-13 11:00'),
      asRecorded: true,
    });
  });
});
