// What comes at nine itself, when the mail to the team goes: a miss that is found then waits for the next mail, and a meeting that begins
// then has no papers ahead of it any more (R6, R12).

import { expect, it } from '@jest/globals';
import { answer, Race, SCHOOL } from './race';
import { AGENCY } from './story';
import { told } from './tellings';

it('R6: a miss that is found at nine itself, after an outage, is told on the next working day', () => {
  /** The returns are due on Thursday 9 April. */
  const found = (at: string) => {
    const race = new Race().received().asked().at('2026-04-09 20:00').outageUntil(at);
    const tellings = race
      .at('2026-04-30 12:00')
      .briefings()
      .filter((line) => line.includes(`missed agencyReturn:${SCHOOL}`));
    return tellings.map((line) => line.slice(0, 16));
  };
  expect(found('2026-04-10 08:59')).toEqual(['2026-04-10 09:00']);
  expect(found('2026-04-10 09:00')).toEqual(['2026-04-13 09:00']);
});

it('R12: the papers of a meeting that begins at nine itself are not due any more in the mail of that morning', () => {
  /** Arranged on the Friday, after the mail of its papers day; that of Monday goes, of an agency that the school has named. */
  const arranged = (startsAt: string) =>
    new Race()
      .received()
      .asked()
      .at('2026-04-10 10:00')
      .meetingArranged(startsAt)
      .act(answer(SCHOOL, '2026-04-10', { answer: 'wrongOrganisation', askInstead: { agency: AGENCY(7) } }))
      .at('2026-04-13 12:00');
  const [atTen, atNine] = [arranged('2026-04-13 10:00'), arranged('2026-04-13 09:00')];
  for (const race of [atTen, atNine]) expect(told(race, 'agencyProposed')).toEqual(['2026-04-13 09:00']);
  expect(told(atTen, 'papersDue')).toEqual(['2026-04-13 09:00']);
  expect(told(atNine, 'papersDue')).toEqual([]);
});
