// Sweeps the dossier of texts that never became part of a case: a request that was refused after its text was
// written. What counts as never is decided by the records; here only when it is asked.

import { instant } from '../domain/calendar/instant';
import type { Logger } from '../platform/logging/createLogger';
import { PENDING_HOURS } from '../records/dossier/dossier';
import type { Records } from '../records/records';

const HOUR = 3_600_000;

/**
 * Every hour, the first time an hour after the start: by then the recorders have caught up with what was accepted
 * while no worker was there. Answers how to stop.
 */
export const sweepDossierHourly = (
  { dossier }: Pick<Records, 'dossier'>,
  now: () => number,
  logger: Pick<Logger, 'info' | 'warn'>,
): (() => void) => {
  const sweep = async (): Promise<void> => {
    try {
      const swept = await dossier.sweepPending(instant(now() - PENDING_HOURS * HOUR));
      if (swept > 0) logger.info({ swept }, 'texts that became part of no case are gone');
    } catch (error) {
      logger.warn({ err: error }, 'the dossier could not be swept; trying again in an hour');
    }
  };
  const timer = setInterval(() => void sweep(), HOUR);
  timer.unref();
  return () => clearInterval(timer);
};
