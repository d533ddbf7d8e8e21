// Times every attempt at an activity and sees how it ended. It changes nothing of it.

import { CancelledFailure } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import type { WorkerMetrics } from './workerMetrics';

export const watchActivities =
  (metrics: Pick<WorkerMetrics, 'activityEnded'>): ActivityInterceptorsFactory =>
  ({ info }) => ({
    inbound: {
      execute: async (input, next) => {
        const began = performance.now();
        const seconds = (): number => (performance.now() - began) / 1_000;
        try {
          const result = await next(input);
          metrics.activityEnded(info.activityType, 'done', seconds());
          return result;
        } catch (error) {
          const outcome = error instanceof CancelledFailure ? 'cancelled' : 'failed';
          metrics.activityEnded(info.activityType, outcome, seconds());
          throw error;
        }
      },
    },
  });
