// The two ends of an attempt to send: it is begun, and committed, before the mail goes, so that a process that dies in
// between leaves a trace; and it is ended with what the mail server said. Each in one statement: a case of twelve agencies
// sends thirty mails.

import { sql, type RawBuilder } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { NoticeOutcome } from '../../domain/rapidReview/mailReport';
import type { MailContact } from '../../platform/mail/mailContact';
import type { Database } from '../connect';
import { mailErrorCode } from './mailErrorCode';
import type { NoticeAttempt, NoticeResult } from './noticeLedger';

const noNotice = (): RangeError => new RangeError('there is no notice with that key');

interface Begun {
  readonly outcome: NoticeOutcome;
  /** Begun and never ended before. One that ends at this very moment may count: its mail is then said to be perhaps the second. */
  readonly unended: number;
  readonly attempt: number | null;
}

const oneBegun = async (database: Database, key: string, at: Instant): Promise<Begun> => {
  const { rows } = await sql<Begun>`
    with standing as (select outcome from notice where key = ${key} for update),
    earlier as (
      select coalesce(max(attempt), 0) as last, count(*) - count(ended_at) as unended
      from notice_attempt where key = ${key}
    ),
    begun as (
      insert into notice_attempt (key, attempt, began_at)
      select ${key}, earlier.last + 1, ${at}::bigint from standing cross join earlier where outcome = 'open'
      on conflict (key, attempt) do nothing
      returning attempt
    )
    select outcome, unended, attempt from standing cross join earlier left join begun on true`.execute(
    database,
  );
  const [row] = rows;
  if (row === undefined) throw noNotice();
  return row;
};

export const beginAttempt = async (
  database: Database,
  key: string,
  at: Instant,
): Promise<NoticeAttempt | 'finished'> => {
  for (;;) {
    const { outcome, unended, attempt } = await oneBegun(database, key, at);
    if (outcome !== 'open') return 'finished';
    if (attempt !== null) return { attempt, outcomeUnknown: unended > 0 };
    // Another was begun after this one had counted, and has the number: counted again, it is seen.
  }
};

/** The earlier ones, and after them the new ones. */
const together = (column: 'accepted' | 'refused', more: readonly MailContact[]): RawBuilder<unknown> => {
  const before = sql.ref(`notice.${column}`);
  return sql`${before} || array(
    select contact from unnest(${[...new Set(more)]}::text[]) with ordinality as given (contact, place)
    where contact <> all (${before}) order by place)`;
};

export const endAttempt = async (
  database: Database,
  key: string,
  { attempt: ofAttempt, at, accepted, refused, told, outcome, error }: NoticeResult,
): Promise<void> => {
  const attempt = ofAttempt ?? null;
  const code = error === undefined ? null : mailErrorCode(error);
  const acceptedAt = accepted.length > 0 ? at : null;
  const { rows } = await sql`
    with closed as (
      update notice_attempt set ended_at = ${at}, error = ${code}
      where key = ${key} and attempt = ${attempt} and ended_at is null
      returning key
    ),
    ended as (
      update notice set
        outcome = ${outcome}, last_error = ${code},
        accepted = ${together('accepted', accepted)}, refused = ${together('refused', refused)},
        accepted_at = coalesce(accepted_at, ${acceptedAt}::bigint),
        told = coalesce(told, ${told === undefined ? null : JSON.stringify(told)}::jsonb)
      where key = ${key} and outcome = 'open' and (${attempt}::integer is null or exists (select from closed))
    )
    select key from notice where key = ${key}`.execute(database);
  if (rows.length === 0) throw noNotice();
};
