// What the mail server's answers establish about a scoping request: it is sent on the London date it was accepted, or refused for good at
// an address. Whether it is void for that is `bounces.ts`.

import { londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { ContactId } from '../../timetable/facts';
import { agencyOn } from '../agenciesOfCase';
import type { EventBody } from '../events';
import type { MailReport } from '../mailReport';
import type { AgencyOnCase, OpenCase } from '../state';
import { bounced } from './bounces';
import type { RequestSentCorrected, ScopingEvent, ScopingRequestSent } from './events';
import { following } from './established';
import { scopingRequestKey } from './requestKey';

interface Numbered {
  readonly round: number;
  readonly sending: number;
}

interface RequestReported extends Numbered {
  readonly onCase: AgencyOnCase;
}

const requestOf = (state: OpenCase, report: MailReport): RequestReported | undefined => {
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

/**
 * It is sent; or was before the day on which a person recorded that it went another way (R8). That way stays: it stands whatever mail comes
 * back. Later than that it leaves the day, and is known. A mail that has come back from every address says nothing any more, told again or late.
 */
export const acceptance = (
  { agency, request, sent }: AgencyOnCase,
  { round, sending }: Numbered,
  calendar: WorkingCalendar,
  acceptedAt: MailReport['acceptedAt'],
): ScopingRequestSent | RequestSentCorrected | undefined => {
  if (acceptedAt === undefined) return undefined;
  const on = londonDateOf(calendar, acceptedAt);
  if (sent === undefined)
    return { kind: 'ScopingRequestSent', body: { agency, round, on, channel: 'mail', acceptedAt } };
  if (request?.cameBack !== undefined && sending <= request.cameBack.sending) return undefined;
  if (sent.channel === 'mail') return undefined;
  if (on < sent.on) return { kind: 'RequestSentCorrected', body: { agency, was: sent.on, on, acceptedAt } };
  // No later day takes the place of the mail's, also where it is not the one that counts.
  const isNews = sent.mailedOn === undefined || on < sent.mailedOn;
  return isNews
    ? {
        kind: 'RequestSentCorrected',
        body: { agency, was: sent.on, on: sent.on, mailedOn: on, acceptedAt },
      }
    : undefined;
};

/** A refusal of an earlier mail is no news of an address that was asked again since. */
const refusedAt = (
  state: OpenCase,
  { onCase: { agency }, sending }: RequestReported,
  contact: ContactId,
): readonly ScopingEvent[] => {
  const known = agencyOn(state, agency);
  const asked = known?.request?.contacts.find((one) => one.contact === contact);
  return known === undefined || asked === undefined || asked.bounced || asked.sending !== sending
    ? []
    : bounced(known, contact, 'refusedByMailServer');
};

/** Reports of a round that is void by now say nothing about the present one. */
export const requestReported = (
  state: OpenCase,
  calendar: WorkingCalendar,
  report: MailReport,
): readonly EventBody[] => {
  const request = requestOf(state, report);
  if (request === undefined) return [];
  const accepted = acceptance(request.onCase, request, calendar, report.acceptedAt);
  const sent = following({ state, events: [] }, accepted === undefined ? [] : [accepted]);
  return report.refused.reduce((so, contact) => following(so, refusedAt(so.state, request, contact)), sent)
    .events;
};
