// R8: the moment at which an agency was found was mistyped. When it was to be asked follows the right one: nobody carries a false breach,
// and the original stays.

import { describe, expect, it } from '@jest/globals';
import { explanationsOfCase } from '../../../domain/rapidReview/explanationsOfCase';
import { firstDates } from '../../../domain/rapidReview/firstDates';
import { COUNCIL, Race } from './race';
import { AGENCY, london, REASON } from './story';
import { lastItem, told } from './tellings';

const LATE = AGENCY(9);
const KEY = `scopingDispatch:${LATE}`;
const correct = (at: string, agency = LATE) =>
  ({ kind: 'correctIdentified', agency, at: london(at), reason: REASON }) as const;

/** Found on Friday 10 April, as it was typed: due on Monday 13; asked on Wednesday 15. */
const found = () => {
  const race = new Race().received().asked().at('2026-04-14 12:00');
  return race.act({ kind: 'addAgency', agency: LATE, identifiedAt: london('2026-04-10 15:00') });
};
const asked = () => found().at('2026-04-15 10:00').send([LATE]).sent(LATE);

describe('R8: when an agency was found', () => {
  it('is put right: its request was in time, and the team that had heard otherwise hears so once', () => {
    const race = asked();
    expect(race.line('scopingDispatch', LATE)).toMatchObject({ status: 'missed', due: '2026-04-13' });
    race.at('2026-04-16 12:00').act(correct('2026-04-14 11:00'));
    expect(race.line('scopingDispatch', LATE)).toMatchObject({
      status: 'met',
      due: '2026-04-15',
      doneOn: '2026-04-15',
    });
    expect(race.of('AgencyIdentifiedCorrected').at(-1)?.body).toEqual({
      agency: LATE,
      was: london('2026-04-10 15:00'),
      at: london('2026-04-14 11:00'),
      reason: REASON,
    });
    race.at('2026-04-30 12:00');
    expect(told(race, 'missTakenBack')).toEqual(['2026-04-17 09:00']);
    expect(lastItem(race, 'missTakenBack')).toMatchObject({ key: KEY, was: '2026-04-13', on: '2026-04-15' });
    race.act(correct('2026-04-10 15:00'));
    expect(race.line('scopingDispatch', LATE)).toMatchObject({ status: 'missed', due: '2026-04-13' });
  });

  it('moves the date of a request that is still to go, from which it is counted anew', () => {
    const race = found().act(correct('2026-04-14 11:00'));
    expect(race.of('DatesMoved').at(-1)?.body.moves).toEqual([
      { key: KEY, was: '2026-04-13', due: '2026-04-15' },
    ]);
    expect(race.of('ObligationReinstated').map(({ body }) => body.key)).toEqual([KEY]);
    const calendarOf = (version: string) => race.calendarOf(version);
    expect(firstDates(race.events, calendarOf).get(KEY as never)).toBe('2026-04-15');
    const line = explanationsOfCase(race.events, calendarOf).find(({ key }) => key === KEY);
    expect(line?.anchor).toMatchObject({ at: london('2026-04-14 11:00'), corrected: true });
  });

  it('stays on its day: what it owes does not move, nor what other agencies do', () => {
    const race = asked().at('2026-04-16 12:00');
    const owed = race.line('agencyReturn', LATE).due;
    const others = race.line('scopingDispatch', COUNCIL);
    race.act(correct('2026-04-14 11:00'));
    expect(race.line('agencyReturn', LATE).due).toBe(owed);
    expect(race.line('scopingDispatch', COUNCIL)).toEqual(others);
  });

  it.each([
    ['what is recorded already', correct('2026-04-10 15:00'), 'IdentifiedCorrectionChangesNothing'],
    ['in the future', correct('2026-04-15 10:01'), 'MomentInFuture'],
    ['before the referral', correct('2026-03-29 12:00'), 'DatedOutsideItsTime'],
    ['of an agency that the referral named', correct('2026-04-10 15:00', COUNCIL), 'IdentifiedWithReferral'],
    ['of one that is not on the case', correct('2026-04-10 15:00', AGENCY(8)), 'AgencyNotOnCase'],
  ])('is refused %s', (_, command, code) => {
    expect(asked().refusal(command)).toBe(code);
  });

  it('is refused after it was asked', () => {
    const race = asked().at('2026-04-17 12:00');
    expect(race.refused(correct('2026-04-16 09:00'))).toEqual({
      code: 'IdentifiedAfterAsked',
      agency: LATE,
      on: '2026-04-16',
      sentOn: '2026-04-15',
    });
  });
});
