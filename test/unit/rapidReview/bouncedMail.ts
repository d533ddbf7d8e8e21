// A scoping request to the school alone, mailed in time, and mail of it that is recorded as come back, or not after all.

import type { CommandBody } from '../../../domain/rapidReview/commands';
import type {
  CorrectBounce,
  MailOfRequest,
  RecordBounce,
} from '../../../domain/rapidReview/scoping/commands';
import type { ContactId } from '../../../domain/timetable/facts';
import { Race, SCHOOL } from './race';
import { CONTACT, london, REASON } from './story';

export const [LEAD, OTHER, DEPUTY] = [CONTACT(SCHOOL), CONTACT(SCHOOL, 2), CONTACT(SCHOOL, 8)] as const;
export const FIRST: MailOfRequest = { round: 1, sending: 1, at: london('2026-03-31 10:00'), to: [LEAD] };
export const bounce = (contact = LEAD, mails: readonly MailOfRequest[] = []): RecordBounce => ({
  kind: 'recordBounce',
  agency: SCHOOL,
  contact,
  mails,
});
export const never = (contact = LEAD, mails: readonly MailOfRequest[] = []): CorrectBounce => ({
  kind: 'correctBounce',
  agency: SCHOOL,
  contact,
  mails,
  reason: REASON,
});
export const mail = (...contacts: readonly ContactId[]): CommandBody => ({
  kind: 'sendScopingRequests',
  agencies: [{ agency: SCHOOL, contacts }],
});

/** Mailed on Tuesday 31 March, in time: its records are due on Thursday 2 April, its return on Thursday 9 April. */
export const mailed = (addresses = 1, options: Parameters<Race['received']>[0] = {}): Race => {
  const race = new Race().received({ agencies: [SCHOOL], ...options }).at('2026-03-31 10:00');
  return race.send([SCHOOL], addresses).hear(race.report(SCHOOL, 'accepted'));
};
