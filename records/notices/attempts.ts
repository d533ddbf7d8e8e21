// The two ends of an attempt to send: it is begun, and committed, before the mail goes, so that a process that dies in
// between leaves a trace; and it is ended with what the mail server said.

import type { Instant } from '../../domain/calendar/instant';
import type { Database } from '../connect';
import { mailErrorCode } from './mailErrorCode';
import type { NoticeAttempt, NoticeOutcome, NoticeResult } from './noticeLedger';

const lockedNotice = (transaction: Database, key: string) =>
  transaction
    .selectFrom('notice')
    .select(['outcome', 'accepted', 'refused', 'accepted_at'])
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new RangeError('there is no notice with that key'));

export const beginAttempt = (
  database: Database,
  key: string,
  at: Instant,
): Promise<NoticeAttempt | 'finished'> =>
  database.transaction().execute(async (transaction) => {
    const { outcome } = await lockedNotice(transaction, key);
    if (outcome !== 'open') return 'finished';
    const earlier = await transaction
      .selectFrom('notice_attempt')
      .select('ended_at')
      .where('key', '=', key)
      .execute();
    const attempt = earlier.length + 1;
    await transaction
      .insertInto('notice_attempt')
      .values({ key, attempt, began_at: at, ended_at: null, error: null })
      .execute();
    return { attempt, outcomeUnknown: earlier.some(({ ended_at }) => ended_at === null) };
  });

/** Whether this is the first word about the attempt. */
const closeAttempt = async (
  transaction: Database,
  key: string,
  { attempt, at }: NoticeResult,
  error: string | null,
): Promise<boolean> => {
  if (attempt === undefined) return true;
  const { numUpdatedRows } = await transaction
    .updateTable('notice_attempt')
    .set({ ended_at: at, error })
    .where('key', '=', key)
    .where('attempt', '=', attempt)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

const together = <T>(before: readonly T[], now: readonly T[]): T[] => [...new Set([...before, ...now])];

export const endAttempt = (database: Database, key: string, result: NoticeResult): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    const before = await lockedNotice(transaction, key);
    const error = result.error === undefined ? null : mailErrorCode(result.error);
    if (!(await closeAttempt(transaction, key, result, error))) return;
    if (before.outcome !== 'open') return;
    const outcome: NoticeOutcome = result.outcome;
    await transaction
      .updateTable('notice')
      .set({
        outcome,
        accepted: together(before.accepted, result.accepted),
        refused: together(before.refused, result.refused),
        accepted_at: before.accepted_at ?? (result.accepted.length > 0 ? result.at : null),
        last_error: error,
      })
      .where('key', '=', key)
      .execute();
  });
