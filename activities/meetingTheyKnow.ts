// For when whoever gets a mail about a meeting knows of it: by the last word of it that went to them, or by their reply. Moved twice, or
// while no mail went, the meeting lay in between on a day of which they never heard: it has not moved from there, nor is it cancelled.

import type { CaseEvent, EventOf } from '../domain/rapidReview/events';
import type { NoticeBodyOf } from '../domain/rapidReview/notices';
import type { MailFacts } from '../platform/mail/wording/mailFacts';
import type { FoldedCase, NoticeRow, Records } from '../records/records';
import { calledForBy } from './aboutNotice';
import { neverWent } from './neverTold';

type OfMeeting = NoticeBodyOf<'meetingInvitation' | 'meetingCancelled'>;
type Word = NoticeRow & { readonly body: OfMeeting };

const isWord = (row: NoticeRow): row is Word =>
  row.body.kind === 'meetingInvitation' || row.body.kind === 'meetingCancelled';

/** Or may have: they are told otherwise all the same. */
const hasReached = ({ accepted, unknownAttempts }: NoticeRow): boolean =>
  accepted.length > 0 || unknownAttempts > 0;

/** What was refused, or lapsed with its case: the team has heard of that, and may have told them. What was overtaken, nobody has. */
const mayBeTold = (row: NoticeRow): boolean =>
  row.outcome !== 'open' && (!neverWent(row) || row.lastError === 'EENDED');

type Arranged = EventOf<'MeetingArranged' | 'MeetingRearranged'>;

/** As it stood before that event. */
const arrangedBefore = (
  events: readonly CaseEvent[],
  meeting: number,
  number: number,
): Arranged['body'] | undefined =>
  events
    .filter((one) => one.kind === 'MeetingArranged' || one.kind === 'MeetingRearranged')
    .findLast((one) => one.number < number && one.body.meeting === meeting)?.body;

/** Invited by the arrangement before, without a mail: somebody has told them another way, and they know of that day. */
const invitedWithoutMail = (folded: FoldedCase, row: NoticeRow, { meeting, agency }: OfMeeting) => {
  if (calledForBy(folded, row)?.kind !== 'MeetingRearranged') return undefined;
  const before = arrangedBefore(folded.events, meeting, row.event);
  return before?.invitees.some((one) => one.agency === agency) === true ? before.startsAt : undefined;
};

export const meetingTheyKnow = async (
  { ofCase }: Pick<Records['notices'], 'ofCase'>,
  folded: FoldedCase,
  row: NoticeRow,
): Promise<Pick<MailFacts, 'knownFor'>> => {
  // Of a meeting that is arranged with it nobody has heard before.
  if (!isWord(row) || calledForBy(folded, row)?.kind === 'MeetingArranged') return {};
  const { events } = folded;
  const { meeting, agency } = row.body;
  const words = (await ofCase(row.reference))
    .filter(isWord)
    .filter((one) => one.event < row.event && one.body.meeting === meeting && one.body.agency === agency);
  const replied = events.findLast(
    ({ number, kind, body }) =>
      number < row.event &&
      kind === 'InvitationAnswered' &&
      body.meeting === meeting &&
      body.agency === agency,
  );
  const inOrder = words.toSorted((a, b) => a.event - b.event);
  const last = inOrder.findLast(hasReached) ?? inOrder.findLast(mayBeTold);
  const atReply = replied === undefined ? undefined : arrangedBefore(events, meeting, replied.number);
  if (atReply !== undefined && (replied?.number ?? 0) > (last?.event ?? 0))
    return { knownFor: atReply.startsAt };
  if (last?.body.kind === 'meetingCancelled') return {};
  const knownFor =
    last?.body.startsAt ?? (words.length === 0 ? invitedWithoutMail(folded, row, row.body) : undefined);
  return knownFor === undefined ? {} : { knownFor };
};
