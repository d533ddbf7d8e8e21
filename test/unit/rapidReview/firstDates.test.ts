// R8, R10: first dates, which lateness is told against: those before an extension or a changed calendar; a corrected fact begins
// anew, as if it had been recorded so and nothing had been agreed yet.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { firstDates } from '../../../domain/rapidReview/firstDates';
import { officialCalendar } from '../calendars';
import { otherThan, proclaimed } from './otherCalendars';
import { COUNCIL, Race, SCHOOL, answer } from './race';
import { REASON, london } from './story';

const first = (race: Race, obligation: string): string | undefined =>
  firstDates(race.events, (version) => race.calendarOf(version)).get(`${obligation}:${SCHOOL}` as never) ??
  race.line(obligation, SCHOOL).due;

const DISPATCH = 'scopingDispatch';
const RETURN = 'agencyReturn';

it('R8: of a reconsideration whose disagreement was dated wrongly it is that of the right day', () => {
  const race = new Race().toPanel().at('2026-05-12 10:00');
  race.act({ kind: 'recordPanelReply', reply: 'disagrees', on: civilDate('2026-05-05') });
  race.act({ kind: 'correctPanelReply', number: 1, on: civilDate('2026-05-12'), reason: REASON });
  const due = race.line('reconsideration').due;
  const first = firstDates(race.events, (version) => race.calendarOf(version)).get(
    'reconsideration' as never,
  );
  expect([due, first ?? due]).toEqual(['2026-05-27', '2026-05-27']);
});

describe('R8: the first date of a request that is to be sent', () => {
  it('is that of before a calendar moved it', () => {
    const race = new Race().received().at('2026-03-31 08:00');
    race.adopt(proclaimed(officialCalendar, '2026-04-01'));
    expect(first(race, DISPATCH)).toBe('2026-04-01');
    race.adopt(otherThan(officialCalendar, {}), 2);
    expect(first(race, DISPATCH)).toBe('2026-04-01');
  });

  it('of one that was sent, and whose referral was corrected afterwards, is that of the right day', () => {
    const race = new Race().received().at('2026-03-31 08:00');
    race.adopt(proclaimed(officialCalendar, '2026-04-01')).asked().at('2026-04-02 12:00');
    race.act({
      kind: 'correctTimestamp',
      timestamp: 'referralReceived',
      at: london('2026-03-26 10:00'),
      reason: REASON,
    });
    expect(first(race, DISPATCH)).toBe('2026-03-30');
  });

  it('stays where the request is void, and where the day on which it went is corrected: it is counted from the referral', () => {
    const sent = () => {
      const race = new Race()
        .received()
        .at('2026-03-31 08:00')
        .adopt(proclaimed(officialCalendar, '2026-04-01'));
      return race.act({
        kind: 'recordRequestSent',
        agency: SCHOOL,
        channel: 'paper',
        on: civilDate('2026-03-31'),
        contacts: [],
      });
    };
    const void_ = sent().act({ kind: 'voidRequest', agency: SCHOOL, reason: REASON });
    const corrected = sent().act({
      kind: 'correctRequestSent',
      agency: SCHOOL,
      on: civilDate('2026-03-30'),
      reason: REASON,
    });
    expect([first(void_, DISPATCH), first(corrected, DISPATCH)]).toEqual(['2026-04-01', '2026-04-01']);
  });
});

describe('R10: the first date of a return', () => {
  /** Recorded as asked on paper on Wednesday 1 April: due on Friday 10 April. */
  const onPaper = () =>
    new Race()
      .received()
      .at('2026-04-01 12:00')
      .act({
        kind: 'recordRequestSent',
        agency: SCHOOL,
        channel: 'paper',
        on: civilDate('2026-04-01'),
        contacts: [],
      });
  const extended = (race: Race, due = '2026-04-15') =>
    race.act({ kind: 'agreeReturnDate', agency: SCHOOL, due: civilDate(due), reason: REASON });
  /** It went on the day before: due on Thursday 9 April. */
  const corrected = (race: Race, on = '2026-03-31') =>
    race.act({ kind: 'correctRequestSent', agency: SCHOOL, on: civilDate(on), reason: REASON });
  /** The day stays, and it was not on paper. */
  const byTelephone = (race: Race) =>
    race.act({
      kind: 'correctRequestSent',
      agency: SCHOOL,
      on: civilDate('2026-04-01'),
      channel: 'telephone',
      reason: REASON,
    });
  const the8th = proclaimed(officialCalendar, '2026-04-08');

  it.each([
    ['extended', () => extended(onPaper()), '2026-04-10'],
    ['corrected', () => corrected(onPaper()), '2026-04-09'],
    ['extended, then corrected', () => corrected(extended(onPaper())), '2026-04-09'],
    ['corrected, then extended', () => extended(corrected(onPaper())), '2026-04-09'],
    [
      'extended, corrected, and extended further',
      () => extended(corrected(extended(onPaper())), '2026-04-17'),
      '2026-04-09',
    ],
    [
      'extended to the day that is the right one by the correction',
      () => corrected(extended(onPaper(), '2026-04-09')),
      '2026-04-09',
    ],
    ['corrected twice', () => corrected(corrected(extended(onPaper())), '2026-03-30'), '2026-04-08'],
    ['moved by the calendar', () => onPaper().adopt(the8th), '2026-04-10'],
    ['moved by the calendar, then extended', () => extended(onPaper().adopt(the8th)), '2026-04-10'],
    [
      'moved by the calendar, corrected, then extended',
      () => extended(corrected(onPaper().adopt(the8th))),
      '2026-04-10',
    ],
    [
      'moved by the calendar, extended, then corrected',
      () => corrected(extended(onPaper().adopt(the8th))),
      '2026-04-10',
    ],
    [
      'extended, moved by the calendar, then corrected',
      () => corrected(extended(onPaper()).adopt(the8th)),
      '2026-04-10',
    ],
    ['corrected, then moved by the calendar', () => corrected(onPaper()).adopt(the8th), '2026-04-09'],
    [
      'moved by the calendar, then its way corrected',
      () => byTelephone(onPaper().adopt(the8th)),
      '2026-04-10',
    ],
  ])('%s', (_, told, due) => {
    expect(first(told(), RETURN)).toBe(due);
  });

  it('of one that was done late by the first date, and in time by the agreed one, is the right one', () => {
    const race = extended(onPaper()).at('2026-04-13 12:00').act(answer(SCHOOL, '2026-04-13'));
    expect(first(race, RETURN)).toBe('2026-04-10');
    expect(first(corrected(race), RETURN)).toBe('2026-04-09');
    expect(race.line(RETURN, SCHOOL)).toMatchObject({ due: '2026-04-15', status: 'met' });
  });

  it('of one that was extended after it was missed', () => {
    const race = extended(onPaper().at('2026-04-13 12:00'), '2026-04-20');
    expect(first(corrected(race), RETURN)).toBe('2026-04-09');
  });

  it('of one that is void, and asked anew, is that of the new asking', () => {
    const race = corrected(extended(onPaper())).at('2026-04-02 12:00');
    race.act({ kind: 'voidRequest', agency: SCHOOL, reason: REASON }).send([SCHOOL]);
    race.hear(race.report(SCHOOL, 'accepted', { round: 2 }));
    expect(first(race, RETURN)).toBe('2026-04-13');
  });

  it('a correction of one agency leaves another as it is', () => {
    const race = onPaper();
    race.act({
      kind: 'recordRequestSent',
      agency: COUNCIL,
      channel: 'paper',
      on: civilDate('2026-04-01'),
      contacts: [],
    });
    race.act({ kind: 'agreeReturnDate', agency: COUNCIL, due: civilDate('2026-04-15'), reason: REASON });
    corrected(race);
    const dates = firstDates(race.events, (version) => race.calendarOf(version));
    expect(dates.get(`${RETURN}:${COUNCIL}` as never)).toBe('2026-04-10');
  });
});
