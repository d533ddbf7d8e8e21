// An agency that is asked only once the Panel has the decision, and everybody else has been told: it hears what was decided as the case is
// settled, once (R18, R22).

import { expect, it } from '@jest/globals';
import { Race, SCHOOL, answer } from './race';
import { AGENCY, REASON } from './story';

const LATE = AGENCY(5);
const told = (race: Race) =>
  race.notices
    .filter(({ body }) => body.kind === 'outcomeToAgency')
    .map(({ key, body }) => [key.split('/').slice(1).join('/'), 'again' in body && body.again]);

/** The outcome was told on Tuesday 14 April; the agency is found and asked on the day after. */
const askedLate = (options = {}) => {
  const race = new Race().toPanel(options).at('2026-04-15 12:00').act({ kind: 'addAgency', agency: LATE });
  return race.sent(LATE);
};

it('R18, R22: hears what was decided as the case is settled, whether it has answered or not', () => {
  for (const answers of [[], [answer(LATE, '2026-04-15')]]) {
    const race = askedLate();
    for (const one of answers) race.act(one);
    const before = told(race).length;
    expect(told(race.replied('agrees')).slice(before)).toEqual([[`outcome/1/${LATE}`, false]]);
  }
});

it('R18: of the last decision alone; whoever was told by its dispatch is not told again', () => {
  const race = askedLate().at('2026-04-16 10:00').replied('disagrees').meetingArranged('2026-04-20 10:00');
  race.quorate().decided().closed().signedOff().informed();
  const before = told(race);
  expect(before).toContainEqual([`outcome/2/${LATE}`, false]);
  expect(before).toContainEqual([`outcome/2/${SCHOOL}`, true]);
  expect(told(race.at('2026-04-22 12:00').replied('agrees'))).toEqual(before);
});

it('R19: what was decided again replaces nothing for whoever had heard of nothing; in cases of before it does', () => {
  const decidedAgain = (options = {}) => {
    const race = askedLate(options).at('2026-04-16 10:00').replied('disagrees');
    race.meetingArranged('2026-04-20 10:00').quorate().decided().closed().signedOff().informed();
    return told(race).findLast(([key]) => key === `outcome/2/${LATE}`);
  };
  expect(decidedAgain()).toEqual([`outcome/2/${LATE}`, false]);
  expect(decidedAgain({ rulesVersion: 25 })).toEqual([`outcome/2/${LATE}`, true]);
});

it('R18: whoever was asked again since, as its request had been void, has heard it', () => {
  const race = new Race().toPanel().at('2026-04-15 12:00');
  const right = { kind: 'correctReturn', agency: SCHOOL, number: 1, reason: REASON } as const;
  race.act(right).act({ kind: 'voidRequest', agency: SCHOOL, reason: REASON }).sent(SCHOOL);
  const before = told(race);
  expect(told(race.replied('agrees'))).toEqual(before);
});

it('R18: not where it was asked by mistake', () => {
  const mistaken = askedLate().act(answer(LATE, '2026-04-15', { answer: 'wrongOrganisation' }));
  const before = told(mistaken);
  expect(told(mistaken.replied('agrees'))).toEqual(before);
});

it('R18: as decided again, whoever was told of a decision before that and was asked anew only since', () => {
  const race = new Race().toPanel().at('2026-04-15 12:00');
  const right = { kind: 'correctReturn', agency: SCHOOL, number: 1, reason: REASON } as const;
  race.act(right).act({ kind: 'voidRequest', agency: SCHOOL, reason: REASON });
  race.at('2026-04-16 10:00').replied('disagrees').meetingArranged('2026-04-20 10:00');
  race.quorate().decided().closed().signedOff().informed();
  race.at('2026-04-21 12:00').sent(SCHOOL);
  const before = told(race);
  expect(before).toContainEqual([`outcome/1/${SCHOOL}`, false]);
  expect(told(race.at('2026-04-22 12:00').replied('agrees')).slice(before.length)).toEqual([
    [`outcome/2/${SCHOOL}`, true],
  ]);
});
