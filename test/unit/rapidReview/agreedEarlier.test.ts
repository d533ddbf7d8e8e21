// Another date that was agreed with an agency by telephone and typed days later (R7, R8; docs/adr/0028): what was not missed
// as it was agreed is no miss, whatever the case had recorded meanwhile.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { agencyShapeOf } from '../../../domain/calendarChange/shapes';
import { REASON } from './story';
import { POLICE, Race, SCHOOL } from './race';

const asked = () => new Race().received().asked();
const agree = (due: string, on?: string) =>
  ({
    kind: 'agreeReturnDate',
    agency: SCHOOL,
    due: civilDate(due),
    ...(on === undefined ? {} : { on: civilDate(on) }),
    reason: REASON,
  }) as const;
const key = `agencyReturn:${SCHOOL}`;
const told = (race: Race) =>
  race
    .of('TeamBriefed')
    .flatMap(({ body }) =>
      body.items.flatMap((item) =>
        (item.about === 'missed' || item.about === 'missTakenBack') && item.key === key ? [item.about] : [],
      ),
    );

describe('R8: agreed before it is recorded', () => {
  it('by its own day: the miss that was recorded meanwhile is none, and who heard of it hears that', () => {
    const race = asked().at('2026-04-10 12:00');
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'missed', due: '2026-04-09' });
    race.act(agree('2026-04-14', '2026-04-09'));
    expect(race.of('ReturnDateAgreed')[0]?.body).toEqual({
      agency: SCHOOL,
      was: '2026-04-09',
      due: '2026-04-14',
      on: '2026-04-09',
      extends: true,
      reason: REASON,
    });
    expect(race.of('ObligationReinstated').map(({ body }) => body)).toContainEqual({
      key,
      was: '2026-04-09',
      due: '2026-04-14',
    });
    race.at('2026-04-13 10:00');
    expect(told(race)).toEqual(['missed', 'missTakenBack']);
    race.returned('2026-04-14', SCHOOL);
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'met', due: '2026-04-14' });
  });

  it('the day after its own day: an extension after a miss leaves the miss', () => {
    const race = asked().at('2026-04-13 12:00').act(agree('2026-04-16', '2026-04-10'));
    expect(race.of('ReturnDateAgreed')[0]?.body.afterMiss).toBe(true);
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'missed', due: '2026-04-09' });
  });

  it.each([
    ['in time by what was agreed', '2026-04-14', { status: 'met', due: '2026-04-14' }],
    ['late by that too', '2026-04-10', { status: 'missed', due: '2026-04-10', workingDaysEarly: -1 }],
  ])('also where the late answer came meanwhile, %s', (_which, due, is) => {
    const race = asked().at('2026-04-13 10:00').returned('2026-04-13', SCHOOL);
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'missed', due: '2026-04-09' });
    race.act(agree(due, '2026-04-08'));
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ ...is, doneOn: '2026-04-13' });
  });

  it('a date agreed that has passed as it is recorded is missed by itself', () => {
    const race = asked().at('2026-04-15 12:00').act(agree('2026-04-13', '2026-04-09'));
    expect(race.of('OutcomeRestated').at(-1)?.body).toMatchObject({ key, now: { due: '2026-04-13' } });
    race.returned('2026-04-15', SCHOOL);
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ due: '2026-04-13', workingDaysEarly: -2 });
  });

  it('comes to the same as if it had been recorded on its day', () => {
    const agreedInTime = asked().at('2026-04-08 12:00').act(agree('2026-04-13')).at('2026-04-10 12:00');
    const agreedLater = asked().at('2026-04-10 12:00').act(agree('2026-04-13', '2026-04-08'));
    for (const race of [agreedInTime, agreedLater])
      race.act(agree('2026-04-15')).at('2026-04-14 09:30').returned('2026-04-14', SCHOOL);
    expect(agreedLater.line('agencyReturn', SCHOOL)).toEqual(agreedInTime.line('agencyReturn', SCHOOL));
  });

  it('whether it was after a miss is asked of the day of the agreement, where the day of asking is put right too', () => {
    const asking = (on: string) => ({ agency: SCHOOL, on: civilDate(on) });
    const race = new Race().received({ agencies: [SCHOOL] }).at('2026-04-01 10:00');
    race.act({ kind: 'recordRequestSent', channel: 'telephone', contacts: [], ...asking('2026-03-31') });
    race.at('2026-04-13 12:00').act(agree('2026-04-16', '2026-04-10'));
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'missed', due: '2026-04-09' });
    race.act({ kind: 'correctRequestSent', reason: REASON, ...asking('2026-04-01') });
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'open', due: '2026-04-16' });
  });

  it('falls away where the agency turns out to have been asked only after it', () => {
    const asking = (on: string) => ({ agency: SCHOOL, on: civilDate(on) });
    const race = new Race().received({ agencies: [SCHOOL] }).at('2026-04-01 10:00');
    race.act({ kind: 'recordRequestSent', channel: 'telephone', contacts: [], ...asking('2026-03-31') });
    race.at('2026-04-10 12:00').act(agree('2026-04-20', '2026-04-07'));
    race.act({ kind: 'correctRequestSent', reason: REASON, ...asking('2026-04-09') });
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'open', due: '2026-04-16' });
  });

  /** Said to have been rung on 31 March; another date was agreed on 1 April, and recorded on that day, with it or without. */
  const rung = (on?: string) => {
    const race = new Race().received({ agencies: [SCHOOL] }).at('2026-04-01 10:00');
    const asking = { agency: SCHOOL, on: civilDate('2026-03-31') };
    race.act({ kind: 'recordRequestSent', channel: 'telephone', contacts: [], ...asking });
    return race.act(agree('2026-04-17', on)).at('2026-04-02 10:00');
  };
  const askedOn = (race: Race, on: string) =>
    race.act({ kind: 'correctRequestSent', agency: SCHOOL, on: civilDate(on), reason: REASON });
  const due = (race: Race) => race.line('agencyReturn', SCHOOL).due;

  it.each([undefined, '2026-04-01'])('so it does where it was recorded on its day: given as %s', (on) => {
    const race = askedOn(rung(on), '2026-04-02');
    expect(due(race)).toBe('2026-04-13');
    // Put back, it holds again.
    expect(due(askedOn(race, '2026-04-01'))).toBe('2026-04-17');
  });

  it('what has fallen away so no change of the bank holidays moves, and its preview says so', () => {
    const race = askedOn(rung('2026-04-01'), '2026-04-02');
    const agreedIn = ({ open, calendar }: Race) =>
      open.agencies.flatMap((one) => agencyShapeOf(open, calendar, one).facts.agencies[0]?.agreed ?? []);
    expect(agreedIn(rung('2026-04-01'))).toMatchObject([{ due: '2026-04-17' }]);
    expect(agreedIn(race)).toEqual([]);
  });

  it('back to the date it has without it, nothing is agreed any more', () => {
    const race = asked().at('2026-04-07 12:00').act(agree('2026-04-08')).at('2026-04-09 12:00');
    race.act(agree('2026-04-09', '2026-04-08'));
    expect(race.of('ReturnDateAgreed').at(-1)?.body.own).toBe(true);
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'open', due: '2026-04-09' });
  });

  it.each([
    ['a day ahead', agree('2026-04-16', '2026-04-14'), 'AgreedInFuture'],
    ['a day before the request', agree('2026-04-16', '2026-03-30'), 'AgreedBeforeAsked'],
    ['a date before it was agreed', agree('2026-04-09', '2026-04-10'), 'AgreedDateInPast'],
    ['a day before another was agreed', agree('2026-04-16', '2026-04-08'), 'AgreedBeforeLast'],
    [
      'an agency that answered in time',
      { ...agree('2026-04-16', '2026-04-08'), agency: POLICE },
      'NoReturnDateToChange',
    ],
  ] as const)('is refused for %s, with nothing changed', (_what, command, code) => {
    const race = asked().returned('2026-04-08', POLICE).at('2026-04-09 12:00').act(agree('2026-04-14'));
    expect(race.at('2026-04-13 12:00').refusal(command)).toBe(code);
  });

  it('is refused after the answer that was late, with nothing changed', () => {
    const race = asked().at('2026-04-10 10:00').returned('2026-04-10', SCHOOL).at('2026-04-13 12:00');
    expect(race.refusal(agree('2026-04-16', '2026-04-13'))).toBe('NoReturnDateToChange');
  });
});
