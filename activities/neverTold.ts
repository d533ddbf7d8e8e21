// Whether a mail would take back, or say otherwise, what nobody there was told: the mail that was to tell it was overtaken before it
// went. Whoever was told in person, or may have got it, is told otherwise all the same.

import type { CaseEvent } from '../domain/rapidReview/events';
import type { NoticeKind } from '../domain/rapidReview/notices';
import type { FoldedCase, NoticeRow, Records } from '../records/records';

/** Every other kind tells something by itself. */
const SAYS_OTHERWISE: readonly NoticeKind[] = [
  'meetingCancelled',
  'resumedToReferrer',
  'endedToAgency',
  'resumedToAgency',
];

const BEFORE_IT_WENT: readonly (string | undefined)[] = ['EVOID', 'EOVERTAKEN', 'EENDED', 'EUNTOLD'];

/** Nobody needed it any more before it went, and no try may have brought it there. */
export const neverWent = ({ outcome, lastError, accepted, unknownAttempts }: NoticeRow): boolean =>
  outcome === 'lapsed' &&
  BEFORE_IT_WENT.includes(lastError) &&
  accepted.length === 0 &&
  unknownAttempts === 0;

/** Of an invitation that lapsed as its case had ended, and not with its meeting, the team hears, and may have invited in person. */
const overtaken = (row: NoticeRow): boolean => neverWent(row) && row.lastError === 'EOVERTAKEN';

const wasNeverInvited = (
  { body }: NoticeRow,
  before: readonly NoticeRow[],
  { events }: Pick<FoldedCase, 'events'>,
): boolean => {
  if (body.kind !== 'meetingCancelled') return false;
  const { meeting, agency } = body;
  const invitations = before.filter(
    (row) =>
      row.body.kind === 'meetingInvitation' && row.body.meeting === meeting && row.body.agency === agency,
  );
  const hasReplied = events.some(
    (event) =>
      event.kind === 'InvitationAnswered' && event.body.meeting === meeting && event.body.agency === agency,
  );
  // Where no mail was to go, somebody has invited them another way.
  return invitations.length > 0 && invitations.every(overtaken) && !hasReplied;
};

/** The last word that went to whoever referred it is not that the case has ended. */
const neverHeardOfEnd = ({ body, to }: NoticeRow, before: readonly NoticeRow[]): boolean => {
  if (body.kind !== 'resumedToReferrer' || to.role !== 'referrer') return false;
  const words = before
    .filter((row) => row.to.role === 'referrer' && row.to.of === to.of)
    .filter((row) => row.body.kind === 'endedToReferrer' || row.body.kind === 'resumedToReferrer');
  const last = words.findLast((row) => !neverWent(row));
  return words.length > 0 && last?.body.kind !== 'endedToReferrer';
};

const KNOWS_OF_CASE: readonly CaseEvent['kind'][] = [
  'ScopingRequestSent',
  'ReturnReceived',
  'RecordsSecured',
];

/** No mail went to the agency, nor was it asked another way, and it has done nothing: it never heard of the case. */
const neverHeardOfCase = (
  { body }: NoticeRow,
  before: readonly NoticeRow[],
  { events }: Pick<FoldedCase, 'events'>,
): boolean => {
  if (body.kind !== 'endedToAgency' && body.kind !== 'resumedToAgency') return false;
  const { agency } = body;
  const words = before.filter(({ to }) => to.role === 'agency' && to.agency === agency);
  const knows = events.some(
    ({ kind, body: of }) => KNOWS_OF_CASE.includes(kind) && 'agency' in of && of.agency === agency,
  );
  return words.length > 0 && words.every(neverWent) && !knows;
};

export const neverTold = async (
  { ofCase }: Pick<Records['notices'], 'ofCase'>,
  row: NoticeRow,
  folded: Pick<FoldedCase, 'events'>,
): Promise<boolean> => {
  if (!SAYS_OTHERWISE.includes(row.body.kind)) return false;
  const before = (await ofCase(row.reference)).filter(({ event }) => event < row.event);
  return (
    wasNeverInvited(row, before, folded) ||
    neverHeardOfEnd(row, before) ||
    neverHeardOfCase(row, before, folded)
  );
};
