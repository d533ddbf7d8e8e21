// Sends what is recorded and unsent for one case: which notices go in this call, and when to stop. Which are not sent at
// all any more is `whyNotSent`, how one goes is `sendOneNotice`. What the case learns from it is the ledger's to report.

import type { Activities, SendNoticesOutput } from '../contracts/activities';
import type { CaseReference } from '../domain/rapidReview/state';
import type { NotSent } from '../records/notices/notSent';
import type { FoldedCase, NoticeRow, Records } from '../records/records';
import { aboutNotice } from './aboutNotice';
import { asItKnows } from './lastKnownDates';
import { neverTold } from './neverTold';
import { plainFailure } from './plainFailure';
import { type RunningActivity, whileAlive } from './runningActivity';
import { sendOneNotice, type SendingParts } from './sendOneNotice';
import { whyNotSent } from './whyNotSent';

export interface SendNoticesParts extends SendingParts {
  readonly records: SendingParts['records'] & {
    readonly cases: Pick<Records['cases'], 'stateOf'>;
    readonly notices: Pick<Records['notices'], 'withCaseLock' | 'waiting' | 'reports'>;
  };
}

const MOST_IN_A_CALL = 50;
/** No mail is begun later than this after the call began; one mail may take more than a minute. */
const LONGEST_CALL = 120_000;

const whyNotTold = async (
  { records }: SendNoticesParts,
  row: NoticeRow,
  folded: FoldedCase,
): Promise<NotSent | undefined> => ((await neverTold(records.notices, row, folded)) ? 'EUNTOLD' : undefined);

/** Whether the notice is past sending; then it is ended, and nothing of it goes. */
const passedOver = async (parts: SendNoticesParts, row: NoticeRow, folded: FoldedCase): Promise<boolean> => {
  const at = await parts.clock();
  const error = whyNotSent(row, folded, at) ?? (await whyNotTold(parts, row, folded));
  if (error === undefined) return false;
  const outcome = row.accepted.length > 0 ? 'accepted' : 'lapsed';
  await parts.records.notices.end(row.key, { at, accepted: [], refused: [], outcome, error });
  // One that some have got was counted when they got it.
  if (outcome === 'lapsed') parts.watch?.mailAttempted(row.body.kind, outcome);
  parts.logger.warn({ ...aboutNotice(row, folded), outcome, code: error }, 'not sent any more');
  return true;
};

const isAlert = ({ body }: NoticeRow): boolean => body.kind === 'safetyAlert';

/** A child at risk now comes before everything (R23); a mail over which a connection broke must not keep the others. */
const turnOf = (row: NoticeRow): number => (row.unknownAttempts > 0 ? 2 : isAlert(row) ? 0 : 1);

/** Every alert and the least tried when there are too many; then in turn, each in the order of its event. */
const inTurn = (rows: readonly NoticeRow[]): readonly NoticeRow[] => {
  const firstChosen = rows.toSorted(
    (a, b) => Number(isAlert(b)) - Number(isAlert(a)) || a.attempts - b.attempts,
  );
  const chosen = new Set(firstChosen.slice(0, MOST_IN_A_CALL));
  return rows.filter((row) => chosen.has(row)).sort((a, b) => turnOf(a) - turnOf(b));
};

const sendWaiting = async (
  parts: SendNoticesParts,
  reference: CaseReference,
  running: RunningActivity,
): Promise<void> => {
  const { records, logger, stopwatch = () => performance.now() } = parts;
  const rows = await records.notices.waiting(reference);
  if (rows.length === 0) return;
  const asItStands = async (): Promise<FoldedCase> => {
    const folded = await records.cases.stateOf(reference);
    if (folded === undefined) throw new Error('a case with notices has no events');
    return folded;
  };
  const atFirst = await asItStands();
  const began = stopwatch();
  // First of all, because it needs no mail server: one that is away must not keep a lapsed notice alive.
  const toSend: NoticeRow[] = [];
  for (const row of rows) if (!(await passedOver(parts, row, atFirst))) toSend.push(row);
  for (const row of inTurn(toSend)) {
    if (running.cancelled() || stopwatch() - began > LONGEST_CALL) return;
    try {
      // While the ones before it went its hour may have passed, somebody may have been excluded, or have answered.
      const folded = await asItStands();
      const asKnown = await asItKnows(records.notices, row);
      if (await passedOver(parts, asKnown, folded)) continue;
      const attempted = await sendOneNotice(parts, folded, asKnown);
      // No server, or one in trouble: the others would fare no better, and each try may cost a copy.
      if (attempted === 'away' || attempted === 'lost') return;
    } catch (error) {
      logger.error({ ...aboutNotice(row, atFirst), err: error }, 'a notice could not be sent');
    }
  }
};

export const createSendNotices =
  (parts: SendNoticesParts): Activities['sendNotices'] =>
  ({ reference }): Promise<SendNoticesOutput> =>
    whileAlive(async (running) => {
      const { notices } = parts.records;
      try {
        // Where somebody else sends already, there is only to tell how it stands.
        await notices.withCaseLock(reference, () => sendWaiting(parts, reference, running));
        const reports = await notices.reports(reference);
        const { length: waiting } = await notices.waiting(reference);
        return { reports, waiting };
      } catch (error) {
        parts.logger.error({ reference, err: error }, 'sending failed');
        throw plainFailure('sendNotices', error);
      }
    });
