// The notices of a case as they stand in the ledger, with how often each was tried.

import type { CaseReference } from '../../domain/rapidReview/state';
import type { Database } from '../connect';
import type { NoticeRow } from './noticeLedger';

/** In the order of the events that called for them. */
export const selectNotices = async (
  database: Database,
  reference: CaseReference,
): Promise<readonly NoticeRow[]> => {
  const rows = await database
    .selectFrom('notice')
    .leftJoin('notice_attempt', 'notice_attempt.key', 'notice.key')
    .selectAll('notice')
    .select(({ fn }) => [
      fn.count<number>('notice_attempt.attempt').as('attempts'),
      fn.count<number>('notice_attempt.ended_at').as('ended'),
    ])
    .where('reference', '=', reference)
    .groupBy('notice.key')
    .orderBy('event')
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    key: row.key,
    reference: row.reference,
    event: row.event,
    to: row.recipient,
    ...(row.not_after === null ? {} : { notAfter: row.not_after }),
    body: row.body,
    attempts: row.attempts,
    unknownAttempts: row.attempts - row.ended,
    accepted: row.accepted,
    refused: row.refused,
    ...(row.accepted_at === null ? {} : { acceptedAt: row.accepted_at }),
    ...(row.told === null ? {} : { told: row.told }),
    outcome: row.outcome,
    ...(row.last_error === null ? {} : { lastError: row.last_error }),
  }));
};
