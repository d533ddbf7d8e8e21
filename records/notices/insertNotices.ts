// Entering notices into the ledger with the events that call for them. A known key is passed over: the same event
// gives the same key, and what became of the first stays.

import type { Notice } from '../../domain/rapidReview/notices';
import type { Database } from '../connect';

/** Which of the notices of its event each one is. */
const positionOf = (notices: readonly Notice[], index: number): number =>
  notices.slice(0, index).filter(({ event }) => event === notices[index]?.event).length;

export const insertNotices = async (database: Database, notices: readonly Notice[]): Promise<void> => {
  if (notices.length === 0) return;
  await database
    .insertInto('notice')
    .values(
      notices.map(({ key, reference, event, to, notAfter, body }, index) => ({
        key,
        reference,
        event,
        position: positionOf(notices, index),
        kind: body.kind,
        recipient: JSON.stringify(to),
        not_after: notAfter ?? null,
        body: JSON.stringify(body),
        accepted: [],
        refused: [],
        accepted_at: null,
        told: null,
        outcome: 'open' as const,
        last_error: null,
      })),
    )
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
};
