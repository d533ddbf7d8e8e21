// A meeting that nobody has closed is warned of once nobody comes back to it by themselves: what it decided has gone to the Panel, or its
// day is over and the team has heard so (R12).

import { expect, it } from '@jest/globals';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { COUNCIL, Race, wentByPortal } from './race';
import { AWARE, REASON, london } from './story';

const warned = ({ state, calendar }: Race) =>
  warningsOf(state, calendar).filter(({ about }) => about === 'meetingNotClosed');
const WARNING = { about: 'meetingNotClosed', on: '2026-04-14' };

/** Decided on Tuesday 14 April, all ready for the Panel, and the meeting goes on. */
const ready = () => new Race().toDecision().evidenced().signedOff().reported().referenced();
const closing = { kind: 'closeMeeting', at: london('2026-04-14 12:00'), minutes: REASON } as const;

it('R12: while a meeting goes on nothing is said of it, nor once it is decided', () => {
  expect(warned(ready())).toEqual([]);
});

it('R12: as its decision is sent to the Panel it is said, until it is closed', () => {
  const sent = ready().act({ kind: 'informPanel' });
  expect(warned(sent)).toEqual([WARNING]);
  expect(warned(sent.hear(sent.dispatch('accepted')).at('2026-04-14 12:00').closed())).toEqual([]);
  expect(warned(ready().act(wentByPortal('2026-04-14')))).toEqual([WARNING]);
});

it('R12: not for a mail to the Panel that came to nothing', () => {
  const refused = ready().act({ kind: 'informPanel' });
  expect(warned(refused.hear(refused.dispatch('refused')))).toEqual([]);
});

it('R12: nor for what another meeting decided', () => {
  const disagreed = new Race().toPanel().at('2026-04-15 09:30').replied('disagrees');
  const again = disagreed.at('2026-04-20 10:00').meetingArranged('2026-04-21 10:00').convened();
  expect(again.open.meetings).toMatchObject([{ stage: 'held' }, { stage: 'open' }]);
  expect(warned(again)).toEqual([]);
});

it('R12: once its day is over and the team has heard so it is said, decided or not', () => {
  for (const decided of [true, false]) {
    const race = new Race().received().asked().meetingArranged().returned().quorate();
    if (decided) race.decided();
    expect(warned(race.at('2026-04-15 08:59'))).toEqual([]);
    expect(warned(race.at('2026-04-15 09:00'))).toEqual([WARNING]);
    expect(warned(race.act(closing))).toEqual([]);
  }
});

it('R14: nor is anybody wanted at it any more who was not asked to come', () => {
  const arranged = new Race()
    .received({ agencies: [COUNCIL], ...AWARE })
    .at('2026-03-31 10:00')
    .act({ kind: 'arrangeMeeting', startsAt: london('2026-04-14 10:00'), invitees: [] });
  const about = ({ state, calendar }: Race) => warningsOf(state, calendar).map((one) => one.about);
  expect(about(arranged)).toContain('seatsNotInvited');
  arranged.at('2026-04-14 10:05').act({ kind: 'openMeeting', at: london('2026-04-14 10:00') });
  expect(about(arranged)).not.toContain('seatsNotInvited');
});
