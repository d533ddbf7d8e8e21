// What the worker counts: everything is there at 0, and what happens is counted where it belongs.

import { describe, expect, it } from '@jest/globals';
import { CancelledFailure } from '@temporalio/common';
import { Registry } from 'prom-client';
import { instant } from '../../../domain/calendar/instant';
import type { CaseEvent } from '../../../domain/rapidReview/events';
import { watchActivities } from '../../../worker/watching/watchActivities';
import { workerMetrics } from '../../../worker/watching/workerMetrics';

const NOW = 1_000_000;
const watched = () => {
  const registry = new Registry();
  const metrics = workerMetrics(registry, ['sendNotices'], () => NOW);
  const value = async (line: string): Promise<number | undefined> => {
    const found = (await registry.metrics()).split('\n').find((one) => one.startsWith(`${line} `));
    return found === undefined ? undefined : Number(found.slice(line.length + 1));
  };
  return { metrics, value };
};
const event = (at: number): CaseEvent => ({ at: instant(at) }) as CaseEvent;

describe('the worker', () => {
  it('shows at 0 what has not happened yet', async () => {
    const { value } = watched();
    expect(await value('rapid_review_mails_total{template="safetyAlert",outcome="refused"}')).toBe(0);
    expect(await value('rapid_review_holiday_readings_total{outcome="unread"}')).toBe(0);
    expect(await value('rapid_review_recorder_lag_seconds_count')).toBe(0);
    expect(
      await value('rapid_review_activity_duration_seconds_count{activity="sendNotices",outcome="failed"}'),
    ).toBe(0);
  });

  it('counts mails and readings by what came of them', async () => {
    const { metrics, value } = watched();
    metrics.mailAttempted('scopingRequest', 'accepted');
    metrics.mailAttempted('scopingRequest', 'refused');
    metrics.mailAttempted('scopingRequest', 'accepted');
    metrics.listRead('refused');
    expect(await value('rapid_review_mails_total{template="scopingRequest",outcome="accepted"}')).toBe(2);
    expect(await value('rapid_review_mails_total{template="scopingRequest",outcome="refused"}')).toBe(1);
    expect(await value('rapid_review_holiday_readings_total{outcome="refused"}')).toBe(1);
  });

  it('measures from the moment of each event to its commit, in seconds; a clock ahead counts as none', async () => {
    const { metrics, value } = watched();
    metrics.committed([event(NOW - 2_000), event(NOW - 500), event(NOW + 30)]);
    expect(await value('rapid_review_recorder_lag_seconds_sum')).toBe(2.5);
    expect(await value('rapid_review_recorder_lag_seconds_count')).toBe(3);
    expect(await value('rapid_review_recorder_lag_seconds_bucket{le="1"}')).toBe(2);
  });

  it.each([
    ['done', () => Promise.resolve('result')],
    ['failed', () => Promise.reject(new Error('no'))],
    ['cancelled', () => Promise.reject(new CancelledFailure('no'))],
  ] as const)('sees an attempt %s, and changes nothing of it', async (outcome, work) => {
    const { metrics, value } = watched();
    const { inbound } = watchActivities(metrics)({ info: { activityType: 'sendNotices' } } as never);
    const input = { args: [1], headers: {} };
    const ended = inbound?.execute?.(input, (given) => {
      expect(given).toBe(input);
      return work();
    });
    await (outcome === 'done' ? expect(ended).resolves.toBe('result') : expect(ended).rejects.toThrow('no'));
    expect(
      await value(
        `rapid_review_activity_duration_seconds_count{activity="sendNotices",outcome="${outcome}"}`,
      ),
    ).toBe(1);
  });
});
