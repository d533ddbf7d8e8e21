// Which outcomes a corrected fact restates (R8): those that rest on it, and no other; what a changed calendar leaves as it was
// met (R7), an act that moves no date leaves so too.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CaseReference } from '../../../domain/rapidReview/references';
import { officialCalendar } from '../calendars';
import { proclaimed } from './otherCalendars';
import { Race, SCHOOL, answer } from './race';
import { london, REASON } from './story';

const restated = (race: Race): readonly string[] => race.of('OutcomeRestated').map(({ body }) => body.key);

const correctTimestamp = (timestamp: 'notificationSent' | 'referralReceived', at: string) =>
  ({ kind: 'correctTimestamp', timestamp, at: london(at), reason: REASON }) as const;

describe('R8: the meeting rests on the notification too, where that closes its window', () => {
  /** Said to be notified on Friday 20 March, so that the window closes on Friday 10 April; the group decides on Tuesday 14. */
  const mistyped = () =>
    new Race()
      .received({ timestamps: { notificationSent: london('2026-03-20 11:00') } })
      .asked()
      .meetingArranged('2026-04-14 10:00', { reason: REASON })
      .returned()
      .quorate()
      .decided();

  it('which was mistyped: nobody carries a breach that was none', () => {
    const race = mistyped();
    expect(race.line('meeting')).toMatchObject({ status: 'missed', due: '2026-04-10', doneOn: '2026-04-14' });
    race.act(correctTimestamp('notificationSent', '2026-03-30 11:00'));
    expect(race.line('meeting')).toMatchObject({ status: 'met', due: '2026-04-20', doneOn: '2026-04-14' });
    expect(race.of('OutcomeRestated').find(({ body }) => body.key === 'meeting')?.body.was).toMatchObject({
      kind: 'missed',
      due: '2026-04-10',
    });
  });
});

describe('R8, R10: an extension after a miss that was none', () => {
  /** Asked on 8 April, which was recorded as the 31st of March: missed on the 10th, and extended that day to the 16th. */
  const extended = () =>
    new Race()
      .received()
      .at('2026-04-08 10:00')
      .act({
        kind: 'recordRequestSent',
        agency: SCHOOL,
        channel: 'telephone',
        on: civilDate('2026-03-31'),
        contacts: [],
      })
      .at('2026-04-10 10:00')
      .act({ kind: 'agreeReturnDate', agency: SCHOOL, due: civilDate('2026-04-16'), reason: REASON });
  const correct = {
    kind: 'correctRequestSent',
    agency: SCHOOL,
    on: civilDate('2026-04-08'),
    reason: REASON,
  } as const;
  const returned = (race: Race): string => {
    const { status, due = '' } = race
      .at('2026-04-14 12:00')
      .act(answer(SCHOOL, '2026-04-14'))
      .line('agencyReturn', SCHOOL);
    return `${status} ${due}`;
  };

  it('leaves no miss once the day on which the agency was asked is right', () => {
    expect(extended().line('agencyReturn', SCHOOL).status).toBe('missed');
    expect(extended().act(correct).line('agencyReturn', SCHOOL)).toMatchObject({
      status: 'open',
      due: '2026-04-16',
    });
    expect(returned(extended().act(correct))).toBe('met 2026-04-16');
  });

  it('leaves the miss that it was by the right day too', () => {
    const race = extended().act({ ...correct, on: civilDate('2026-03-30') });
    expect(returned(race)).toMatch(/^missed/);
  });
});

describe('R7: what is met under another calendar stays met', () => {
  /** With 8 April off the records are due on the 9th, and secured then; the day is taken back on the 10th. */
  const securedOnTheLastDay = () => {
    const race = new Race().received().adopt(proclaimed(officialCalendar, '2026-04-08'));
    race.asked('2026-04-02 10:00').at('2026-04-09 12:00').act(answer(SCHOOL, '2026-04-09'));
    race.act({
      kind: 'recordRecordsSecured',
      agency: SCHOOL,
      on: civilDate('2026-04-09'),
      secured: { paper: true, electronic: true, locked: true },
    });
    return race.at('2026-04-10 10:00').adopt(officialCalendar, 2);
  };
  const sendBack = { kind: 'sendBackReturn', agency: SCHOOL, number: 1, missing: REASON } as const;

  it('when the answer of the agency is sent back', () => {
    const race = securedOnTheLastDay();
    expect(race.line('recordsSecured', SCHOOL)).toMatchObject({ status: 'met', due: '2026-04-09' });
    race.act(sendBack);
    expect(race.line('recordsSecured', SCHOOL)).toMatchObject({ status: 'met', due: '2026-04-09' });
    expect(restated(race).filter((key) => key.endsWith(SCHOOL))).toEqual([`agencyReturn:${SCHOOL}`]);
  });

  /** With 31 March off everybody is asked on the last day, 2 April; the day is taken back then. */
  const askedOnTheLastDay = () =>
    new Race()
      .received({ maybeDuplicateOf: 'RR-2026-0003' as CaseReference })
      .adopt(proclaimed(officialCalendar, '2026-03-31'))
      .asked('2026-04-02 10:00')
      .adopt(officialCalendar, 2)
      .at('2026-04-02 12:00');
  const absorbed = {
    kind: 'absorbCase',
    of: 'RR-2026-0003' as CaseReference,
    receivedAt: london('2026-04-01 10:00'),
    reason: REASON,
  } as const;

  it.each([
    ['a case is absorbed that came later', absorbed],
    ['the hour of the receipt is corrected', correctTimestamp('referralReceived', '2026-03-30 16:25')],
  ])('when %s', (_what, act) => {
    expect(restated(askedOnTheLastDay().act(act))).toEqual([]);
  });

  it('a receipt that moves to another day restates it all the same (R8)', () => {
    const race = askedOnTheLastDay().act(correctTimestamp('referralReceived', '2026-03-27 16:20'));
    // By the later of the two calendars of that day.
    expect(race.line('scopingDispatch', SCHOOL)).toMatchObject({ status: 'missed', due: '2026-04-01' });
  });
});
