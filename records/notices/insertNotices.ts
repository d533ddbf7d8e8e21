// Entering notices into the ledger with the events that call for them. A known key is passed over: the same event
// gives the same key, and what became of the first stays.

import type { Instant } from '../../domain/calendar/instant';
import type { Notice } from '../../domain/rapidReview/notices';
import type { Database } from '../connect';

/** As they are numbered. */
export const FIRST_ATTEMPT = 1;

/** Which of the notices of its event each one is. */
const positionOf = (notices: readonly Notice[], index: number): number =>
  notices.slice(0, index).filter(({ event }) => event === notices[index]?.event).length;

/** `mayHaveGoneAt` as of `EventsToRecord`; an attempt that is there already is one as well. */
export const insertNotices = async (
  database: Database,
  notices: readonly Notice[],
  mayHaveGoneAt?: Instant,
): Promise<void> => {
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
  if (mayHaveGoneAt === undefined) return;
  await database
    .insertInto('notice_attempt')
    .values(notices.map(({ key }) => ({ key, attempt: FIRST_ATTEMPT, began_at: mayHaveGoneAt })))
    .onConflict((conflict) => conflict.columns(['key', 'attempt']).doNothing())
    .execute();
};
