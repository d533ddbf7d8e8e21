// What the entry of a meeting in somebody's diary has of the notice, whatever is said of it: a reference and a time, and nobody.

import type { Instant } from '../../../domain/calendar/instant';
import type { Notice } from '../../../domain/rapidReview/notices';
import type { MeetingEntry } from '../meetingEntry';
import type { MailFacts } from './mailFacts';

/** The number of the event that called for the mail rises with every change of the case, and so with every one of the meeting. */
export const meetingEntry = (
  { reference, event }: Notice,
  { meeting, startsAt }: { readonly meeting: number; readonly startsAt: Instant },
  { calledForAt, meetingMinutes }: MailFacts,
): Omit<MeetingEntry, 'description' | 'withdrawn'> => ({
  meeting: `${reference}/meeting/${meeting}`,
  ...{ sequence: event, asOf: calledForAt, startsAt, minutes: meetingMinutes },
  summary: `Rapid Review meeting ${reference}`,
});
