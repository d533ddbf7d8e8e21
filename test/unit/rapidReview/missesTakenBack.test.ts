// A miss that the team was told of, and that a correction or a bank holiday takes back: it hears so once, and not of what was
// missed again before (R6, R8).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { officialCalendar } from '../calendars';
import { proclaimed } from './otherCalendars';
import { Race, SCHOOL, answer } from './race';
import { REASON, Story, london } from './story';
import { lastItem, told } from './tellings';

describe('R8: a miss that is none after all', () => {
  const KEY = `scopingDispatch:${SCHOOL}`;
  /** Due on Wednesday 1 April, recorded as gone on the day after. */
  const late = (recorded = '2026-04-02 10:00') =>
    new Race()
      .received()
      .at(recorded)
      .act({
        kind: 'recordRequestSent',
        agency: SCHOOL,
        channel: 'paper',
        on: civilDate('2026-04-02'),
        contacts: [],
      });
  const correct = (on: string) =>
    ({ kind: 'correctRequestSent', agency: SCHOOL, on: civilDate(on), reason: REASON }) as const;

  it('is told in the next mail to the team that had heard of it, once', () => {
    const race = late().act(correct('2026-04-01')).at('2026-04-30 12:00');
    expect(told(race, 'missTakenBack')).toEqual(['2026-04-07 09:00']);
    const item = { about: 'missTakenBack', key: KEY, was: '2026-04-01', on: '2026-04-01' } as const;
    expect(lastItem(race, 'missTakenBack')).toEqual(item);
  });

  it('of a completion too, which is told at once', () => {
    const race = new Race().toGate().at('2026-04-23 12:00');
    expect(race.mails('completionMissed')).toHaveLength(1);
    race.adopt(proclaimed(officialCalendar, '2026-04-22', '2026-04-23')).at('2026-04-24 12:00');
    expect(told(race, 'missTakenBack')).toEqual(['2026-04-24 09:00']);
    expect(lastItem(race, 'missTakenBack')).toMatchObject({
      key: 'completeLocal',
      was: '2026-04-22',
      due: '2026-04-24',
    });
  });

  it('is told to nobody who had not heard of it', () => {
    const race = late('2026-04-02 08:30').act(correct('2026-04-01')).at('2026-04-30 12:00');
    expect(race.misses()).toContain(`2026-04-02 00:00 ${KEY} due 2026-04-01`);
    expect(told(race, 'missTakenBack')).toEqual([]);
  });

  /** Of the dispatch to the school. */
  const tellings = (race: Race, about: 'missed' | 'missTakenBack') =>
    race
      .of('TeamBriefed')
      .flatMap(({ at, body }) =>
        body.items.some((item) => item.about === about && item.key === KEY) ? [Story.say(at)] : [],
      );

  it('missed again before the mail, it is what the team believes: neither is told', () => {
    const race = late().act(correct('2026-04-01')).act(correct('2026-04-02')).at('2026-04-30 12:00');
    expect(tellings(race, 'missTakenBack')).toEqual([]);
    expect(tellings(race, 'missed')).toEqual(['2026-04-02 09:00']);
    expect(race.line('scopingDispatch', SCHOOL)).toMatchObject({ status: 'missed' });
  });

  it('and taken back again after that, it is told', () => {
    const race = late().act(correct('2026-04-01')).act(correct('2026-04-02')).act(correct('2026-04-01'));
    race.at('2026-04-30 12:00');
    expect(tellings(race, 'missTakenBack')).toEqual(['2026-04-07 09:00']);
    expect(tellings(race, 'missed')).toEqual(['2026-04-02 09:00']);
  });

  it('missed again after the mail, it is told again, and so is its taking back', () => {
    const race = late().act(correct('2026-04-01')).at('2026-04-07 12:00').act(correct('2026-04-02'));
    race.at('2026-04-08 12:00').act(correct('2026-04-01')).at('2026-04-30 12:00');
    expect(tellings(race, 'missed')).toEqual(['2026-04-02 09:00', '2026-04-08 09:00']);
    expect(tellings(race, 'missTakenBack')).toEqual(['2026-04-07 09:00', '2026-04-09 09:00']);
  });

  it('of a completion that was met, and by a corrected receipt was not, is told at once, and once', () => {
    const receipt = (on: string): CommandBody => ({
      kind: 'correctTimestamp',
      timestamp: 'referralReceived',
      reason: REASON,
      at: london(`${on} 16:20`),
    });
    const race = new Race().toPanel().at('2026-04-16 12:00').act(receipt('2026-03-16'));
    expect(race.line('completeLocal')).toMatchObject({ status: 'missed' });
    expect(race.mails('completionMissed')).toHaveLength(1);
    race.act(receipt('2026-03-30')).act(receipt('2026-03-16')).act(receipt('2026-03-30'));
    expect(race.mails('completionMissed')).toHaveLength(1);
    race.at('2026-05-20 12:00');
    expect(told(race, 'missTakenBack')).toEqual(['2026-04-17 09:00']);
    expect(lastItem(race, 'missTakenBack')).toMatchObject({ key: 'completeLocal' });
  });

  it('R4: a miss before an extension stands when the late answer is sent back, and is not called none', () => {
    const race = new Race().received().asked().at('2026-04-13 12:00');
    race.act({ kind: 'agreeReturnDate', agency: SCHOOL, due: civilDate('2026-04-20'), reason: REASON });
    race.at('2026-04-15 12:00').act(answer(SCHOOL, '2026-04-15')).at('2026-04-16 12:00');
    race.act({ kind: 'sendBackReturn', agency: SCHOOL, number: 1, missing: REASON });
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'missed', due: '2026-04-09' });
    race.at('2026-04-30 12:00');
    expect(told(race, 'missTakenBack')).toEqual([]);
    expect(race.misses().filter((line) => line.includes(`agencyReturn:${SCHOOL}`))).toHaveLength(1);
  });

  it('is not told of what a void request takes away: nothing is owed by who was never asked', () => {
    // Missed by the 9th; with that and the 10th proclaimed not due before Monday 13, at whose nine the team hears it.
    const proclaimedLate = proclaimed(officialCalendar, '2026-04-09', '2026-04-10');
    const race = () => new Race().received().asked().at('2026-04-10 12:00').adopt(proclaimedLate);
    const ofReturn = (told: Race) =>
      told
        .at('2026-04-30 12:00')
        .of('TeamBriefed')
        .flatMap(({ body }) => body.items)
        .filter((item) => item.about === 'missTakenBack' && item.key === `agencyReturn:${SCHOOL}`);
    expect(ofReturn(race())).toHaveLength(1);
    expect(ofReturn(race().act({ kind: 'voidRequest', agency: SCHOOL, reason: REASON }))).toEqual([]);
  });
});
