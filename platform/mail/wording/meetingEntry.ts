// What the entry of a meeting in somebody's diary has of the notice, whatever is said of it: a reference and a time, and nobody.

import type { Notice, NoticeBodyOf } from '../../../domain/rapidReview/notices';
import type { MeetingEntry } from '../meetingEntry';
import type { MailFacts } from './mailFacts';

type InvitedOrNot = NoticeBodyOf<'meetingInvitation' | 'meetingCancelled'>;

/**
 * One for each agency: who is a contact of two, and no longer to come for one of them, keeps the entry of the other. The number of the event that
 * called for the mail rises with every change of the case, and so with every one of the meeting.
 */
export const meetingEntry = (
  { reference, event }: Notice,
  { agency, meeting, startsAt }: InvitedOrNot,
  { calledForAt, meetingMinutes }: MailFacts,
): Omit<MeetingEntry, 'description' | 'withdrawn'> => ({
  of: `${reference}/meeting/${meeting}/${agency}`,
  sequence: event,
  asOf: calledForAt,
  startsAt,
  minutes: meetingMinutes,
  summary: `Rapid Review meeting ${reference}`,
});
