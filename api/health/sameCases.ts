// Whether the records and Temporal hold the same cases: as many, because the workflow of a case never ends (ADR 14). Where they do
// not, one of the two was lost or is older than the other. Which cases, and what is to be done, is not decided here.

import type { Logger } from '../../platform/logging/createLogger';
import { count } from '../chronology/sayings';

export interface CasesCounted {
  readonly inRecords: () => Promise<number>;
  readonly running: () => Promise<number>;
  /** Milliseconds. */
  readonly now: () => number;
  readonly logger: Pick<Logger, 'warn'>;
}

/** A case runs a moment before it is recorded, and the server's list of those that run may be seconds behind. */
const STANDS_MS = 60_000;

const saying = (difference: number): string =>
  difference > 0
    ? `Temporal runs ${count(difference, 'case')} that the records do not have: the records are older than Temporal, or new. Stop API and worker, and see "Restoring" in docs/operations.md.`
    : `The records have ${count(-difference, 'case')} that Temporal does not run: see "Temporal lost" in docs/operations.md.`;

/**
 * Answers what is wrong, once it has been so for a minute of asking; nothing where either cannot be counted, for whether they answer is
 * asked elsewhere.
 */
export const sameCases = ({
  inRecords,
  running,
  now,
  logger,
}: CasesCounted): (() => Promise<string | undefined>) => {
  let apartSince: number | undefined;
  const difference = async (): Promise<number | undefined> => {
    try {
      const [there, here] = await Promise.all([running(), inRecords()]);
      return there - here;
    } catch (error) {
      logger.warn({ err: error }, 'the cases of Temporal and of the records could not be counted');
      return undefined;
    }
  };
  return async () => {
    const found = await difference();
    if (found === undefined) return undefined;
    if (found === 0) {
      apartSince = undefined;
      return undefined;
    }
    apartSince ??= now();
    return now() - apartSince < STANDS_MS ? undefined : saying(found);
  };
};
