// What a mail of the scoping request that comes back establishes: void is what reached nobody (R3). What went another way, or was answered, has
// reached the agency; and where its mail alone was before that, it counts from that way.

import type { CivilDate } from '../../calendar/civilDate';
import { londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { AgencyId, ContactId, SentRequest } from '../../timetable/facts';
import { answersToRequest, isStanding, stoppingReturn } from '../agenciesOfCase';
import { holds } from '../rulesVersion';
import type { AgencyOnCase, OpenCase, CaseWithReview } from '../state';
import { mailedTo, wasMailedTo } from './mailedTo';
import type { ScopingRequest } from './state';
import type { MailOfRequest, RecordBounce } from './commands';
import type { ScopingEvent } from './events';

/** Whoever has answered was asked: by whichever way the request reached them. Whoever owes nothing more need not be. */
export const hasReached = (known: AgencyOnCase): boolean =>
  stoppingReturn(known) !== undefined || answersToRequest(known).some(isStanding);

const noAddressLeft = (agency: AgencyId, { round }: ScopingRequest): ScopingEvent => ({
  kind: 'RequestVoided',
  body: { agency, round, cause: 'everyAddressBounced' },
});

const leavesNoAddress = (request: ScopingRequest, contact: ContactId): boolean =>
  mailedTo(request).every((asked) => asked.bounced || asked.contact === contact);

type How = 'refusedByMailServer' | 'returned';

/**
 * The mail has reached nobody: it came back, or came back from another address and was refused at this one. Of several mails a refused one may
 * be a re-sending, which undoes nothing (R3).
 */
const saysThatMailFailed = (request: ScopingRequest, how: How): boolean =>
  how === 'returned' ||
  (request.sendings - (request.cameBack?.sending ?? 0) === 1 &&
    mailedTo(request).some(({ returned }) => returned === true));

/** That word of it is the last: no address is left to which a mail of the request went. */
export const hasComeBack = (request: ScopingRequest, contact: ContactId, how: How): boolean =>
  saysThatMailFailed(request, how) && wasMailedTo(request, contact) && leavesNoAddress(request, contact);

/** By mail alone: what took the place of a mail that came back is a later one. */
export const againByMail = ({ channel }: SentRequest): { readonly channel?: 'mail' } =>
  channel === 'mail' ? { channel } : {};

/** `on`: the day on which the agency was asked otherwise. Had it answered before that, the mail has asked it, whatever came back. */
const countedFrom = (onCase: AgencyOnCase, on: CivilDate | undefined): readonly ScopingEvent[] => {
  const { agency, sent } = onCase;
  if (sent === undefined || on === undefined || answersToRequest(onCase).some((answer) => answer.on < on))
    return [];
  const body = { agency, was: sent.on, on, ...againByMail(sent), mailCameBack: true } as const;
  return [{ kind: 'RequestSentCorrected', body }];
};

/**
 * The day of the first mail of the request, where that came back from every address and a later day counts in its place: that of another way,
 * or of another mail. After the end nothing is counted anew.
 */
const mailThatCameBackFirst = (
  state: CaseWithReview,
  { request, sent }: AgencyOnCase,
): CivilDate | undefined => {
  const on = request?.cameBack?.on;
  if (on === undefined || sent === undefined || on >= sent.on || state.status !== 'open') return undefined;
  return holds(state, 'answerShowsThatMailArrived') ? on : undefined;
};

/** The first day on which a request may have reached the agency: on no earlier one can it have answered. */
export const askedOnFirst = (state: CaseWithReview, onCase: AgencyOnCase): CivilDate | undefined =>
  mailThatCameBackFirst(state, onCase) ?? onCase.sent?.on;

/** It answered after that mail, and before what counts: the mail has asked it, whatever came back. */
export const byMailAfterAll = (state: CaseWithReview, onCase: AgencyOnCase): readonly ScopingEvent[] => {
  const { agency, sent } = onCase;
  const on = mailThatCameBackFirst(state, onCase);
  return on === undefined || sent === undefined || !answersToRequest(onCase).some((one) => one.on < sent.on)
    ? []
    : [
        {
          kind: 'RequestSentCorrected',
          body: { agency, was: sent.on, on, ...againByMail(sent), mailAnswered: true },
        },
      ];
};

/**
 * The day that the request counts from without the mail that came back, which dates it only while an answer shows that it arrived: that of
 * another way, or of a mail that stands.
 */
const askedOtherwise = (
  state: CaseWithReview,
  { channel, otherwiseOn, mailedOn }: SentRequest,
): CivilDate | undefined => {
  if (!holds(state, 'mailThatStandsDatesRequest')) return otherwiseOn;
  if (channel === 'mail') return mailedOn;
  return otherwiseOn !== undefined && mailedOn !== undefined && mailedOn < otherwiseOn
    ? mailedOn
    : otherwiseOn;
};

/** The answer that showed that the mail arrived was none, or came after the agency was asked otherwise. After the end nothing is counted anew. */
const otherwiseAfterAll = (state: CaseWithReview, onCase: AgencyOnCase): readonly ScopingEvent[] => {
  const { request, sent } = onCase;
  if (request?.cameBack === undefined || sent === undefined || state.status !== 'open') return [];
  return sent.mailedOn === sent.on ? [] : countedFrom(onCase, askedOtherwise(state, sent));
};

/** One of its answers is put right: what that shows of when it was asked. */
export const asAnswersShow = (state: CaseWithReview, onCase: AgencyOnCase): readonly ScopingEvent[] => [
  ...otherwiseAfterAll(state, onCase),
  ...byMailAfterAll(state, onCase),
];

/**
 * What a bounce establishes. The request is void when no address is left: not when it went another way or was answered, and
 * not when the mail server refuses a re-sending of what it accepted before, which restarts and undoes nothing (R3, R7).
 */
export const bounced = (
  onCase: AgencyOnCase,
  contact: ContactId,
  how: How,
  note?: RecordBounce['note'],
): readonly ScopingEvent[] => {
  const { agency, request, sent } = onCase;
  if (request === undefined) return [];
  const noted = note === undefined ? {} : { note };
  const event: ScopingEvent = { kind: 'RequestBounced', body: { agency, contact, how, ...noted } };
  const stands =
    (sent !== undefined && (sent.channel !== 'mail' || !saysThatMailFailed(request, how))) ||
    hasReached(onCase) ||
    // Another mail than the request came back.
    !wasMailedTo(request, contact);
  if (!stands && leavesNoAddress(request, contact)) return [event, noAddressLeft(agency, request)];
  return hasComeBack(request, contact, how) ? [event, ...countedFrom(onCase, sent?.otherwiseOn)] : [event];
};

/** One address is left to which it went, and from which no mail has come back since. */
export const mailStands = (
  { round, contacts }: ScopingRequest,
  { round: ofRound, sending = Infinity, to }: MailOfRequest,
  cameBackFrom?: ContactId,
): boolean =>
  ofRound === round &&
  contacts.some(
    ({ contact, bounced: back, since = 1 }) =>
      to.includes(contact) && contact !== cameBackFrom && !back && since <= sending,
  );

/**
 * The mail that dated the request has come back from every address that it went to, and one of a later day stands: that has asked the agency.
 * Whoever had answered before it was asked by the first. By mail alone: another way keeps its day.
 */
export const asMailedAgain = (
  state: OpenCase,
  onCase: AgencyOnCase,
  contact: ContactId,
  mails: readonly MailOfRequest[],
  calendar: WorkingCalendar,
): readonly ScopingEvent[] => {
  const { agency, request, sent } = onCase;
  if (request === undefined || sent?.channel !== 'mail' || !holds(state, 'mailThatStandsDatesRequest'))
    return [];
  const [on] = mails
    .filter((mail) => mailStands(request, mail, contact))
    .map(({ at }) => londonDateOf(calendar, at))
    // Those before it are known to have come back.
    .filter((day) => day >= sent.on)
    .sort();
  if (on === undefined || on <= sent.on || on === sent.mailedOn) return [];
  const again = countedFrom(onCase, on);
  if (again.length > 0) return again;
  // Should the answer turn out to be none, it counts from that mail.
  const body = {
    agency,
    was: sent.on,
    on: sent.on,
    channel: 'mail',
    mailedOn: on,
    mailCameBack: true,
  } as const;
  return [{ kind: 'RequestSentCorrected', body }];
};

/** It turns out to have gone by mail alone (R8), which has come back: void, and nothing of it waits for another address. */
export const onceByMailAlone = (onCase: AgencyOnCase): readonly ScopingEvent[] => {
  const { agency, request, sent } = onCase;
  const cameBack = request?.cameBack !== undefined && sent?.mailedOn === undefined;
  return !cameBack || hasReached(onCase) ? [] : [noAddressLeft(agency, request)];
};

/**
 * The request was held to have reached the agency by an answer that it never gave: it is void after all where no address is left, and
 * nothing else says that it went. What the mail server alone refused may be a re-sending of what it had accepted.
 */
export const voidWithoutItsAnswer = (onCase: AgencyOnCase): readonly ScopingEvent[] => {
  const { agency, request, sent } = onCase;
  if (request === undefined || hasReached(onCase)) return [];
  const asked = mailedTo(request);
  const cameBack = asked.some(({ returned }) => returned === true);
  const stands = sent !== undefined && (sent.channel !== 'mail' || !cameBack);
  return stands || !asked.every(({ bounced: back }) => back) ? [] : [noAddressLeft(agency, request)];
};
