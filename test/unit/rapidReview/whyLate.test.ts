// Which reasons for its being late stand with the answer to the national Panel that is owed now (R5, R19): those for the answer to an
// earlier disagreement do not.

import { expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { RECONSIDERATION } from '../../../domain/rapidReview/panel/reconsidered';
import { reasonsWhyLate, reconsiderationsExplained } from '../../../domain/rapidReview/panel/whyLate';
import { keyOf } from '../../../domain/timetable/obligationKey';
import { Race, SCHOOL, confirmed } from './race';
import { REASON } from './story';

const WHY: CommandBody = { kind: 'explainLateness', key: 'reconsideration', reason: REASON };
const NEVER: CommandBody = { kind: 'correctPanelReply', number: 2, reason: REASON };

/** The Panel disagreed on Monday 20 April: due on Tuesday 5 May. Confirmed on the 6th. */
const late = (): Race => {
  const race = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees').at('2026-05-06 12:00');
  return race.act(confirmed('2026-05-06'));
};
const shown = ({ events }: Race) => reasonsWhyLate(events, RECONSIDERATION).map(({ number }) => number);
const explained = ({ events }: Race) => [...reconsiderationsExplained(events)];

it('R5, R19: a reason for the first stands with the first, and not with the second', () => {
  const race = late().act(WHY);
  const first = race.last.number;
  expect([shown(race), explained(race)]).toEqual([[first], ['2026-05-05']]);
  race.replied('disagrees');
  expect([shown(race), explained(race)]).toEqual([[], ['2026-05-05']]);
  // Not missed yet: it is meant for the first.
  expect(shown(race.act(WHY))).toEqual([]);
  race.at('2026-05-21 12:00').act(WHY);
  expect(shown(race)).toEqual([race.last.number]);
  expect(explained(race)).toEqual(['2026-05-05', '2026-05-20']);
});

it('R5, R19: of two that are late and unexplained a reason is for the last, and the next for the first', () => {
  const race = late().replied('disagrees').at('2026-05-21 12:00').act(WHY);
  expect(explained(race)).toEqual(['2026-05-20']);
  expect(explained(race.act(WHY))).toEqual(['2026-05-05', '2026-05-20']);
  expect(shown(race)).toHaveLength(1);
  expect(shown(race.act(WHY))).toHaveLength(2);
});

it('R5, R7: a disagreement before the one before is answered asks for the same, and the reasons stand', () => {
  const race = new Race()
    .toPanel()
    .at('2026-04-20 12:00')
    .replied('disagrees')
    .at('2026-05-06 12:00')
    .act(WHY);
  race.act({ kind: 'recordPanelReply', reply: 'disagrees', on: civilDate('2026-04-20') });
  expect([shown(race), explained(race)]).toEqual([[race.of('LatenessExplained')[0]?.number], ['2026-05-05']]);
  expect(shown(race.act(WHY))).toHaveLength(2);
  expect(shown(race.act(NEVER))).toHaveLength(2);
  // Said after the second, of the very miss of the first.
  const same = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees').at('2026-05-06 12:00');
  same.act({ kind: 'recordPanelReply', reply: 'disagrees', on: civilDate('2026-04-20') }).act(WHY);
  expect(explained(same.act(NEVER))).toEqual(['2026-05-05']);
  // With one that was none goes what it had made of the miss.
  const early = new Race()
    .toPanel()
    .at('2026-04-20 12:00')
    .replied('disagrees')
    .at('2026-05-06 07:00')
    .act(WHY);
  expect(explained(early.replied('disagrees').act(NEVER))).toEqual(['2026-05-05']);
  // Answered, taken back, and so unanswered as the next came.
  const undone = late().act({ kind: 'correctConfirmation', reason: REASON });
  undone.act(WHY).replied('disagrees');
  expect(shown(undone)).toHaveLength(1);
});

it('R5, R7: a miss that was reinstated by the next disagreement needs no reason any more', () => {
  const race = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees').at('2026-05-06 12:00');
  race.replied('disagrees').at('2026-05-11 12:00').act(confirmed('2026-05-11'));
  race.at('2026-05-12 12:00').replied('disagrees').at('2026-06-01 12:00').act(WHY).act(WHY);
  expect([shown(race).length, explained(race)]).toEqual([2, ['2026-05-27']]);
});

it('R5, R8: with a disagreement that was a mistake go the reasons given for it, and those for the one before stand', () => {
  const race = late().act(WHY);
  const first = race.last.number;
  race.replied('disagrees').act(WHY);
  const again = race.last.number;
  race.at('2026-05-21 12:00').act(WHY).act(NEVER);
  expect([shown(race), explained(race)]).toEqual([[first, again], ['2026-05-05']]);
});

it('R5, R8: a reason for a miss that was none is shown, and explains no other', () => {
  const right = civilDate('2026-04-22');
  const race = late().act(WHY);
  const first = race.last.number;
  race.act({ kind: 'correctConfirmation', on: civilDate('2026-05-05'), reason: REASON });
  expect([shown(race), explained(race)]).toEqual([[first], []]);
  const open = new Race().toPanel().at('2026-04-24 12:00');
  open.act({ kind: 'recordPanelReply', reply: 'disagrees', on: civilDate('2026-04-20') });
  open.at('2026-05-06 12:00').act(WHY);
  expect(explained(open)).toEqual(['2026-05-05']);
  open.act({ kind: 'correctPanelReply', number: 1, on: right, reason: REASON });
  expect(explained(open)).toEqual([]);
  open.at('2026-05-08 12:00');
  expect(explained(open)).toEqual([]);
  expect(explained(open.act(WHY))).toEqual(['2026-05-07']);
});

it('R5: of anything else all are shown', () => {
  const key = keyOf({ obligation: 'agencyReturn', agency: SCHOOL });
  const race = new Race().received().asked().at('2026-04-13 12:00');
  race
    .act({ kind: 'explainLateness', key, reason: REASON })
    .act({ kind: 'explainLateness', key, reason: REASON });
  expect(reasonsWhyLate(race.events, key)).toHaveLength(2);
  expect(reasonsWhyLate(race.events, RECONSIDERATION)).toEqual([]);
});
