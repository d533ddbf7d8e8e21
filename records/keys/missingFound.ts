// Which master keys are missing, for those who watch and for the log of a process that has just been given its own. What is done
// about it is for people.

import type { Logger } from '../../platform/logging/createLogger';
import type { Records, SealingKey } from '../records';

type Asked = Pick<Records, 'missingKeys'>;

/** Nothing where it cannot be found out: the database may be away or slow, which is asked elsewhere and is no missing key. */
export const missingFound = async (
  { missingKeys }: Asked,
  logger: Pick<Logger, 'warn'>,
): Promise<readonly SealingKey[] | undefined> => {
  try {
    return await missingKeys();
  } catch (error) {
    logger.warn({ err: error }, 'which master keys are missing could not be found out');
    return undefined;
  }
};

/** Never throws. */
export const warnOfMissingKeys = async (
  asked: Asked,
  logger: Pick<Logger, 'warn' | 'error'>,
): Promise<void> => {
  const missing = (await missingFound(asked, logger)) ?? [];
  if (missing.length === 0) return;
  logger.error(
    { keyIds: missing.map(({ keyId }) => keyId) },
    'MASTER_KEYS lacks keys that something is sealed under',
  );
};
