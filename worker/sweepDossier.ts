// Sweeps the dossier of texts that never became part of a case: a request that was refused after its text was
// written. What counts as never is decided by the records; here only when it is asked.

import { instant, type Instant } from '../domain/calendar/instant';
import type { Logger } from '../platform/logging/createLogger';
import { PENDING_HOURS } from '../records/dossier/dossier';
import type { Records } from '../records/records';
import { regularly, type Stop } from './regularly';

const HOUR = 3_600_000;

/**
 * Every hour, the first time an hour after the start: by then the recorders have caught up with what was accepted
 * while no worker was there.
 */
export const sweepDossierHourly = (
  { dossier }: { readonly dossier: Pick<Records['dossier'], 'sweepPending'> },
  clock: () => Instant,
  logger: Pick<Logger, 'info' | 'warn'>,
): Stop =>
  regularly(
    'the texts that became part of no case',
    async () => {
      const swept = await dossier.sweepPending(instant(clock() - PENDING_HOURS * HOUR));
      if (swept > 0) logger.info({ swept }, 'texts that became part of no case are gone');
    },
    logger,
    { everyMs: HOUR, atOnce: false },
  );
