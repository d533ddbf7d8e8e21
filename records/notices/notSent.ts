// Why a waiting notice is not sent any more, as the code that the ledger keeps. A mail that came to nothing is news for
// its case, and the team hears of it; of one that nobody needs any more there is nothing to hear.

import { sql } from 'kysely';
import type { RapidReview } from '../../domain/rapidReview/state';
import type { NoticeRow } from './noticeLedger';

/** Past its hour; or its end was unknown so often that people must see to it. */
type CameToNothing = 'ELATE' | 'EREPEATED';

const NOT_NEEDED = {
  /** The request is void. */
  EVOID: true,
  /** Everything it asks for is answered. */
  EANSWERED: true,
  /** A newer mail says otherwise. */
  EOVERTAKEN: true,
  /** What it takes back nobody there was told. */
  EUNTOLD: true,
  /** Somebody has acknowledged the concern. */
  EACKNOWLEDGED: true,
  /** The case has ended. */
  EENDED: true,
} as const;

export type NotSent = CameToNothing | keyof typeof NOT_NEEDED;

/** What lapsed with a withdrawal that was undone (R21) was needed after all: an open case hears of it. */
export const isNotNeeded = (
  { outcome, lastError }: Pick<NoticeRow, 'outcome' | 'lastError'>,
  status: RapidReview['status'],
): boolean =>
  outcome === 'lapsed' &&
  lastError !== undefined &&
  Object.hasOwn(NOT_NEEDED, lastError) &&
  !(lastError === 'EENDED' && status === 'open');

/** The same of a row of `notice` beside that of its case in `case_list`. */
export const notNeededRow = sql<boolean>`(
  notice.outcome = 'lapsed'
  and coalesce(notice.last_error, '') in (${sql.join(Object.keys(NOT_NEEDED))})
  and not (notice.last_error = 'EENDED' and case_list.status = 'open'))`;
