// Which of the team's warnings that a date is at risk come on another day, anew, or not at all, because of what is previewed (R12).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { warningsMoved } from '../../../domain/rapidReview/clock/warningMoves';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { officialCalendar } from '../calendars';
import { otherThan, proclaimed } from './otherCalendars';
import { Race, SCHOOL } from './race';
import { REASON } from './story';

const RETURN = `agencyReturn:${SCHOOL}`;
/** The school alone has not answered: its return is due on Thursday 9 April. */
const race = (now: string) => {
  const asked = new Race().opened('2026-03-30 16:20', { agencies: [SCHOOL] }).at('2026-03-31 10:00');
  return asked.sent(SCHOOL).at(now);
};
const counted = ({ open: state, calendar }: Race) => ({ state, calendar });
/** Of the return, by an act or another calendar. */
const ofReturn = (before: Race, after: Race) =>
  warningsMoved(counted(before), counted(after), before.now)
    .filter(({ key }) => key === RETURN)
    .map(({ workingDaysBefore, how, was, comes }) => [workingDaysBefore, how, was, comes]);
const corrected = (on: string): CommandBody => ({
  kind: 'correctRequestSent',
  agency: SCHOOL,
  reason: REASON,
  on: civilDate(on),
});
/** A request that a person recorded. */
const onPaper = (now: string) =>
  new Race()
    .opened('2026-03-30 16:20', { agencies: [SCHOOL] })
    .at('2026-03-31 10:00')
    .act({
      kind: 'recordRequestSent',
      agency: SCHOOL,
      channel: 'paper',
      contacts: [],
      on: civilDate('2026-03-31'),
    })
    .at(now);

describe('R12: what is warned of one working day before', () => {
  it.each([
    [
      'comes later with its date',
      '2026-04-01 12:00',
      ['2026-04-08'],
      [[1, 'later', '2026-04-08', '2026-04-09']],
    ],
    ['stays where its day does', '2026-04-01 12:00', ['2026-04-09'], []],
    ['stays given where its day does, though the date moves', '2026-04-08 12:00', ['2026-04-09'], []],
    [
      'comes anew for another day',
      '2026-04-08 12:00',
      ['2026-04-08'],
      [[1, 'later', undefined, '2026-04-09']],
    ],
    [
      'of a miss that is none comes anew',
      '2026-04-10 12:00',
      ['2026-04-10', '2026-04-09', '2026-04-08'],
      [[1, 'later', undefined, '2026-04-13']],
    ],
  ] as const)('%s', (_, now, days, moved) => {
    expect(ofReturn(race(now), race(now).adopt(proclaimed(officialCalendar, ...days)))).toEqual(moved);
  });

  it('comes sooner, or not at all where its new time is past', () => {
    const easter = otherThan(officialCalendar, { withdrawn: ['2026-04-06'] });
    expect(ofReturn(race('2026-04-01 12:00'), race('2026-04-01 12:00').adopt(easter))).toEqual([
      [1, 'sooner', '2026-04-08', '2026-04-07'],
    ]);
    const evening = '2026-04-07 18:00';
    expect(ofReturn(onPaper(evening), onPaper(evening).act(corrected('2026-03-30')))).toEqual([
      [1, 'fallsAway', '2026-04-08', undefined],
    ]);
  });

  it('of what is done there is none to move', () => {
    const done = () => race('2026-04-01 12:00').returned('2026-04-01', SCHOOL);
    expect(ofReturn(done(), done().adopt(proclaimed(officialCalendar, '2026-04-08')))).toEqual([]);
  });

  it('on the day itself too, of the scoping request', () => {
    const fresh = () => new Race().opened('2026-03-30 16:20', { agencies: [SCHOOL] });
    const after = fresh().adopt(proclaimed(officialCalendar, '2026-03-31'));
    expect(
      warningsMoved(counted(fresh()), counted(after), fresh().now).filter(
        ({ key }) => key === `scopingDispatch:${SCHOOL}`,
      ),
    ).toMatchObject([
      { workingDaysBefore: 1, how: 'later', was: '2026-03-31', comes: '2026-04-01' },
      { workingDaysBefore: 0, how: 'later', was: '2026-04-01', comes: '2026-04-02' },
    ]);
  });
});

it('R12: the clock warns on the very days', () => {
  const told = race('2026-04-01 12:00')
    .adopt(proclaimed(officialCalendar, '2026-04-08'))
    .at('2026-04-13 12:00');
  const days = told
    .of('TeamBriefed')
    .flatMap(({ body }) =>
      body.items.flatMap((item) => (item.about === 'atRisk' && item.key === RETURN ? [body.on] : [])),
    );
  expect(days).toEqual(['2026-04-09']);
});
