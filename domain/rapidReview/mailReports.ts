// What the mail server's answers establish: for a scoping request, for what went to the Panel, for the dates that
// an agency was told, and for anybody that a mail failed. Told again, a report establishes nothing new.

import type { WorkingCalendar } from '../calendar/workingCalendar';
import { datesReported } from './clock/datesInMails';
import type { NoticeFailed } from './clock/events';
import type { EventBody } from './events';
import type { MailReport } from './mailReport';
import type { Recipient } from './noticeBodies';
import { dispatchReported } from './panel/mailReports';
import { concernUnheard } from './safety/mailReports';
import { requestReported } from './scoping/mailReports';
import type { AnyCase, OpenCase } from './state';

/** For whom a mail was, where the team must hear that it failed: its own mail cannot tell. */
const forWhom = (to: Recipient): Pick<NoticeFailed['body'], 'agency' | 'to'> => {
  switch (to.role) {
    case 'agency':
      return { agency: to.agency };
    case 'team':
      return {};
    case 'panel':
    case 'partner':
    case 'referrer':
    case 'onCall':
      return { to: to.role };
  }
};

const ofOpen = (state: OpenCase, calendar: WorkingCalendar, report: MailReport): readonly EventBody[] => {
  const request = requestReported(state, calendar, report);
  return [
    ...request,
    ...dispatchReported(state, calendar, report),
    ...datesReported(state, calendar, report, request),
  ];
};

const ofCase = (state: AnyCase, calendar: WorkingCalendar, report: MailReport): readonly EventBody[] => {
  if (state.status === 'open') return ofOpen(state, calendar, report);
  return state.status === 'ended' ? dispatchReported(state, calendar, report) : [];
};

/** The events of one report. Once a case has ended, whether the Panel has it and failures are news; where no clock runs, only those of alerts. */
export const reported = (
  state: AnyCase,
  calendar: WorkingCalendar,
  report: MailReport,
): readonly EventBody[] => {
  const events = ofCase(state, calendar, report);
  const failed = report.outcome === 'refused' || report.outcome === 'lapsed' ? report.outcome : undefined;
  if (failed === undefined) return events;
  const alert = concernUnheard(state, report);
  const known =
    state.status === 'recordedOnly' ? alert.concern === undefined : state.failedNotices.includes(report.key);
  if (known) return events;
  // The team hears of it after the void request it may have led to.
  return [
    ...events,
    {
      kind: 'NoticeFailed',
      body: { notice: report.key, ...forWhom(report.to), ...alert, outcome: failed },
    },
  ];
};
