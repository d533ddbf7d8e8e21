// The API process: settings, connections, the port, and an orderly end. Temporal and the database may be away when it
// starts: it then answers, and says what is missing.

import { RAPID_REVIEW_WORKFLOW } from '../contracts/workflowIds';
import { instant } from '../domain/calendar/instant';
import { encryptedDataConverter } from '../platform/encryption/dataConverter';
import { keyRingOf } from '../platform/encryption/keyRing';
import { answerLinks } from '../platform/identity/answerLinks';
import { tokenIdentity } from '../platform/identity/tokenIdentity';
import { createLogger, type Logger } from '../platform/logging/createLogger';
import { endFailed } from '../platform/settings/endFailed';
import { readSettings, type Settings } from '../platform/settings/readSettings';
import { serveMetrics } from '../platform/metrics/metricsServer';
import { recorderLag } from '../platform/metrics/recorderLag';
import { processRegistry } from '../platform/metrics/registry';
import { connectTemporal } from '../platform/temporal/connectTemporal';
import { countRunning, temporalAnswers, workerPolls } from '../platform/temporal/readiness';
import { ANSWERS_WITHIN_MS, connect } from '../records/connect';
import { createRecords } from '../records/createRecords';
import { warnOfMissingKeys } from '../records/keys/missingFound';
import { buildApi, type ServerDeps } from './buildApi';
import { startBringing } from './calendarChanges/startBringing';
import { startFollowing } from './diary/startFollowing';
import { sameCases } from './health/sameCases';
import { apiMetrics } from './watching/apiMetrics';
import { askedOnce } from './watching/askedOnce';
import { watchCases } from './watching/watchCases';
import { watchedGateway } from './watching/watchedGateway';
import { temporalGateway } from './writing/temporalGateway';

const END_WITHIN_MS = 20_000;

/** A balancer asks every few seconds whether all is there, and counting all cases is dear. */
const COUNTED = { freshMs: 15_000, withinMs: 3_000 } as const;
/** Keys change when the API is started anew; what is sealed under them, when somebody changes keys. */
const LOOKED_FOR = { freshMs: 60_000, withinMs: 2_000 } as const;
const stopwatch = (): number => performance.now();

/** A setting that says `none`. */
const givenOr = <T>(none: T, given: T): T => (String(given) === 'none' ? none : given);

/** Requests in flight are answered first; a connection that never closes must not keep the process. */
const endWhenTold = (logger: Pick<Logger, 'info' | 'error'>, close: () => Promise<void>): void => {
  let ending = false;
  const end = (signal: string): void => {
    if (ending) return;
    ending = true;
    logger.info({ signal }, 'ending');
    setTimeout(() => process.exit(1), END_WITHIN_MS).unref();
    close().then(
      () => logger.info('ended'),
      (error: unknown) => {
        logger.error({ err: error }, 'could not end in order');
        process.exitCode = 1;
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
};

const run = async (settings: Settings): Promise<void> => {
  const logger = createLogger({ level: settings.logLevel, name: 'api' });
  const database = connect(settings.databaseUrl, { answersWithinMs: ANSWERS_WITHIN_MS });
  const registry = processRegistry();
  const master = keyRingOf(settings.masterKeys);
  const records = createRecords(database, {
    master,
    committed: recorderLag(registry, Date.now),
  });
  const temporal = connectTemporal({
    address: settings.temporalAddress,
    namespace: settings.temporalNamespace,
    dataConverter: encryptedDataConverter(keyRingOf(settings.codecKeys)),
  });
  const taskQueue = settings.temporalTaskQueue;
  const metrics = apiMetrics(registry);
  const deps: ServerDeps = {
    records,
    cases: watchedGateway(temporalGateway(temporal, { taskQueue }), metrics),
    metrics,
    identity: tokenIdentity((token, at) => records.people.findByToken(token, at)),
    answerLinks: answerLinks(master, settings.publicUrl),
    partnership: {
      name: settings.partnershipName,
      mailbox: settings.teamMailbox,
      privacyUrl: givenOr('', settings.privacyNoticeUrl),
      accessibilityUrl: givenOr('', settings.accessibilityStatementUrl),
    },
    logger,
    requestsPerMinute: settings.apiRequestsPerMinute,
    trustedProxies: givenOr([], settings.trustedProxies.split(/, ?/)),
    now: () => instant(Date.now()),
    calendar: () => records.holidays.snapshot(instant(Date.now())),
    followDiary: startFollowing(temporal, taskQueue),
    bringCalendar: startBringing(temporal, taskQueue),
    readiness: {
      temporal: () => temporalAnswers(temporal),
      worker: () => workerPolls(temporal, taskQueue),
      cases: askedOnce(
        sameCases({
          inRecords: () => records.cases.count(),
          now: stopwatch,
          logger,
          running: () => countRunning(temporal, RAPID_REVIEW_WORKFLOW),
        }),
        { ...COUNTED, now: stopwatch },
      ),
      missingKeys: askedOnce(() => records.missingKeys(), { ...LOOKED_FOR, now: stopwatch }),
    },
  };
  const app = await buildApi(deps);
  const place = { host: settings.metricsHost, port: settings.apiMetricsPort };
  const hideMetrics = await serveMetrics(place, watchCases(registry, deps, logger), logger);

  endWhenTold(logger, async () => {
    await app.close();
    await hideMetrics();
    await temporal.close();
    await database.destroy();
  });

  void warnOfMissingKeys(deps.readiness, logger);
  await app.listen({ host: settings.apiHost, port: settings.apiPort });
  logger.info({ port: settings.apiPort }, 'listening');
  // The worker does it too, and the ledger when it is first asked: the database may be away now.
  records.holidays.takeShippedLists(instant(Date.now())).catch((error: unknown) => {
    logger.warn({ err: error }, 'the lists of bank holidays could not be recorded yet');
  });
};

const main = async (): Promise<void> => {
  try {
    await run(readSettings(process.env));
  } catch (error) {
    endFailed('The API could not start', error);
  }
};

void main();
