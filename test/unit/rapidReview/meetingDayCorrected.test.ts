// The day of a meeting that was mistyped (R8): its hours stay, and what it decided is of the right day, in time or late; not before what it
// follows, nor after what followed it.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { quorumAt } from '../../../domain/rapidReview/meeting/quorum';
import { SEATS } from '../../../domain/policy/policyProfile';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { answer, BOARD, COUNCIL, POLICE, Race, SCHOOL, row } from './race';
import { AGENCY, london, REASON } from './story';

const heldOn = (on: string, meeting = 1): CommandBody => ({
  ...{ kind: 'correctMeetingDay', meeting, reason: REASON },
  on: civilDate(on),
});
/** Decided on Tuesday 14 April at 10:00, and closed; the window is from Friday 10 to Monday 20 April. */
const held = (rules = {}, until = '2026-04-22 12:00') =>
  new Race().toDecision(rules).evidenced().closed().at(until);

describe('R8: the day of a meeting that was held', () => {
  it('is put right with every moment of it, and is quorate as it was', () => {
    const race = held().act(heldOn('2026-04-16'));
    const [meeting] = race.open.meetings;
    if (meeting === undefined) throw new Error('no meeting');
    const at = london('2026-04-16 10:00');
    expect(meeting).toMatchObject({ startsAt: at, openedAt: at, closedAt: at });
    expect(meeting.presences.map(({ arrivedAt, leftAt, seat }) => [arrivedAt, leftAt, seat?.from])).toEqual(
      SEATS.map(() => [at, at, at]),
    );
    expect(quorumAt(meeting, SEATS, at).quorate).toBe(true);
    expect(race.open.decisions).toMatchObject([{ on: '2026-04-16', decidedAt: at }]);
    expect(race.of('MeetingDayCorrected')[0]?.body).toMatchObject({ was: '2026-04-14', on: '2026-04-16' });
    expect(race.line('meeting')).toMatchObject({ status: 'met', doneOn: '2026-04-16' });
  });

  it('was late after all, of which the team hears; or in time, of which it hears too', () => {
    const race = held().act(heldOn('2026-04-21'));
    expect(race.line('meeting')).toMatchObject({ status: 'missed', due: '2026-04-20', doneOn: '2026-04-21' });
    expect(race.of('OutcomeRestated').at(-1)?.body).toMatchObject({
      ...{
        key: 'meeting',
        was: { kind: 'met', on: '2026-04-14' },
        now: { kind: 'missed', on: '2026-04-21' },
      },
    });
    race.at('2026-04-23 12:00');
    expect(race.briefings().at(-1)).toContain('missed meeting');
    race.act(heldOn('2026-04-20'));
    expect(race.line('meeting')).toMatchObject({ status: 'met', doneOn: '2026-04-20' });
    race.at('2026-04-24 12:00');
    expect(race.briefings().at(-1)).toContain('missTakenBack meeting');
  });

  it('keeps its hours over a night on which the clocks change', () => {
    const race = new Race().opened('2026-03-17 10:00', { agencies: [COUNCIL] }).at('2026-03-30 12:00');
    race.act({
      ...{ kind: 'arrangeMeeting', startsAt: london('2026-03-30 10:00'), held: true, invitees: [] },
    });
    race.act({ kind: 'openMeeting', at: london('2026-03-30 10:00') });
    race.act({ kind: 'closeMeeting', at: london('2026-03-30 11:30'), minutes: row('minutes') });
    race.act(heldOn('2026-03-27'));
    expect(race.open.meetings[0]).toMatchObject({
      openedAt: london('2026-03-27 10:00'),
      closedAt: london('2026-03-27 11:30'),
    });
  });

  it('that did not decide has a day too', () => {
    const race = new Race().received().asked().meetingArranged().convened().closed().at('2026-04-16 12:00');
    race.act(heldOn('2026-04-15'));
    expect(race.of('MeetingDayCorrected')[0]?.body).not.toHaveProperty('missingReturns');
    expect(race.open.meetings[0]?.openedAt).toBe(london('2026-04-15 10:00'));
    expect(race.line('meeting').status).toBe('open');
  });

  it('decides which answers the group had (R16)', () => {
    const race = new Race()
      .received()
      .asked()
      .meetingArranged()
      .returned('2026-04-08', COUNCIL, BOARD)
      .quorate();
    race
      .decided()
      .evidenced()
      .closed()
      .at('2026-04-16 12:00')
      .act({ kind: 'addAgency', agency: AGENCY(8) });
    race.at('2026-04-17 12:00').act({ kind: 'addAgency', agency: AGENCY(9) });
    race.act(answer(POLICE, '2026-04-15')).act(answer(SCHOOL, '2026-04-17'));
    const missing = () => race.open.decisions[0]?.missingReturns;
    expect(missing()).toEqual([POLICE, SCHOOL]);
    race.act(heldOn('2026-04-16'));
    expect(missing()).toEqual([SCHOOL, AGENCY(8)]);
    race.act(heldOn('2026-04-17'));
    expect(missing()).toEqual([AGENCY(8), AGENCY(9)]);
    race.act(heldOn('2026-04-14'));
    expect(missing()).toEqual([POLICE, SCHOOL]);
    race.act(heldOn('2026-04-08'));
    expect(missing()).toEqual([POLICE, SCHOOL]);
    race.act(heldOn('2026-04-07'));
    expect(missing()).toEqual([COUNCIL, POLICE, BOARD, SCHOOL]);
  });

  it('of the answer to a disagreement moves that too', () => {
    const race = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees');
    race.meetingArranged('2026-04-23 10:00').quorate().decided({ outcome: 'noFurtherReview' }).closed();
    race.at('2026-05-29 12:00').act(heldOn('2026-05-28', 2));
    expect(race.open.panel.reconsideredOn).toBe('2026-05-28');
    expect(race.line('reconsideration')).toMatchObject({ status: 'missed', doneOn: '2026-05-28' });
    expect(race.line('meeting').doneOn).toBe('2026-04-14');
    expect(race.refused(heldOn('2026-04-17', 2))).toMatchObject({
      from: '2026-04-20',
      since: 'disagreement',
    });
    race.act(heldOn('2026-04-20', 2));
    expect(race.line('reconsideration')).toMatchObject({ status: 'met', doneOn: '2026-04-20' });
  });

  it.each([
    ['of a meeting that there is not', heldOn('2026-04-15', 2), { code: 'NoSuchMeetingHeld', meeting: 2 }],
    ['to the same day', heldOn('2026-04-14'), { code: 'MeetingDayCorrectionChangesNothing' }],
    ['to a day before the referral', heldOn('2026-03-29'), { from: '2026-03-30', since: 'receipt' }],
    ['to a day to come', heldOn('2026-04-23'), { to: '2026-04-22' }],
  ])('is not corrected %s', (_what, command, refusal) => {
    expect(held().refused(command)).toMatchObject(refusal);
  });

  it('is not corrected to an hour to come, nor while it is under way', () => {
    expect(held({}, '2026-04-16 09:59').refused(heldOn('2026-04-16'))).toEqual({
      ...{ code: 'MomentInFuture', at: london('2026-04-16 10:00'), now: london('2026-04-16 09:59') },
    });
    expect(held({}, '2026-04-16 10:00').act(heldOn('2026-04-16')).of('MeetingDayCorrected')).toHaveLength(1);
    const underWay = new Race().toDecision().at('2026-04-14 11:00');
    expect(underWay.refusal(heldOn('2026-04-13'))).toBe('NoSuchMeetingHeld');
  });

  it('is not corrected to a day after its sign-off, or after decision and report went', () => {
    const signed = held({}, '2026-04-16 12:00').signedOff('police').at('2026-04-20 12:00');
    expect(signed.refused(heldOn('2026-04-17'))).toMatchObject({ to: '2026-04-16', until: 'signOff' });
    expect(signed.act(heldOn('2026-04-16')).of('MeetingDayCorrected')).toHaveLength(1);
    const race = new Race().toPanel().at('2026-04-20 12:00');
    expect(race.refused(heldOn('2026-04-17'))).toMatchObject({ to: '2026-04-14' });
  });

  it('is to be told the Panel, where it was sent the decision as of another day', () => {
    const told: CommandBody = {
      ...{ kind: 'contactPanel', contact: 'other', channel: 'telephone', note: row('told') },
    };
    const warned = ({ open, calendar }: Race) =>
      warningsOf(open, calendar).filter(({ about }) => about === 'panelHasOtherDay');
    const race = held().signedOff().reported().referenced().informed();
    expect(warned(race)).toEqual([]);
    expect(warned(race.act(heldOn('2026-04-16')))).toEqual([{ about: 'panelHasOtherDay', on: '2026-04-16' }]);
    expect(warned(race.act(told))).toEqual([]);
    expect(warned(held().act(heldOn('2026-04-16')).signedOff().reported().referenced().informed())).toEqual(
      [],
    );
    race.at('2026-04-24 12:00').replied('disagrees').act(heldOn('2026-04-15'));
    expect(warned(race)).toHaveLength(1);
    race.meetingArranged('2026-04-27 10:00').quorate().decided({ outcome: 'noFurtherReview' });
    expect(warned(race)).toEqual([]);
  });

  it('stays between the meetings before and after it', () => {
    const race = new Race().received().asked().meetingArranged('2026-04-13 10:00').convened().closed();
    race.meetingArranged('2026-04-15 10:00').quorate().decided().closed().at('2026-04-20 12:00');
    expect(race.refused(heldOn('2026-04-16'))).toMatchObject({ to: '2026-04-15', until: 'otherMeeting' });
    expect(race.refused(heldOn('2026-04-10', 2))).toMatchObject({
      from: '2026-04-13',
      since: 'otherMeeting',
    });
    expect(
      race.act(heldOn('2026-04-14')).act(heldOn('2026-04-14', 2)).of('MeetingDayCorrected'),
    ).toHaveLength(2);
  });
});
