// How the native core of Temporal's SDK shows its own metrics: tasks, polls, slots, failures, on a port of its own. Their
// names are Temporal's, with the units and endings that all other names have.

import type { TelemetryOptions } from '@temporalio/worker';
import type { MetricsPlace } from './metricsServer';

/** For `Runtime.install`, beside what is said of logs. */
export const sdkMetrics = ({ host, port }: MetricsPlace): Pick<TelemetryOptions, 'metrics'> =>
  port === 0
    ? {}
    : {
        metrics: {
          prometheus: {
            bindAddress: `${host}:${port}`,
            countersTotalSuffix: true,
            unitSuffix: true,
            useSecondsForDurations: true,
          },
        },
      };
