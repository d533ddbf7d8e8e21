// Which answers a decision lacked, where it is recorded or put right only after it when an agency was found, or that it was on the case by
// mistake (R8, R16): as if that had been known from the first.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { answer, Race, row } from './race';
import { AGENCY, REASON, london } from './story';

const FOUND = AGENCY(7);
const found = (on: string) =>
  ({ kind: 'addAgency', agency: FOUND, identifiedAt: london(`${on} 10:00`) }) as const;
const correct = (on: string) =>
  ({ kind: 'correctIdentified', agency: FOUND, at: london(`${on} 10:00`), reason: REASON }) as const;
const remove = { kind: 'removeAgency', agency: FOUND, reason: REASON } as const;

/** Decided on Tuesday 14 April; the clock stands two days after it. */
const decided = () =>
  new Race()
    .received()
    .asked()
    .meetingArranged()
    .returned()
    .quorate()
    .decided()
    .closed()
    .at('2026-04-16 12:00');
const lacked = (race: Race) => race.open.decisions.map(({ missingReturns }) => missingReturns);
const warned = (race: Race) =>
  warningsOf(race.open, race.calendar).some(({ about }) => about === 'decidedWithout');

describe('R16: what a decision lacked, heard of after it', () => {
  it.each([
    ['found before it', '2026-04-08', [[FOUND]]],
    ['found on its day', '2026-04-14', [[FOUND]]],
    ['found after it', '2026-04-15', [[]]],
  ])('an agency that was %s', (_when, on, lacking) => {
    const race = decided().act(found(on));
    expect(lacked(race)).toEqual(lacking);
    expect(warned(race)).toBe(lacking[0]?.length === 1);
    // The day of the meeting put right and back says the same.
    for (const day of ['2026-04-13', '2026-04-14'])
      race.act({ kind: 'correctMeetingDay', meeting: 1, on: civilDate(day), reason: REASON });
    expect(lacked(race)).toEqual(lacking);
  });

  it('R8: when it was found is put right, one way and the other', () => {
    const race = decided().act(found('2026-04-08')).act(correct('2026-04-15'));
    expect([lacked(race), warned(race)]).toEqual([[[]], false]);
    expect([lacked(race.act(correct('2026-04-13'))), warned(race)]).toEqual([[[FOUND]], true]);
  });

  it('R8: what it had answered by then the group had, whenever it was found', () => {
    const race = decided().act(found('2026-04-08'));
    const on = civilDate('2026-04-09');
    race.act({ kind: 'recordRequestSent', agency: FOUND, channel: 'telephone', on, contacts: [] });
    race.act(answer(FOUND, '2026-04-10'));
    expect(lacked(race)).toEqual([[]]);
    expect(lacked(race.act(correct('2026-04-07')))).toEqual([[]]);
  });

  it('R8: what is sent back after the decision the group had, whenever it was found', () => {
    const race = new Race().received().asked().at('2026-04-08 12:00').act(found('2026-04-08'));
    const on = civilDate('2026-04-08');
    race.act({ kind: 'recordRequestSent', agency: FOUND, channel: 'telephone', on, contacts: [] });
    race
      .meetingArranged()
      .returned('2026-04-09')
      .act(answer(FOUND, '2026-04-09'))
      .quorate()
      .decided()
      .closed();
    race.at('2026-04-16 12:00').act({ kind: 'sendBackReturn', agency: FOUND, number: 1, missing: row('m') });
    expect(lacked(race.act(correct('2026-04-07')))).toEqual([[]]);
  });

  it('R8: taken off the case it lacked nothing of it; added again, by when it was found', () => {
    const race = decided().act(found('2026-04-08')).act(remove);
    expect(lacked(race)).toEqual([[]]);
    expect(lacked(race.act({ kind: 'addAgency', agency: FOUND }))).toEqual([[FOUND]]);
    expect(lacked(race.act(remove).act(found('2026-04-15')))).toEqual([[]]);
  });
});
