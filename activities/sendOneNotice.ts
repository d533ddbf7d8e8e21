// One attempt at one notice: begin (committed), render, send, end. A process that dies in between leaves the attempt
// begun and not ended, and so does a connection that breaks after the mail was handed over: the next attempt then says that
// this may be the second. That is the one duplicate there can be, but for a database that stays away.

import type { Instant } from '../domain/calendar/instant';
import { londonDateToSay } from '../domain/calendar/londonTime';
import type { Logger } from '../platform/logging/createLogger';
import type { MailContact } from '../platform/mail/mailContact';
import type { MailOutcome, MailTransport } from '../platform/mail/mailTransport';
import type { MailFacts, RenderedMail } from '../platform/mail/wording/mailFacts';
import { renderMail } from '../platform/mail/wording/renderMail';
import type { FoldedCase, NoticeRow, Records } from '../records/records';
import type { Clock } from './clock';
import { aboutNotice } from './aboutNotice';
import { datesTold, factsFor, type MailSources } from './mailOfNotice';
import { noteInTheEnd, type Patience } from './noteInTheEnd';
import { recipientsOf } from './recipientsOf';
import type { Watch } from './watch';

export interface SendingParts extends MailSources, Patience {
  readonly records: MailSources['records'] & {
    readonly notices: Pick<Records['notices'], 'begin' | 'end' | 'ofCase'>;
  };
  readonly mail: Pick<MailTransport, 'send'>;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly watch?: Pick<Watch, 'mailAttempted'>;
}

/** How it stands after an attempt: `broken` is our own failure, on which nothing was sent. */
export type Attempted = MailOutcome['line'] | 'broken';

const together = (...groups: readonly (readonly MailContact[])[]): number => new Set(groups.flat()).size;

const outcomeOf = (
  row: NoticeRow,
  said: Pick<MailOutcome, 'accepted' | 'postponed'>,
): NoticeRow['outcome'] => {
  if (said.postponed.length > 0) return 'open';
  return together(row.accepted, said.accepted) > 0 ? 'accepted' : 'refused';
};

const postponedIfOpen = (
  outcome: NoticeRow['outcome'],
): Exclude<NoticeRow['outcome'], 'open'> | 'postponed' => (outcome === 'open' ? 'postponed' : outcome);

/** No attempt is begun for a mail that nobody is left to get. */
const endUnsent = async (
  parts: SendingParts,
  folded: FoldedCase,
  row: NoticeRow,
  refused: readonly MailContact[],
): Promise<Attempted> => {
  const outcome = outcomeOf(row, { accepted: [], postponed: [] });
  await parts.records.notices.end(row.key, {
    at: await parts.clock(),
    accepted: [],
    refused,
    outcome,
    error: 'EADDRESS',
  });
  parts.watch?.mailAttempted(row.body.kind, postponedIfOpen(outcome));
  parts.logger.warn(
    { ...aboutNotice(row, folded), outcome, refused: refused.length },
    'nobody left to send to',
  );
  return 'held';
};

/** In our own words, or nothing where they fail us; such an attempt is ended as one that sent nothing. */
const inWords = async (
  { records, logger, watch }: SendingParts,
  folded: FoldedCase,
  row: NoticeRow,
  facts: MailFacts,
  attempt: { readonly attempt: number; readonly at: Instant },
): Promise<RenderedMail | undefined> => {
  try {
    return renderMail(row, facts);
  } catch (error) {
    logger.error({ ...aboutNotice(row, folded), err: error }, 'a notice could not be put into words');
    watch?.mailAttempted(row.body.kind, 'failed');
    await records.notices.end(row.key, {
      ...attempt,
      accepted: [],
      refused: [],
      outcome: 'open',
      error: 'ERENDER',
    });
    return undefined;
  }
};

/**
 * The server accepted between `began` and `ended`. Where midnight lies between them, the day that the mail itself
 * counts from is taken: what an agency was told is then what it is held to. Beyond the calendar nothing counts from it.
 */
const acceptanceAt = (calendar: FoldedCase['calendar'], began: Instant, ended: Instant): Instant =>
  londonDateToSay(calendar, ended) === londonDateToSay(calendar, began) ? ended : began;

/** Throws only where the records fail; what the mail server does is in the answer. */
export const sendOneNotice = async (
  parts: SendingParts,
  folded: FoldedCase,
  row: NoticeRow,
): Promise<Attempted> => {
  const { records, mail, clock, logger, watch } = parts;
  const began = await clock();
  const { to, unreachable, toSuccessors = false } = await recipientsOf(parts, row, folded.state, began);
  if (to.length === 0) return endUnsent(parts, folded, row, unreachable);
  // Looked up before the attempt is begun: what fails here leaves no attempt that looks as if it had sent something.
  const facts = { ...(await factsFor(parts, folded, row, began)), toSuccessors };

  const begun = await records.notices.begin(row.key, began);
  if (begun === 'finished') return 'held';
  const { attempt, outcomeUnknown: repeated } = begun;
  const rendered = await inWords(parts, folded, row, { ...facts, repeated }, { attempt, at: began });
  if (rendered === undefined) return 'broken';

  const said = await mail.send({ key: row.key, to, ...rendered, repeated });
  const { line, code } = said;
  const what = { ...aboutNotice(row, folded), attempt, repeated, line, code };
  if (line === 'lost') {
    watch?.mailAttempted(row.body.kind, 'unknown');
    logger.warn(what, 'the connection broke: it is not known whether the mail arrived');
    return line;
  }
  const refused = [...said.refused, ...unreachable];
  const outcome = outcomeOf(row, said);
  const result = {
    attempt,
    at: acceptanceAt(folded.calendar, began, await clock()),
    accepted: said.accepted,
    refused,
    ...(said.accepted.length === 0 ? {} : datesTold(row, facts, folded)),
    outcome,
    ...(code === undefined ? {} : { error: code }),
  };
  // Noted twice, the first word stands.
  await noteInTheEnd(parts, () => records.notices.end(row.key, result));
  watch?.mailAttempted(row.body.kind, postponedIfOpen(outcome));
  const { accepted, postponed } = said;
  const counts = { accepted: accepted.length, refused: refused.length, postponed: postponed.length };
  logger.info({ ...what, outcome, ...counts }, 'mail attempted');
  return line;
};
