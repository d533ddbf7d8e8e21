// The six timestamps of a case, recorded and contradicting each other (R3).

import { describe, expect, it } from '@jest/globals';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { AGENCY, REASON, Story, london } from './story';

const ONE = AGENCY(1);

describe('R3: six timestamps', () => {
  const story = () => new Story().opened('2026-03-30 16:20').at('2026-04-01 10:00');

  it('R3: the copy of the notification is no older than what it tells of', () => {
    const opened = new Story()
      .opened('2026-03-30 16:20', { timestamps: { localAuthorityAware: london('2026-03-20 10:00') } })
      .at('2026-04-01 10:00');
    const at = london('2026-03-19 10:00');
    const copy: CommandBody = { kind: 'recordTimestamp', timestamp: 'notificationCopyReceived', at };
    expect(opened.refused(copy).code).toBe('TimestampsContradict');
  });

  it('are recorded once; the notification may come before or after the referral', () => {
    const open = story().act({
      kind: 'recordTimestamp',
      timestamp: 'notificationSent',
      at: london('2026-03-20 10:00'),
    });
    expect(
      open.refused({ kind: 'recordTimestamp', timestamp: 'notificationSent', at: london('2026-03-21 10:00') })
        .code,
    ).toBe('TimestampAlreadyRecorded');
    expect(
      open.refused({ kind: 'recordTimestamp', timestamp: 'incident', at: london('2026-03-21 10:00') }).code,
    ).toBe('TimestampsContradict');
    expect(
      open.refused({
        kind: 'recordTimestamp',
        timestamp: 'acceptedAsRapidReview',
        at: london('2026-04-01 10:01'),
      }).code,
    ).toBe('TimestampInFuture');
    const later = open.act({
      kind: 'recordTimestamp',
      timestamp: 'notificationCopyReceived',
      at: london('2026-04-01 09:00'),
    });
    expect(later.open.timestamps).toMatchObject({
      notificationSent: london('2026-03-20 10:00'),
      notificationCopyReceived: london('2026-04-01 09:00'),
    });
  });

  it('are corrected only where recorded, to something else, without contradiction', () => {
    const open = story().sent(ONE);
    expect(
      open.refused({ kind: 'correctTimestamp', timestamp: 'incident', at: open.now, reason: REASON }).code,
    ).toBe('TimestampNotRecorded');
    expect(
      open.refused({
        kind: 'correctTimestamp',
        timestamp: 'referralReceived',
        at: london('2026-03-30 16:20'),
        reason: REASON,
      }).code,
    ).toBe('CorrectionChangesNothing');
    open.at('2026-04-08 10:00');
    expect(
      open.refused({
        kind: 'correctTimestamp',
        timestamp: 'referralReceived',
        at: london('2026-04-02 10:00'),
        reason: REASON,
      }).code,
    ).toBe('CorrectionContradictsRequest');
  });

  it('completePanel already past when recorded is missed at once', () => {
    const open = new Story().opened('2026-03-30 16:20').at('2026-04-15 14:00');
    open.act({ kind: 'recordTimestamp', timestamp: 'notificationSent', at: london('2026-03-10 09:00') });
    expect(open.misses()).toContain('2026-04-15 14:00 completePanel due 2026-03-31');
    expect(open.notices.some(({ body }) => body.kind === 'completionMissed')).toBe(true);
  });
});

describe('R3: a moment whose year may be mistyped', () => {
  const far = (story: Story) =>
    warningsOf(story.open, story.calendar).filter(({ about }) => about === 'farFromReferral');

  it('is warned of where it lies more than thirty days from the referral, on either side', () => {
    const story = new Story().opened('2026-03-30 16:20', {
      timestamps: { incident: london('2015-03-29 09:00'), notificationSent: london('2016-03-31 09:00') },
    });
    expect(far(story)).toEqual([
      {
        about: 'farFromReferral',
        what: 'notificationSent',
        on: '2016-03-31',
        received: '2026-03-30',
        days: 3651,
      },
    ]);
    story.act({
      kind: 'correctTimestamp',
      timestamp: 'notificationSent',
      reason: REASON,
      at: london('2026-03-01 09:00'),
    });
    expect(far(story)).toEqual([]);
  });

  it('of the referral itself, by the first request', () => {
    const story = new Story()
      .opened('2026-03-30 16:20', { agencies: [ONE] })
      .at('2026-03-31 10:00')
      .sent(ONE);
    expect(far(story)).toEqual([]);
    story.act({
      kind: 'correctTimestamp',
      timestamp: 'referralReceived',
      reason: REASON,
      at: london('2025-03-30 16:20'),
    });
    expect(far(story)).toMatchObject([{ what: 'firstRequest', on: '2026-03-31', days: 366 }]);
  });
});
