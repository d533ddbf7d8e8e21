// What the API shows to Prometheus: its own counts, the figures of the cases, and whether each part that it needs is there,
// asked afresh but not more often than it is worth. A database that is away costs the figures and nothing else.

import type { ShownMetrics } from '../../platform/metrics/metricsServer';
import type { Registry } from '../../platform/metrics/registry';
import type { Logger } from '../../platform/logging/createLogger';
import { missingFound } from '../../records/keys/missingFound';
import type { ApiDeps } from '../deps';
import { readiness } from '../health/readiness';
import { askedOnce } from './askedOnce';
import { caseFigures } from './caseFigures';
import { missingKeysGauge } from './missingKeysGauge';
import { readyGauge } from './readyGauge';

/** Prometheus waits ten seconds. Over a hundred thousand cases the figures take four: then they are not asked for each time. */
const FIGURES = { freshMs: 30_000, withinMs: 8_000 } as const;
const CHECKS = { freshMs: 10_000, withinMs: 4_000 } as const;

export type Watched = Pick<ApiDeps, 'records' | 'calendar' | 'readiness' | 'now'>;

export const watchCases = (
  registry: Registry,
  watched: Watched,
  logger: Logger,
  stopwatch: () => number = () => performance.now(),
): ShownMetrics => {
  const shown = caseFigures(registry);
  const showReady = readyGauge(registry);
  const showMissing = missingKeysGauge(registry);

  const figures = askedOnce(
    async () => {
      const now = watched.now();
      const read = await watched.records.figures.at(now, FIGURES.withinMs);
      return { read, calendar: await watched.calendar(), now };
    },
    { ...FIGURES, now: stopwatch },
  );
  const checks = askedOnce(() => readiness(watched, logger), { ...CHECKS, now: stopwatch });

  const showFigures = async (): Promise<void> => {
    try {
      const { read, calendar, now } = await figures();
      shown.show(read, calendar, now);
    } catch (error) {
      logger.warn({ err: error }, 'the figures of the cases could not be read');
      shown.withhold();
    }
  };

  const showChecks = async (): Promise<void> => {
    try {
      showReady(await checks());
    } catch (error) {
      logger.warn({ err: error }, 'it could not be found out what is there');
      showReady([]);
    }
  };

  const showKeys = async (): Promise<void> =>
    showMissing((await missingFound(watched.readiness, logger))?.length);

  return {
    contentType: registry.contentType,
    metrics: async () => {
      await Promise.all([showFigures(), showChecks(), showKeys()]);
      return registry.metrics();
    },
  };
};
