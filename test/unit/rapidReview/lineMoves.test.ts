// Which lines of the team's mails of 09:00 come on another day, anew, or not at all, because a fact of the case is corrected (R12),
// held against what the case itself would tell, found day by day.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { ProfileId } from '../../../domain/policy/profiles';
import { linesMoved } from '../../../domain/rapidReview/clock/lineMoves';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { teamLinesByCase } from '../../records/teamLinesByCases';
import { Race, SCHOOL } from './race';
import { london, REASON } from './story';

const FULL_LADDER: ProfileId = { id: 'cscp-wt2018-full-ladder', version: 1 };

/** By what the act does at that moment; it must be what the case comes to. */
const linesOf = (race: Race, act: CommandBody): readonly string[] => {
  const { open: before, calendar, now } = race;
  race.act(act);
  const sides = [
    { state: before, calendar },
    { state: race.open, calendar },
  ] as const;
  const lines = linesMoved(...sides, now)
    .map(({ about, agency = '', was = '', comes = '', how }) => `${about} ${agency} ${was} ${comes} ${how}`)
    .sort();
  expect(lines).toEqual(teamLinesByCase(...sides, now));
  return lines;
};

const received = (at: string): CommandBody => ({
  kind: 'correctTimestamp',
  timestamp: 'referralReceived',
  at: london(at),
  reason: REASON,
});

describe('R12: a correction moves the line', () => {
  it('that no meeting is fixed', () => {
    const race = () => new Race().received().at('2026-03-31 12:00');
    expect(linesOf(race(), received('2026-03-31 09:00'))).toEqual([
      'meetingNotFixed  2026-04-01 2026-04-02 later',
    ]);
    const told = race().at('2026-04-01 12:00');
    expect(linesOf(told, received('2026-03-31 09:00'))).toEqual([]);
    const fixed = race().meetingArranged('2026-04-14 10:00');
    expect(linesOf(fixed, received('2026-03-31 09:00'))).toEqual([]);
  });

  it('that the Panel is silent: sooner, later, or not at all', () => {
    const onPaper = () =>
      new Race()
        .toGate()
        .at('2026-04-16 12:00')
        .act({
          kind: 'recordPanelInformed',
          channel: 'secureMail',
          evidence: REASON,
          on: civilDate('2026-04-16'),
        });
    const went = (on?: string): CommandBody => ({
      kind: 'correctPanelInformed',
      dispatch: 1,
      reason: REASON,
      ...(on === undefined ? {} : { on: civilDate(on) }),
    });
    expect(linesOf(onPaper(), went('2026-04-15'))).toEqual(['panelSilent  2026-05-01 2026-04-30 sooner']);
    expect(linesOf(onPaper(), went())).toEqual(['panelSilent  2026-05-01  fallsAway']);
  });

  it('that a reminder to the executive waits, of that agency', () => {
    const race = new Race().received({ profile: FULL_LADDER }).at('2026-03-31 10:00');
    race
      .act({
        kind: 'recordRequestSent',
        agency: SCHOOL,
        channel: 'paper',
        contacts: [],
        on: civilDate('2026-03-31'),
      })
      .at('2026-04-07 12:00');
    const on = civilDate('2026-03-30');
    expect(linesOf(race, { kind: 'correctRequestSent', agency: SCHOOL, on, reason: REASON })).toEqual([
      `escalationWaits ${SCHOOL} 2026-04-10 2026-04-09 sooner`,
    ]);
  });
});

it('R12: no line moves where nothing is corrected that any is counted from', () => {
  const race = new Race().received().meetingArranged('2026-04-14 10:00').at('2026-03-31 12:00');
  race.act({ kind: 'recordTimestamp', timestamp: 'incident', at: london('2026-03-28 10:00') });
  expect(
    linesOf(race, {
      kind: 'correctTimestamp',
      timestamp: 'incident',
      at: london('2026-03-27 10:00'),
      reason: REASON,
    }),
  ).toEqual([]);
});

it('R12: that a meeting was not held is no line to be foreseen, while it stands', () => {
  const opened = new Race().received().asked().meetingArranged('2026-04-14 10:00').convened();
  expect(linesOf(opened, { kind: 'undoOpening', reason: REASON })).toEqual([]);
});
