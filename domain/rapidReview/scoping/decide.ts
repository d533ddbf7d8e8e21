// Whether an agency may be added, asked, recorded as asked, or its request declared void, and what that establishes.

import type { Instant } from '../../calendar/instant';
import type { CivilDate } from '../../calendar/civilDate';
import { londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { AgencyId } from '../../timetable/facts';
import { agencyOn, agencyRemoved, owesItsOwn, stoppingReturn } from '../agenciesOfCase';
import { outsideItsTime, receiptOf, receivedOn } from '../datedInTime';
import { lackedBy } from '../decision/lacking';
import type { EventBody } from '../events';
import { standingMeeting } from '../meeting/state';
import { accept, refuse, type Decided, type Rejection } from '../rejections';
import { firstWritable } from '../reminders/reach';
import type { AgencyOnCase, OpenCase } from '../state';
import type { ScopingRequest } from './state';
import { asMailedAgain, bounced, hasReached } from './bounces';
import { isUnreachable } from './unreachable';
import type {
  AddAgency,
  CorrectIdentified,
  RecordBounce,
  RecordRequestSent,
  RemoveAgency,
  SendScopingRequests,
  VoidRequest,
} from './commands';
import type { TakenPart } from './rejections';

/** It was found on a day since the referral came. */
const refusedMoment = (
  state: OpenCase,
  at: Instant,
  calendar: WorkingCalendar,
  now: Instant,
): Rejection | undefined => {
  if (at > now) return { code: 'MomentInFuture', at, now };
  const on = londonDateOf(calendar, at);
  return outsideItsTime(on, receiptOf(state, calendar), calendar, now);
};

export const addAgency = (
  state: OpenCase,
  { agency, proposal, identifiedAt, note }: AddAgency,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  if (agencyOn(state, agency) !== undefined) return refuse({ code: 'AgencyAlreadyOnCase', agency });
  if (proposal !== undefined && !state.proposals.some((open) => open.proposal === proposal))
    return refuse({ code: 'ProposalNotOpen', proposal });
  const wrong = identifiedAt === undefined ? undefined : refusedMoment(state, identifiedAt, calendar, now);
  if (wrong !== undefined) return refuse(wrong);
  const { identified = now } = agencyRemoved(state, agency) ?? {};
  return accept({
    kind: 'AgencyIdentified',
    body: {
      agency,
      identified: identifiedAt ?? now,
      ...(identifiedAt === undefined ? {} : { foundBefore: true }),
      ...lackedBy(state, agency, identifiedAt ?? identified, calendar),
      ...(proposal === undefined ? {} : { proposal }),
      ...(note === undefined ? {} : { note }),
    },
  });
};

/** R8: an agency that the referral named has no moment of its own. */
export const correctIdentified = (
  state: OpenCase,
  { agency, at, reason }: CorrectIdentified,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const onCase = agencyOn(state, agency);
  if (onCase === undefined) return refuse({ code: 'AgencyNotOnCase', agency });
  const { identified: was, named, sent } = onCase;
  if (was === 'withReferral' || named !== undefined)
    return refuse({ code: 'IdentifiedWithReferral', agency });
  if (was === at) return refuse({ code: 'IdentifiedCorrectionChangesNothing', agency, at });
  const wrong = refusedMoment(state, at, calendar, now);
  if (wrong !== undefined) return refuse(wrong);
  const on = londonDateOf(calendar, at);
  if (sent !== undefined && on > sent.on)
    return refuse({ code: 'IdentifiedAfterAsked', agency, on, sentOn: sent.on });
  return accept({
    kind: 'AgencyIdentifiedCorrected',
    body: { agency, was, at, ...lackedBy(state, agency, at, calendar), reason },
  });
};

/**
 * What is to be taken back first. An answer that was sent back counts for nothing. A request that no answer meets goes before the answers:
 * else the agency would hear with each answer that is taken back that its own is wanted.
 */
const tookPart = (state: OpenCase, onCase: AgencyOnCase): TakenPart | undefined => {
  if (owesItsOwn(onCase)) return 'request';
  if (hasReached(onCase)) return 'answer';
  if (onCase.recordsSecuredOn !== undefined) return 'records';
  if (onCase.request !== undefined) return 'request';
  const invited = standingMeeting(state)?.invitees.some(({ agency }) => agency === onCase.agency);
  return invited === true ? 'meeting' : undefined;
};

/** R8: it was never to be asked. What was asked of it, or came of it, is not forgotten. */
export const removeAgency = (state: OpenCase, { agency, reason }: RemoveAgency): Decided<EventBody> => {
  const onCase = agencyOn(state, agency);
  if (onCase === undefined) return refuse({ code: 'AgencyNotOnCase', agency });
  const by = tookPart(state, onCase);
  return by === undefined
    ? accept({ kind: 'AgencyRemoved', body: { agency, reason } })
    : refuse({ code: 'AgencyTookPart', agency, by });
};

/** The round of the request that is under way, or of the next. */
const roundOf = ({ request, voidRounds }: AgencyOnCase): number => request?.round ?? voidRounds + 1;

export const sendScopingRequests = (
  state: OpenCase,
  { agencies }: SendScopingRequests,
): Decided<EventBody> => {
  if (agencies.length === 0) return refuse({ code: 'NoAgencyToAsk' });
  const events: EventBody[] = [];
  const seen = new Set<AgencyId>();
  const without: AgencyId[] = [];
  for (const { agency, contacts: listed, above } of agencies) {
    // R13: whoever is excluded from this case is not asked, and then whoever stands above them is.
    const contacts = firstWritable(
      listed,
      above ?? [],
      (contact) => !state.excludedContacts.includes(contact),
    );
    const onCase = agencyOn(state, agency);
    if (onCase === undefined) return refuse({ code: 'AgencyNotOnCase', agency });
    if (seen.has(agency)) return refuse({ code: 'AgencyListedTwice', agency });
    if (contacts.length === 0) without.push(agency);
    seen.add(agency);
    events.push({
      kind: 'ScopingRequested',
      body: {
        agency,
        round: roundOf(onCase),
        sending: (onCase.request?.sendings ?? 0) + 1,
        contacts: [...new Set(contacts)],
        ...(above === undefined ? {} : { above }),
      },
    });
  }
  const [agency, ...others] = without;
  if (agency === undefined) return accept(...events);
  return refuse({
    code: 'AgencyWithoutContact',
    agency,
    ...(others.length === 0 ? {} : { others }),
    ...(without.length < agencies.length ? { canAskRest: true } : {}),
  });
};

/** Nobody is asked before they are found, where somebody has said when that was. */
const askedBeforeFound = (
  { identified, foundBefore }: AgencyOnCase,
  on: CivilDate,
  calendar: WorkingCalendar,
  now: Instant,
): Rejection | undefined =>
  foundBefore === undefined || identified === 'withReferral'
    ? undefined
    : outsideItsTime(on, { of: 'identification', on: londonDateOf(calendar, identified) }, calendar, now);

/** A request goes neither in the future nor before the referral. */
export const sentOutOfTime = (
  state: OpenCase,
  onCase: AgencyOnCase,
  on: CivilDate,
  calendar: WorkingCalendar,
  now: Instant,
): Rejection | undefined => {
  const { agency } = onCase;
  const today = londonDateOf(calendar, now);
  if (on > today) return { code: 'RequestSentInFuture', agency, on, today };
  const received = receivedOn(state, calendar) ?? on;
  if (on < received) return { code: 'RequestSentBeforeReferral', agency, on, received };
  return askedBeforeFound(onCase, on, calendar, now);
};

export const recordRequestSent = (
  state: OpenCase,
  { agency, channel, on, contacts, above, note }: RecordRequestSent,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const onCase = agencyOn(state, agency);
  if (onCase === undefined) return refuse({ code: 'AgencyNotOnCase', agency });
  if (onCase.sent !== undefined) return refuse({ code: 'RequestAlreadySent', agency, on: onCase.sent.on });
  const wrong = sentOutOfTime(state, onCase, on, calendar, now);
  if (wrong !== undefined) return refuse(wrong);
  const round = roundOf(onCase);
  return accept({
    kind: 'ScopingRequestSent',
    body: {
      agency,
      round,
      on,
      channel,
      ...(contacts.length === 0 ? {} : { contacts }),
      ...(above === undefined ? {} : { above }),
      ...(note === undefined ? {} : { note }),
    },
  });
};

/** Its mail can have come back: the request was mailed to them, or something else was, who were asked another way or stand above. */
const hadMail = ({ contacts, above = [] }: ScopingRequest, { contact, mailed }: RecordBounce): boolean => {
  const asked = contacts.find((one) => one.contact === contact);
  const named = asked !== undefined || above.some((one) => one.contact === contact);
  return (asked?.sending ?? 0) > 0 || (named && mailed === true);
};

export const recordBounce = (
  state: OpenCase,
  command: RecordBounce,
  calendar: WorkingCalendar,
): Decided<EventBody> => {
  const { agency, contact, note, mails = [] } = command;
  const onCase = agencyOn(state, agency);
  if (onCase === undefined) return refuse({ code: 'AgencyNotOnCase', agency });
  const { request } = onCase;
  if (isUnreachable(onCase, contact)) return refuse({ code: 'ContactAlreadyBounced', agency, contact });
  if (request === undefined) return refuse({ code: 'RequestNotMade', agency });
  if (!hadMail(request, command)) return refuse({ code: 'ContactNotAsked', agency, contact });
  const events = bounced(onCase, contact, 'returned', note);
  return accept<EventBody>(...events, ...asMailedAgain(state, onCase, contact, mails, calendar));
};

export const voidRequest = (state: OpenCase, { agency, reason }: VoidRequest): Decided<EventBody> => {
  const onCase = agencyOn(state, agency);
  if (onCase === undefined) return refuse({ code: 'AgencyNotOnCase', agency });
  if (onCase.request === undefined) return refuse({ code: 'RequestNotMade', agency });
  const answered = stoppingReturn(onCase);
  if (answered !== undefined) return refuse({ code: 'RequestAnswered', agency, on: answered.on });
  return accept({
    kind: 'RequestVoided',
    body: { agency, round: onCase.request.round, cause: 'byPerson', reason },
  });
};
