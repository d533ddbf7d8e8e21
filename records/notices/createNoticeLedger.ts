// The notice ledger over PostgreSQL: reading it, and what of it the case does not know yet. Which of the mail server's
// answers is news to a case is a rule of the domain (`reported`), asked here on the recorded state.

import { ifCovered, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import type { MailReport } from '../../domain/rapidReview/mailReport';
import { reported } from '../../domain/rapidReview/mailReports';
import type { AnyCase, CaseReference } from '../../domain/rapidReview/state';
import { isOfAgency } from '../../platform/mail/mailContact';
import type { Database } from '../connect';
import type { CasesSoFar } from '../eventLog/casesSoFar';
import type { CalendarOf } from '../snapshots/calendarCache';
import { beginAttempt, endAttempt } from './attempts';
import { createCaseLocks } from './caseLocks';
import type { NoticeLedger, NoticeRow } from './noticeLedger';
import { selectNotices } from './noticeRows';
import { isNotNeeded } from './notSent';

const reportOf = ({ key, to, acceptedAt, refused, told, outcome }: NoticeRow): MailReport => ({
  key,
  to,
  ...(acceptedAt === undefined ? {} : { acceptedAt }),
  refused: refused.filter(isOfAgency),
  ...(told === undefined ? {} : { told }),
  outcome,
});

// Where the calendar does not reach, it is for the case to say so.
const isNews = (state: AnyCase, calendar: WorkingCalendar, report: MailReport): boolean =>
  ifCovered(() => reported(state, calendar, report).length > 0) ?? true;

const reports = async (
  database: Database,
  casesSoFar: CasesSoFar,
  calendarOf: CalendarOf,
  reference: CaseReference,
): Promise<readonly MailReport[]> => {
  const answered = (await selectNotices(database, reference)).filter(
    (row) => row.outcome !== 'open' || row.acceptedAt !== undefined || row.refused.length > 0,
  );
  if (answered.length === 0) return [];
  const { state } = await casesSoFar.of(database, reference);
  if (state.status === 'none') return [];
  const calendar = await calendarOf(database, state.calendar);
  return answered
    .filter((row) => !isNotNeeded(row, state.status))
    .map(reportOf)
    .filter((report) => isNews(state, calendar, report));
};

export const createNoticeLedger = (
  database: Database,
  casesSoFar: CasesSoFar,
  calendarOf: CalendarOf,
): NoticeLedger => ({
  withCaseLock: createCaseLocks(database),
  waiting: async (reference) =>
    (await selectNotices(database, reference)).filter(({ outcome }) => outcome === 'open'),
  begin: (key, at) => beginAttempt(database, key, at),
  end: (key, result) => endAttempt(database, key, result),
  reports: (reference) => reports(database, casesSoFar, calendarOf, reference),
  ofCase: (reference) => selectNotices(database, reference),
});
