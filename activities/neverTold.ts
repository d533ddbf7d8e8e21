// Whether a mail would take back, or say otherwise, what nobody there was told: the mail that was to tell it was overtaken before it
// went. Whoever was told in person, or may have got it, is told otherwise all the same.

import type { NoticeKind } from '../domain/rapidReview/notices';
import type { NoticeRow, Records } from '../records/records';

/** Every other kind tells something by itself. */
const SAYS_OTHERWISE: readonly NoticeKind[] = ['meetingInvitation', 'meetingCancelled', 'resumedToReferrer'];

/** Those that were to tell what this one says otherwise, in their order. */
const toldBefore = ({ body, to, event }: NoticeRow, rows: readonly NoticeRow[]): readonly NoticeRow[] => {
  const before = rows.filter((row) => row.event < event);
  if (body.kind === 'meetingInvitation' || body.kind === 'meetingCancelled')
    return before.filter(
      (row) =>
        row.body.kind === 'meetingInvitation' &&
        row.body.meeting === body.meeting &&
        row.body.agency === body.agency,
    );
  // The last word to them.
  return before
    .filter((row) => row.to.role === 'referrer' && to.role === 'referrer' && row.to.of === to.of)
    .filter((row) => row.body.kind === 'endedToReferrer')
    .slice(-1);
};

/** Nobody needed it any more before it went, and no try may have brought it there. */
const neverWent = ({ outcome, lastError, accepted, unknownAttempts }: NoticeRow): boolean =>
  outcome === 'lapsed' &&
  (lastError === 'EOVERTAKEN' || lastError === 'EENDED') &&
  accepted.length === 0 &&
  unknownAttempts === 0;

export const neverTold = async (
  { ofCase }: Pick<Records['notices'], 'ofCase'>,
  row: NoticeRow,
): Promise<boolean> => {
  if (!SAYS_OTHERWISE.includes(row.body.kind)) return false;
  const before = toldBefore(row, await ofCase(row.reference));
  return before.length > 0 && before.every(neverWent);
};
