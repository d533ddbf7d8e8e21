// The day of a meeting that was mistyped (R8): its hours stay, and what it decided is of the right day, in time or late. Where
// it cannot be, `meetingDayRefused.test.ts`.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { departsOn } from '../../../domain/rapidReview/meeting/correctDay';
import { quorumAt } from '../../../domain/rapidReview/meeting/quorum';
import { SEATS } from '../../../domain/policy/policyProfile';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { warningsOfCorrection } from '../../../domain/rapidReview/warningsOfCorrection';
import { ALL_AGREE, answer, arrival, BOARD, COUNCIL, decision, POLICE, Race, SCHOOL, row } from './race';
import { AGENCY, london, REASON } from './story';

const heldOn = (on: string, meeting = 1): CommandBody => ({
  kind: 'correctMeetingDay',
  meeting,
  reason: REASON,
  on: civilDate(on),
});
/** Decided on Tuesday 14 April at 10:00, and closed; the window is from Friday 10 to Monday 20 April. */
const held = () => new Race().toDecision().evidenced().closed().at('2026-04-22 12:00');

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
      key: 'meeting',
      was: { kind: 'met', on: '2026-04-14' },
      now: { kind: 'missed', on: '2026-04-21' },
    });
    race.at('2026-04-23 12:00');
    expect(race.briefings().at(-1)).toContain('missed meeting');
    race.act(heldOn('2026-04-20'));
    expect(race.line('meeting')).toMatchObject({ status: 'met', doneOn: '2026-04-20' });
    race.at('2026-04-24 12:00');
    expect(race.briefings().at(-1)).toContain('missTakenBack meeting');
  });

  it('moves every moment of whoever came: a seat taken over, a conflict declared, a departure', () => {
    const race = new Race().received().asked().meetingArranged().convened();
    const at = (time: string, day = '14') => london(`2026-04-${day} ${time}`);
    race.at('2026-04-14 11:00');
    const [first, second] = [arrival('police', '2026-04-14 10:20'), arrival('police', '2026-04-14 10:00')];
    race.act({ ...first, who: { named: row('first') } }).act({ ...second, who: { named: row('second') } });
    const { seat: _none, ...guest } = arrival('police', '2026-04-14 10:00');
    race.act({ ...guest, who: { named: row('guest') } });
    race.act({ kind: 'declareConflict', attendee: 'A-3', at: at('10:30'), note: row('interest') });
    race.act({ kind: 'recordDeparture', attendee: 'A-1', at: at('10:40') });
    race.act({ kind: 'closeMeeting', at: at('11:00'), minutes: row('minutes') });
    race.at('2026-04-16 12:00').act(heldOn('2026-04-15'));
    expect(race.open.meetings[0]?.presences).toMatchObject([
      { arrivedAt: at('10:20', '15'), leftAt: at('10:40', '15'), seat: { from: at('10:20', '15') } },
      { arrivedAt: at('10:00', '15'), leftAt: at('11:00', '15'), seat: { until: at('10:20', '15') } },
      { arrivedAt: at('10:00', '15'), conflictAt: at('10:30', '15'), leftAt: at('11:00', '15') },
    ]);
  });

  it('of a decision that was recorded anew is that of both', () => {
    const race = held().act(decision('2026-04-14 10:00', { insteadOf: { decision: 1, reason: REASON } }));
    race.act(heldOn('2026-04-15'));
    expect(race.open.decisions.map(({ on, decidedAt }) => [on, decidedAt])).toEqual([
      ['2026-04-15', london('2026-04-15 10:00')],
      ['2026-04-15', london('2026-04-15 10:00')],
    ]);
  });

  const warnedOf = (race: Race, on: string) => {
    const before = race.state;
    race.act(heldOn(on));
    return warningsOfCorrection(before, race.state, race.of('MeetingDayCorrected'), race.calendar);
  };

  it('is no news of the agencies that had not answered, unless they are others', () => {
    const race = new Race().received().asked().meetingArranged().returned('2026-04-08', COUNCIL, POLICE);
    race.quorate().decided().closed().at('2026-04-17 12:00').act(answer(BOARD, '2026-04-15'));
    expect(warnedOf(race, '2026-04-13')).toEqual([]);
    expect(warnedOf(race, '2026-04-10')).toEqual([]);
    race.act({
      kind: 'correctReturn',
      agency: POLICE,
      number: 1,
      on: civilDate('2026-04-16'),
      reason: REASON,
    });
    expect(race.open.decisions[0]?.missingReturns).toContain(POLICE);
  });

  it('on a day off is warned of before', () => {
    const warned = (on: string) => warnedOf(held(), on);
    expect(warned('2026-04-18')).toEqual([{ about: 'heldOnDayOff', on: '2026-04-18', why: 'Saturday' }]);
    expect(warned('2026-04-17')).toEqual([]);
  });

  it('outside its window is warned of before: nobody was asked for a reason then', () => {
    // Received on 30 March: from WD7, Friday 10 April, to WD13, Monday 20 April.
    const warned = (on: string) => warnedOf(held(), on);
    const window = { opens: '2026-04-10', closes: '2026-04-20' };
    expect(warned('2026-04-09')).toEqual([
      { about: 'meetingOutsideWindow', on: '2026-04-09', way: 'early', ...window },
    ]);
    expect(warned('2026-04-21')).toEqual([
      { about: 'meetingOutsideWindow', on: '2026-04-21', way: 'late', ...window },
    ]);
    expect(warned('2026-04-10')).toEqual([]);
    expect(warned('2026-04-20')).toEqual([]);
  });

  it('lies to the window of the disagreement that it answered, and to none where it decided nothing new', () => {
    const race = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees').at('2026-04-21 09:00');
    race.meetingArranged('2026-04-22 10:00').at('2026-04-22 09:00').quorate().decided().closed();
    race.at('2026-05-08 12:00');
    const departs = (meeting: number, on: string) =>
      departsOn(race.open, race.calendar, meeting, civilDate(on))?.way;
    expect([departs(2, '2026-05-05'), departs(2, '2026-05-06')]).toEqual([undefined, 'late']);
    expect([departs(1, '2026-04-09'), departs(1, '2026-04-10')]).toEqual(['early', undefined]);
  });

  it('counts an answer that was sent back since as one that the group had', () => {
    const race = held().act({ kind: 'sendBackReturn', agency: SCHOOL, number: 1, missing: REASON });
    race.act(answer(SCHOOL, '2026-04-17'));
    const missing = () =>
      race.act(heldOn(race.open.decisions[0]?.on === '2026-04-16' ? '2026-04-15' : '2026-04-16')).open
        .decisions[0]?.missingReturns;
    expect(missing()).toEqual([]);
    race.act(heldOn('2026-04-07'));
    expect(race.open.decisions[0]?.missingReturns).toEqual([COUNCIL, POLICE, BOARD, SCHOOL]);
    race.act({
      kind: 'correctReturn',
      agency: SCHOOL,
      number: 1,
      on: civilDate('2026-04-07'),
      reason: REASON,
    });
    race.act(heldOn('2026-04-08')).act(heldOn('2026-04-09'));
    // In whatever order that is put right.
    expect(race.open.decisions[0]?.missingReturns).toEqual([]);
  });

  it('of what the Panel disagreed with is not taken for the answer, though that was given on the same day', () => {
    const race = new Race().toPanel().replied('disagrees');
    race.act({ kind: 'confirmDecision', on: civilDate('2026-04-14'), agreedBy: ALL_AGREE, reason: REASON });
    race.at('2026-04-16 12:00').act(heldOn('2026-04-13'));
    expect(race.open.panel.reconsideredOn).toBe('2026-04-14');
    expect(race.line('reconsideration').doneOn).toBe('2026-04-14');
  });

  it('keeps its hours over a night on which the clocks change', () => {
    const race = new Race().opened('2026-03-17 10:00', { agencies: [COUNCIL] }).at('2026-03-30 12:00');
    race.act({ kind: 'arrangeMeeting', startsAt: london('2026-03-30 10:00'), held: true, invitees: [] });
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

  it('of the answer moves it also where that has gone to the Panel since, and not to before the disagreement', () => {
    const race = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees');
    race.meetingArranged('2026-04-28 10:00').quorate().decided({ outcome: 'noFurtherReview' }).closed();
    race.signedOff().informed().at('2026-04-29 12:00').act(heldOn('2026-04-27', 2));
    expect(race.line('reconsideration')).toMatchObject({ status: 'met', doneOn: '2026-04-27' });
    expect(race.refused(heldOn('2026-04-17', 2))).toMatchObject({
      from: '2026-04-20',
      since: 'disagreement',
    });
  });

  it('is to be told the Panel, where it was sent the decision as of another day', () => {
    const told: CommandBody = {
      kind: 'contactPanel',
      contact: 'other',
      channel: 'telephone',
      note: row('told'),
    };
    const warned = ({ open, calendar }: Race) =>
      warningsOf(open, calendar).filter(({ about }) => about === 'panelHasOtherDay');
    const race = held().signedOff().reported().referenced().informed();
    expect(warned(race)).toEqual([]);
    expect(warned(race.act(heldOn('2026-04-16')))).toEqual([{ about: 'panelHasOtherDay', on: '2026-04-16' }]);
    // The day that it was sent was right after all.
    expect(warned(race.act(heldOn('2026-04-15')).act(heldOn('2026-04-14')))).toEqual([]);
    expect(warned(race.act(heldOn('2026-04-16')))).toHaveLength(1);
    expect(warned(race.act(told))).toEqual([]);
    expect(warned(held().act(heldOn('2026-04-16')).signedOff().reported().referenced().informed())).toEqual(
      [],
    );
    race.at('2026-04-24 12:00').replied('disagrees').act(heldOn('2026-04-15'));
    expect(warned(race)).toHaveLength(1);
    race.meetingArranged('2026-04-27 10:00').quorate().decided({ outcome: 'noFurtherReview' });
    expect(warned(race)).toEqual([]);
  });
});
