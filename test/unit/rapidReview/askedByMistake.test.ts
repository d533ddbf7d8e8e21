// An agency that was asked by mistake and has said so: the case is none of its business, so neither its outcome nor its end is (R18,
// R20, R24).

import { describe, expect, it } from '@jest/globals';
import { answer, BOARD, COUNCIL, POLICE, Race, SCHOOL, WITHDRAWAL } from './race';
import { REASON } from './story';

const asked = () => new Race().received().asked().at('2026-04-01 12:00');
const mistaken = () => asked().act(answer(SCHOOL, '2026-04-01', { answer: 'wrongOrganisation' }));
const told = (race: Race, kind: 'endedToAgency' | 'outcomeToAgency') =>
  race.mails(kind).filter((key) => key.includes(SCHOOL));

describe('R20: the end', () => {
  it('is not told to it', () => {
    const race = mistaken().act(WITHDRAWAL);
    expect([race.mails('endedToAgency').length, told(race, 'endedToAgency')]).toEqual([3, []]);
  });

  it.each([
    [
      'to one that does not know the child',
      () => asked().act(answer(SCHOOL, '2026-04-01', { answer: 'notKnown' })),
    ],
    [
      'to one whose word was sent back',
      () => mistaken().act({ kind: 'sendBackReturn', agency: SCHOOL, number: 1, missing: REASON }),
    ],
  ])('is told %s', (_what, race) => {
    expect(told(race().act(WITHDRAWAL), 'endedToAgency')).toHaveLength(1);
  });
});

it('R18: the outcome is not told to it', () => {
  const race = mistaken().meetingArranged().returned('2026-04-08', COUNCIL, POLICE, BOARD);
  race.quorate().decided().evidenced().closed().signedOff().reported().referenced().informed();
  expect([race.mails('outcomeToAgency').length, told(race, 'outcomeToAgency')]).toEqual([3, []]);
});
