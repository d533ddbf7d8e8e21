// Which master keys are missing, said in the log of a process that has just been given its own. What is done about it is for people.

import type { Logger } from '../../platform/logging/createLogger';
import type { Records } from '../records';

/** Never throws: the database may be away as yet. */
export const warnOfMissingKeys = async (
  { missingKeys }: Pick<Records, 'missingKeys'>,
  logger: Pick<Logger, 'warn' | 'error'>,
): Promise<void> => {
  try {
    const missing = await missingKeys();
    if (missing.length === 0) return;
    logger.error(
      { keyIds: missing.map(({ keyId }) => keyId) },
      'MASTER_KEYS lacks keys that something is sealed under',
    );
  } catch (error) {
    logger.warn({ err: error }, 'which master keys are missing could not be found out');
  }
};
