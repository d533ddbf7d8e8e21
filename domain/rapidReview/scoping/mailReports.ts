// What the mail server's answers establish: a request is sent on the London date it was accepted; refused for
// good at every address, it is void. Told again, a report establishes nothing new.

import type { Instant } from '../../calendar/instant';
import { londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { ContactId } from '../../timetable/facts';
import type { EventBody } from '../events';
import { scopingRequestKey, type Recipient } from '../notices';
import type { AgencyOnCase, OpenCase } from '../state';
import { bounced } from './decide';

/** What became of one mail, as the ledger of notices tells it. */
export interface MailReport {
  readonly key: string;
  readonly to: Recipient;
  /** The first acceptance by the mail server. */
  readonly acceptedAt?: Instant;
  /** Contacts whose address the mail server refused for good. */
  readonly refused: readonly ContactId[];
  /** `open`: some address is still to be tried. */
  readonly outcome: 'open' | 'accepted' | 'refused' | 'lapsed';
}

const requestReported = (
  state: OpenCase,
  report: MailReport,
): { readonly onCase: AgencyOnCase; readonly round: number; readonly sending: number } | undefined => {
  for (const onCase of state.agencies) {
    const { request } = onCase;
    for (let sending = 1; request !== undefined && sending <= request.sendings; sending += 1) {
      if (report.key === `${state.reference}/${scopingRequestKey(onCase.agency, request.round, sending)}`) {
        return { onCase, round: request.round, sending };
      }
    }
  }
  return undefined;
};

/** The events of one report. Reports of a round that is void by now say nothing about the present one. */
export const reported = (
  state: OpenCase,
  calendar: WorkingCalendar,
  report: MailReport,
): readonly EventBody[] => {
  const events: EventBody[] = [];
  const request = requestReported(state, report);
  if (request !== undefined) {
    const { onCase, round, sending } = request;
    let now: AgencyOnCase = onCase;
    if (report.acceptedAt !== undefined && onCase.sent === undefined) {
      const on = londonDateOf(calendar, report.acceptedAt);
      events.push({
        kind: 'ScopingRequestSent',
        body: { agency: onCase.agency, round, on, channel: 'mail', acceptedAt: report.acceptedAt },
      });
      now = { ...now, sent: { on, channel: 'mail' } };
    }
    for (const contact of report.refused) {
      const asked = now.request?.contacts.find((one) => one.contact === contact);
      // A refusal of an earlier mail is no news of an address that was asked again since.
      if (now.request === undefined || asked === undefined || asked.bounced || asked.sending !== sending)
        continue;
      events.push(...bounced(now, contact, 'refusedByMailServer'));
      const contacts = now.request.contacts.map((one) =>
        one.contact === contact ? { ...one, bounced: true } : one,
      );
      now = { ...now, request: { ...now.request, contacts } };
    }
  }
  const failed = report.outcome === 'refused' || report.outcome === 'lapsed' ? report.outcome : undefined;
  if (failed !== undefined && !state.failedNotices.includes(report.key)) {
    const agency = report.to.role === 'agency' ? { agency: report.to.agency } : {};
    // The team hears of it after the void request it may have led to.
    events.push({ kind: 'NoticeFailed', body: { notice: report.key, ...agency, outcome: failed } });
  }
  return events;
};
