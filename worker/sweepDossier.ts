// Sweeps the dossier of texts that never became part of a case: a request that was refused after its text was
// written. What counts as never is decided by the records; here only when it is asked.

import { HOUR, instant, type Instant } from '../domain/calendar/instant';
import type { Logger } from '../platform/logging/createLogger';
import { PENDING_HOURS } from '../records/dossier/dossier';
import type { Records } from '../records/records';
import { regularly, type Stop } from './regularly';

/** Nothing was written before. */
const NOTHING = instant(0);

/**
 * Every hour, the first time an hour after the start: by then the recorders have caught up with what was accepted
 * while no worker was there. So they have an hour after the records were away, which then only are asked whether they answer.
 */
export const sweepDossierHourly = (
  { dossier }: { readonly dossier: Pick<Records['dossier'], 'sweepPending'> },
  clock: () => Instant,
  logger: Pick<Logger, 'info' | 'warn'>,
): Stop => {
  let answered = true;
  return regularly(
    'the texts that became part of no case',
    async () => {
      const olderThan = answered ? instant(clock() - PENDING_HOURS * HOUR) : NOTHING;
      answered = false;
      const swept = await dossier.sweepPending(olderThan);
      answered = true;
      if (swept > 0) logger.info({ swept }, 'texts that became part of no case are gone');
    },
    logger,
    { everyMs: HOUR, atOnce: false },
  );
};
