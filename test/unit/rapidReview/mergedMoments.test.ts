// What a merged case knew of the incident and does not fit what this case knows (R3, R22): it is kept, and the case warns of it while it
// knows no such moment, for a date may be counted from it, and the Panel told by it (R4, R20).

import { describe, expect, it } from '@jest/globals';
import type { MomentsOfMerged } from '../../../domain/rapidReview/duplicates/state';
import type { CaseReference } from '../../../domain/rapidReview/references';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { Race } from './race';
import { REASON, london } from './story';

const OTHER = 'RR-2026-0005' as CaseReference;
const THIRD = 'RR-2026-0006' as CaseReference;
const NOTIFIED = london('2026-03-27 12:00');
const SAID = { about: 'momentOfMerged', what: 'notificationSent', of: OTHER, at: NOTIFIED };

const absorb = (race: Race, withTimestamps: MomentsOfMerged, of = OTHER) =>
  race
    .act({ kind: 'noteDuplicate', of })
    .at('2026-03-31 10:00')
    .act({
      kind: 'absorbCase',
      of,
      receivedAt: london('2026-03-30 17:00'),
      withTimestamps,
      reason: REASON,
    });

/** Of a case that knows this of the incident; the other has notified the Panel. */
const merged = (timestamps: MomentsOfMerged) =>
  absorb(new Race().received({ timestamps }), { notificationSent: NOTIFIED });

const correct = (timestamp: keyof MomentsOfMerged, at?: string) =>
  ({
    kind: 'correctTimestamp',
    timestamp,
    reason: REASON,
    ...(at === undefined ? {} : { at: london(at) }),
  }) as const;

const warned = ({ state, calendar }: Race) =>
  warningsOf(state, calendar).filter(({ about }) => about === 'momentOfMerged');

describe('R22: a moment of a merged case that does not fit', () => {
  const awareTooLate = { localAuthorityAware: london('2026-03-28 10:00') };

  it('is warned of, also once it would fit, until one is recorded here', () => {
    const race = merged(awareTooLate);
    expect(race.of('CaseAbsorbed')[0]?.body.notTaken).toEqual({ notificationSent: NOTIFIED });
    expect(warned(race)).toEqual([SAID]);
    expect(warned(race.act(correct('localAuthorityAware', '2026-03-26 10:00')))).toEqual([SAID]);
    race.act({ kind: 'recordTimestamp', timestamp: 'notificationSent', at: NOTIFIED });
    expect(warned(race)).toEqual([]);
    expect(race.line('completePanel')).toMatchObject({ status: 'open', due: '2026-04-21' });
    expect(race.headline).toBe('2026-04-21');
    // Whoever takes back what they recorded has seen it.
    expect(warned(race.act(correct('notificationSent')))).toEqual([]);
  });

  it('is warned of once our own turns out to be a mistake, and not while we know one', () => {
    const race = merged({ notificationSent: london('2026-03-30 12:00') });
    expect(warned(race)).toEqual([]);
    expect(warned(race.act(correct('notificationSent', '2026-03-30 14:00')))).toEqual([]);
    expect(warned(race.act(correct('notificationSent')))).toEqual([SAID]);
  });

  it('is not kept where both say the same, or it is taken over', () => {
    expect(warned(merged({}))).toEqual([]);
    const race = merged({ notificationSent: NOTIFIED }).act(correct('notificationSent'));
    expect(race.of('CaseAbsorbed')[0]?.body).not.toHaveProperty('notTaken');
    expect(warned(race)).toEqual([]);
  });

  it('is settled by a further case that has one which fits', () => {
    const race = absorb(merged(awareTooLate), { notificationSent: london('2026-03-30 12:00') }, THIRD);
    expect(warned(race)).toEqual([]);
    expect(warned(race.act(correct('notificationSent')))).toEqual([]);
  });
});
