// The worker process: settings, connections, the worker, and an orderly end. It waits for a Temporal that is away,
// and stops only when it is told to; a case's deadlines are kept by Temporal meanwhile.

import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import {
  createActivities,
  createCalendarActivities,
  createCalendarChangeActivities,
  createDiaryActivities,
} from '../activities/createActivities';
import { ACTIVITY_NAMES } from '../contracts/activities';
import { instant, type Instant } from '../domain/calendar/instant';
import { encryptedDataConverter } from '../platform/encryption/dataConverter';
import { keyRingOf } from '../platform/encryption/keyRing';
import { activityFields } from '../platform/logging/activityFields';
import { answerLinks } from '../platform/identity/answerLinks';
import { createLogger, type Logger } from '../platform/logging/createLogger';
import { temporalLogger } from '../platform/logging/temporalLogger';
import { serveMetrics } from '../platform/metrics/metricsServer';
import { processRegistry } from '../platform/metrics/registry';
import { createMailTransport } from '../platform/mail/mailTransport';
import { endFailed } from '../platform/settings/endFailed';
import { readSettings, type Settings } from '../platform/settings/readSettings';
import { ANSWERS_WITHIN_MS, connect } from '../records/connect';
import { createRecords } from '../records/createRecords';
import { warnOfMissingKeys } from '../records/keys/missingFound';
import { scheduleCalendarWatch } from './calendarSchedule';
import { createWorker } from './createWorker';
import { installRuntime } from './installRuntime';
import { FRESH, LOOK_EVERY_MS, OLDER, recordWhatWasLeft } from './recordWhatWasLeft';
import { regularly, untilDone } from './regularly';
import { sweepDossierHourly } from './sweepDossier';
import { watchActivities } from './watching/watchActivities';
import { workerMetrics } from './watching/workerMetrics';
import { workflowsToRun } from './workflowsToRun';

const RETRY_MS = 1000;

/** Nothing where it is to stop before Temporal answers. */
const connectTemporal = async (
  address: string,
  logger: Logger,
  stopping: AbortSignal,
): Promise<NativeConnection | undefined> => {
  for (;;) {
    try {
      return await NativeConnection.connect({ address });
    } catch (error) {
      if (stopping.aborted) return undefined;
      logger.warn({ err: error }, 'Temporal is away; trying again');
      await pause(RETRY_MS);
    }
  }
};

interface Running {
  readonly logger: Logger;
  readonly metrics: ReturnType<typeof workerMetrics>;
  readonly stopping: AbortSignal;
}

const work = async (settings: Settings, { logger, metrics, stopping }: Running): Promise<void> => {
  const database = connect(settings.databaseUrl, { answersWithinMs: ANSWERS_WITHIN_MS });
  const mail = createMailTransport({
    smtpUrl: settings.smtpUrl,
    from: settings.mailFrom,
    domain: settings.mailDomain,
    replyTo: settings.teamMailbox,
  });
  const [bundle, connection] = await Promise.all([
    workflowsToRun(temporalLogger(logger)),
    connectTemporal(settings.temporalAddress, logger, stopping),
  ]);
  if (connection === undefined) {
    mail.close();
    await database.destroy();
    return;
  }
  const master = keyRingOf(settings.masterKeys);
  const records = createRecords(database, {
    master,
    committed: metrics.committed,
  });
  const clock = (): Instant => instant(Date.now());
  const parts = {
    records,
    mail,
    clock,
    logger,
    settings,
    watch: metrics,
    feedUrl: settings.holidayFeedUrl,
    answerLinks: answerLinks(master, settings.publicUrl),
  };
  const place = {
    connection,
    namespace: settings.temporalNamespace,
    taskQueue: settings.temporalTaskQueue,
    dataConverter: encryptedDataConverter(keyRingOf(settings.codecKeys)),
  };
  const { namespace, dataConverter } = place;
  const { workflow: cases } = new Client({ connection, namespace, dataConverter });
  const diary = createDiaryActivities({ records, logger, cases });
  const calendar = createCalendarChangeActivities({ records, logger, cases, clock });
  const worker = await createWorker({
    ...place,
    bundle,
    watchers: [watchActivities(metrics)],
    activities: { ...createActivities(parts), ...createCalendarActivities(parts), ...diary, ...calendar },
  });
  const stopped = new Promise<void>((resolve) => {
    if (stopping.aborted) resolve();
    stopping.addEventListener('abort', () => resolve());
  });
  void warnOfMissingKeys(records, logger);
  logger.info({ taskQueue: settings.temporalTaskQueue }, 'working');
  const left = { records, cases, clock, logger };
  const stops = [
    // Without it nobody hears of a new bank holiday, and cases do not wait for it.
    untilDone(
      'the schedule of the daily watch over the calendar',
      () => scheduleCalendarWatch(place),
      logger,
    ),
    regularly('the diary of the sub-group', diary.followDiary, logger),
    regularly('the change of the calendar', calendar.bringCalendar, logger),
    regularly('what was left to record', (ending) => recordWhatWasLeft(left, FRESH, ending), logger, {
      everyMs: LOOK_EVERY_MS,
    }),
    regularly('what was left to record before', (ending) => recordWhatWasLeft(left, OLDER, ending), logger),
    sweepDossierHourly(records, clock, logger),
  ];
  // The rounds end first, as long as the cases that they have asked are answered for by this worker too.
  await worker.runUntil(stopped.then(() => Promise.all(stops.map((stop) => stop()))));
  await connection.close();
  mail.close();
  await database.destroy();
};

const run = async (settings: Settings): Promise<void> => {
  const logger = createLogger({ level: settings.logLevel, name: 'worker', beside: activityFields });
  const { metricsHost: host, workerMetricsPort, sdkMetricsPort } = settings;
  installRuntime(logger, { host, port: sdkMetricsPort });
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      logger.info({ signal }, 'ending');
      stopping.abort();
    });
  }
  const registry = processRegistry();
  const metrics = workerMetrics(registry, ACTIVITY_NAMES, Date.now);
  const hideMetrics = await serveMetrics({ host, port: workerMetricsPort }, registry, logger);
  try {
    await work(settings, { logger, metrics, stopping: stopping.signal });
  } finally {
    // Whoever watches must not be shown a worker that does no work.
    await hideMetrics();
  }
  logger.info('ended');
};

const main = async (): Promise<void> => {
  try {
    await run(readSettings(process.env));
  } catch (error) {
    endFailed('The worker could not go on', error);
  }
};

void main();
