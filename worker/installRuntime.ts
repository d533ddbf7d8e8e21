// The runtime of Temporal's SDK: it logs through our logger and shows its metrics where it is told. A port that is taken
// costs the metrics and not the work.

import { Runtime } from '@temporalio/worker';
import type { Logger } from '../platform/logging/createLogger';
import { temporalLogging } from '../platform/logging/temporalLogger';
import type { MetricsPlace } from '../platform/metrics/metricsServer';
import { sdkMetrics } from '../platform/metrics/sdkMetrics';

export const installRuntime = (logger: Logger, place: MetricsPlace): void => {
  const { telemetryOptions, ...logging } = temporalLogging(logger);
  const install = (shown: ReturnType<typeof sdkMetrics>): void => {
    // Signals are ours: the runtime would otherwise take them for itself.
    Runtime.install({
      ...logging,
      telemetryOptions: { ...telemetryOptions, ...shown },
      shutdownSignals: [],
    });
  };
  try {
    install(sdkMetrics(place));
  } catch (error) {
    if (place.port === 0) throw error;
    logger.error({ err: error, port: place.port }, 'nobody can watch the SDK: its metrics have no port');
    install({});
  }
};
