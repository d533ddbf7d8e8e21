// Acts compare days: a meeting on the day of the receipt is taken at whatever hour. That it lies before the receipt is warned of, since one
// of the two hours may be mistyped.

import { expect, it } from '@jest/globals';
import { SEATS } from '../../../domain/policy/policyProfile';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { arrival, decision, invitation, Race } from './race';
import { REASON, london } from './story';

const warned = ({ state, calendar }: Race) =>
  warningsOf(state, calendar).filter(({ about }) => about === 'meetingBeforeReceipt');
const RECEIVED = '2026-03-30 16:20';
const warning = (at: string) => ({
  about: 'meetingBeforeReceipt',
  at: london(at),
  receivedAt: london(RECEIVED),
});

/** On the day of the receipt, at which the referral came at 16:20. */
const held = (startsAt: string) =>
  new Race()
    .received()
    .at('2026-03-30 18:00')
    .act(invitation(startsAt, { held: true, reason: REASON }));
const opened = (at: string) => held(at).act({ kind: 'openMeeting', at: london(at) });
const correctReceipt = (at: string) =>
  ({ kind: 'correctTimestamp', timestamp: 'referralReceived', at: london(at), reason: REASON }) as const;

it('of one that is recorded as held, and once it is opened and closed', () => {
  expect(warned(held('2026-03-30 10:00'))).toEqual([warning('2026-03-30 10:00')]);
  const race = opened('2026-03-30 10:00');
  expect(warned(race)).toEqual([warning('2026-03-30 10:00')]);
  race.act({ kind: 'closeMeeting', at: london('2026-03-30 11:00'), minutes: REASON });
  expect(warned(race)).toEqual([warning('2026-03-30 10:00')]);
});

it('with that it has decided, for then its hour stays', () => {
  const race = opened('2026-03-30 10:00');
  for (const seat of SEATS) race.act(arrival(seat, '2026-03-30 10:00'));
  expect(warned(race.act(decision('2026-03-30 11:00')))).toEqual([
    { ...warning('2026-03-30 10:00'), decided: true },
  ]);
});

it('and not for what another meeting has decided', () => {
  const race = opened('2026-03-30 10:00');
  race.act({ kind: 'closeMeeting', at: london('2026-03-30 11:00'), minutes: REASON });
  race.asked().meetingArranged().returned().quorate().decided();
  expect(warned(race)).toEqual([warning('2026-03-30 10:00')]);
});

it('until the receipt is put right, or what is recorded of it is taken back; not from the receipt on', () => {
  expect(warned(opened('2026-03-30 10:00').act(correctReceipt('2026-03-30 10:00')))).toEqual([]);
  const undone = opened('2026-03-30 10:00').act({ kind: 'undoOpening', reason: REASON });
  expect(warned(undone.act({ kind: 'cancelMeeting', reason: REASON }))).toEqual([]);
  expect(warned(opened('2026-03-30 16:20'))).toEqual([]);
});

it('of one that came to lie before it, as the receipt was put right', () => {
  expect(warned(opened('2026-03-30 17:00').act(correctReceipt('2026-03-30 17:30')))).toMatchObject([
    { receivedAt: london('2026-03-30 17:30') },
  ]);
});
