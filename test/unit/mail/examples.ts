// Notices and facts of the worked dates of the rule book (receipt Monday 30 March 2026), for the tests of the wording.

import { civilDate, type CivilDate } from '../../../domain/calendar/civilDate';
import { instant } from '../../../domain/calendar/instant';
import type { Notice, NoticeBody, Recipient } from '../../../domain/rapidReview/notices';
import type { CaseReference } from '../../../domain/rapidReview/state';
import type { Counting } from '../../../domain/timetable/dueDates';
import type { AgencyId, ObligationKey } from '../../../domain/timetable/facts';
import { daysPassedOver } from '../../../domain/timetable/explanation';
import type { Owed } from '../../../domain/timetable/owed';
import type { MailFacts } from '../../../platform/mail/wording/mailFacts';
import { officialCalendar } from '../calendars';

export const REFERENCE = 'RR-2026-0007' as CaseReference;
export const RIVERBEND = 'AG-0003' as AgencyId;
export const HARROWGATE = 'AG-0007' as AgencyId;

export const owed = (
  key: string,
  due: string,
  [anchor, anchorDate, workingDays]: readonly [Counting['anchor'], string, number],
  more: Partial<Owed> = {},
): Owed => ({
  key: key as ObligationKey,
  due: civilDate(due),
  missed: false,
  counting: { anchor, anchorDate: civilDate(anchorDate), workingDays },
  passedOver: daysPassedOver(officialCalendar, civilDate(anchorDate), civilDate(due)),
  ...more,
});

export const returnDue = owed(`agencyReturn:${RIVERBEND}`, '2026-04-10', ['requestSent', '2026-04-01', 5]);
export const recordsDue = owed(`recordsSecured:${RIVERBEND}`, '2026-04-07', ['requestSent', '2026-04-01', 2]);
/** Counted from the day after. */
export const movedReturn = owed(`agencyReturn:${RIVERBEND}`, '2026-04-13', ['requestSent', '2026-04-02', 5]);
export const movedRecords = owed(`recordsSecured:${RIVERBEND}`, '2026-04-08', [
  'requestSent',
  '2026-04-02',
  2,
]);
export const completeDue = owed('completeLocal', '2026-04-22', ['referralReceived', '2026-03-30', 15]);
export const meetingDue = owed('meeting', '2026-04-20', ['headline', '2026-04-22', -2]);

const CALLED_FOR_AT = instant(Date.UTC(2026, 3, 1, 9, 30));

export const facts = (more: Partial<MailFacts> = {}): MailFacts => ({
  today: civilDate('2026-04-01'),
  calendar: officialCalendar,
  dates: [returnDue, recordsDue],
  repeated: false,
  calledForAt: CALLED_FOR_AT,
  meetingMinutes: 120,
  agencyNames: new Map([
    [RIVERBEND, 'Riverbend Hospitals NHS Trust'],
    [HARROWGATE, 'Harrowgate Vale Primary School'],
  ]),
  partnershipName: 'Tarnbrook Safeguarding Children Partnership',
  teamMailbox: 'team@partnership.example',
  publicUrl: 'https://rapid-review.partnership.example/',
  ...more,
});

const recipientOf = (body: NoticeBody): Recipient => {
  if ('agency' in body) return { role: 'agency', agency: body.agency, contacts: [] };
  switch (body.kind) {
    case 'panelDispatch':
    case 'panelWillBeLate':
    case 'panelChase':
    case 'panelContact':
    case 'panelCriteriaNotMet':
      return { role: 'panel' };
    case 'outcomeToPartner':
      return { role: 'partner', seat: body.seat };
    case 'outcomeToReferrer':
    case 'endedToReferrer':
    case 'resumedToReferrer':
      return { role: 'referrer', of: REFERENCE };
    case 'safetyAlert':
      return { role: 'onCall' };
    case 'teamBriefing':
    case 'completionMissed':
    case 'meetingWindowLeavesNothing':
    case 'meetingOutsideWindow':
      return { role: 'team' };
  }
};

export const notice = (body: NoticeBody, to = recipientOf(body)): Notice => ({
  key: `${REFERENCE}/${body.kind}`,
  reference: REFERENCE,
  event: 4,
  to,
  body,
});

export type Mails = Readonly<Record<string, readonly [Notice, MailFacts]>>;

export const scopingRequest = (sending = 1): Notice =>
  notice({ kind: 'scopingRequest', agency: RIVERBEND, sending });

export const reminder = (number: number): Notice =>
  notice({ kind: 'agencyReminder', agency: RIVERBEND, number, sentOn: civilDate('2026-04-01') });

export const on = (date: string): CivilDate => civilDate(date);
