// A miss that an extension has left is one again where the day of asking, put right to another in between, is put back (R8).

import { expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { answer, Race, SCHOOL } from './race';
import { REASON } from './story';
import { told } from './tellings';

const KEY = `agencyReturn:${SCHOOL}`;
const askedOn = (on: string): CommandBody => ({
  kind: 'correctRequestSent',
  agency: SCHOOL,
  on: civilDate(on),
  reason: REASON,
});
/** Asked on Tuesday 31 March: missed on Thursday 9 April, and another date agreed after it. */
const extended = () =>
  new Race()
    .received({ agencies: [SCHOOL] })
    .at('2026-04-01 10:00')
    .act({
      kind: 'recordRequestSent',
      agency: SCHOOL,
      channel: 'telephone',
      contacts: [],
      on: civilDate('2026-03-31'),
    })
    .at('2026-04-14 12:00')
    .act({ kind: 'agreeReturnDate', agency: SCHOOL, due: civilDate('2026-04-17'), reason: REASON });
const missed = (race: Race) => race.of('ObligationMissed').filter(({ body }) => body.key === KEY);
const backAndForth = (race: Race) => race.act(askedOn('2026-04-10')).act(askedOn('2026-03-31'));

it('and late is counted from it again', () => {
  const race = extended();
  expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'missed', due: '2026-04-09' });
  race.act(askedOn('2026-04-10'));
  expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'open' });
  race.act(askedOn('2026-03-31'));
  expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'missed', due: '2026-04-09' });
  expect(missed(race).map(({ body }) => body.due)).toEqual(['2026-04-09', '2026-04-09']);
  race.at('2026-04-15 12:00').act(answer(SCHOOL, '2026-04-15'));
  expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ doneOn: '2026-04-15', workingDaysEarly: -4 });
});

it('answered in time by the first date, it was never missed', () => {
  const race = backAndForth(extended()).act(answer(SCHOOL, '2026-04-09', { how: 'paper' }));
  expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'met', doneOn: '2026-04-09' });
});

it('the team hears of it no second time, where it has heard of it and of nothing else in between', () => {
  const race = backAndForth(extended()).at('2026-04-30 12:00');
  expect(told(race, 'missed').filter((at) => at > '2026-04-14')).toEqual(
    told(extended().at('2026-04-30 12:00'), 'missed').filter((at) => at > '2026-04-14'),
  );
});
