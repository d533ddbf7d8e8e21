// What the national Panel was sent with the decision, and a correction shows not to be so: of which decision and by whose sign-offs, and
// what the Panel must hear before it has it right (R8, R17).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { SEATS } from '../../../domain/policy/policyProfile';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { Race, wentByPortal } from './race';
import { REASON } from './story';

const heldOn = (on: string, meeting = 1): CommandBody => ({
  kind: 'correctMeetingDay',
  meeting,
  on: civilDate(on),
  reason: REASON,
});
const warned = ({ open, calendar }: Race) =>
  warningsOf(open, calendar).filter(({ about }) => about.startsWith('panelHas'));

describe('R8: the day of a decision that the Panel has otherwise', () => {
  it('is not put right by a notice of delay (R5)', () => {
    const race = new Race().toPanel().at('2026-04-15 12:00').act(heldOn('2026-04-13'));
    race
      .at('2026-04-16 12:00')
      .replied('asksForMore')
      .act({
        kind: 'contactPanel',
        contact: 'willBeLate',
        channel: 'telephone',
        expected: civilDate('2026-04-30'),
        note: REASON,
      });
    expect(warned(race)).toEqual([{ about: 'panelHasOtherDay', on: '2026-04-13' }]);
    race.act({ kind: 'contactPanel', contact: 'other', channel: 'telephone', note: REASON });
    expect(warned(race)).toEqual([]);
  });

  it('is none of a further decision, which has not gone to it yet', () => {
    const race = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees');
    race.meetingArranged('2026-04-28 10:00').quorate().decided({ outcome: 'noFurtherReview' }).closed();
    race.at('2026-04-29 12:00').act(heldOn('2026-04-27', 2));
    expect(race.open.decisions.map(({ on }) => on)).toEqual(['2026-04-14', '2026-04-27']);
    expect(warned(race)).toEqual([]);
  });
});

it('R17: whoever signed on the day that was recorded for the dispatch had not signed by the right one, the day before', () => {
  const race = new Race().toDecision().evidenced().closed().reported().referenced();
  race.at('2026-04-15 12:00').signedOff().act(wentByPortal('2026-04-15'));
  expect(warned(race)).toEqual([]);
  race.act({ kind: 'correctPanelInformed', dispatch: 1, on: civilDate('2026-04-14'), reason: REASON });
  expect(warned(race)).toEqual([{ about: 'panelHasSignOffs', seats: SEATS }]);
});
