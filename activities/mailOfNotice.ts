// From a recorded notice to the facts that its mail is made of, as they stand on the day it goes. The notice holds codes
// only; names of agencies are looked up here, at the last moment, and nowhere kept.

import type { CivilDate } from '../domain/calendar/civilDate';
import type { Instant } from '../domain/calendar/instant';
import { londonDateToSay } from '../domain/calendar/londonTime';
import { ifCovered } from '../domain/calendar/workingCalendar';
import { profileOf } from '../domain/policy/profiles';
import {
  agencyOn,
  answersGiven,
  returnOf,
  saidToHoldNothing,
  stoppingReturn,
} from '../domain/rapidReview/agenciesOfCase';
import { daysThatMoved, whyMoved } from '../domain/rapidReview/calendarChange/whyMoved';
import type { AgencyReturn, AnyCase } from '../domain/rapidReview/state';
import { warningsOf } from '../domain/rapidReview/warnings';
import type { AgencyId } from '../domain/timetable/facts';
import { isAgencysOwn, refOf } from '../domain/timetable/obligationKey';
import { owedByAgency, owedDates, type Owed } from '../domain/timetable/owed';
import { answerLinkRestsOn } from '../domain/rapidReview/returns/answerLink';
import type { AnswerLinks } from '../platform/identity/answerLinks';
import type { MailFacts } from '../platform/mail/wording/mailFacts';
import { isSaidInstead } from '../platform/mail/wording/saidInstead';
import type { FoldedCase, NoticeResult, NoticeRow, Records } from '../records/records';
import { calledForBy } from './aboutNotice';
import { briefingFacts, type BriefingFacts } from './briefingFacts';
import { owedIfSentOn } from './datesToTell';
import { meetingTheyKnow } from './meetingTheyKnow';
import type { Mailboxes, RecipientSources } from './recipientsOf';

export interface MailSettings extends Mailboxes {
  readonly partnershipName: string;
  readonly publicUrl: string;
  readonly meetingMinutes: number;
}

export interface MailSources extends RecipientSources {
  readonly records: RecipientSources['records'] & {
    readonly notices: Pick<Records['notices'], 'ofCase'>;
    readonly agencies: Pick<Records['agencies'], 'byIds'>;
  };
  readonly answerLinks: Pick<AnswerLinks, 'urlTo'>;
  readonly settings: MailSettings;
}

const agenciesIn = ({ body }: NoticeRow): readonly AgencyId[] => {
  if ('agency' in body) return [body.agency];
  if (body.kind !== 'teamBriefing') return [];
  return body.items
    .flatMap((item) => {
      if (item.about === 'agencyProposed') return [item.by, item.agency];
      if ('agency' in item) return [item.agency];
      return 'key' in item ? [refOf(item.key).agency] : [];
    })
    .filter((agency) => agency !== undefined);
};

const OF_WHAT_IS_OWED: ReadonlySet<NoticeRow['body']['kind']> = new Set([
  'agencyReminder',
  'datesMoved',
  'returnSentBack',
  'answerByMistake',
  'resumedToAgency',
  'outcomeToAgency',
]);

const datesFor = async (
  { records }: MailSources,
  { state, calendar }: FoldedCase,
  { body, reference }: NoticeRow,
  today: MailFacts['today'],
): Promise<readonly Owed[]> => {
  const { kind } = body;
  if (kind === 'scopingRequest')
    return owedIfSentOn(state, calendar, body.agency, today, await records.notices.ofCase(reference));
  // An outcome is told after the end of its case too, and nobody is asked for anything then (R20).
  if (kind === 'outcomeToAgency' && state.status !== 'open') return [];
  if ('agency' in body && OF_WHAT_IS_OWED.has(kind)) return owedByAgency(state, calendar, body.agency);
  // An alert above all must not depend on dates that the calendar may not reach.
  return kind === 'teamBriefing' || kind === 'completionMissed'
    ? (ifCovered(() => owedDates(state, calendar)) ?? [])
    : [];
};

const saidIn = ({ answer }: AgencyReturn): Pick<MailFacts, 'saidInstead'> =>
  isSaidInstead(answer) ? { saidInstead: answer } : {};

/** Whether the agency has answered, and its answer stops nothing. */
const answeredBy = (state: AnyCase, agency: AgencyId): Pick<MailFacts, 'answered' | 'saidInstead'> => {
  const known = agencyOn(state, agency);
  const last = known === undefined ? undefined : answersGiven(known).at(-1);
  if (known === undefined || last === undefined || stoppingReturn(known) !== undefined) return {};
  return last.judged === 'sentBack' ? { answered: 'sentBack', ...saidIn(last) } : { answered: 'inPart' };
};

/** Whether it has told us that it holds no records: what it secured all the same it keeps secured. */
const securesNothing = (state: AnyCase, agency: AgencyId): Pick<MailFacts, 'nothingToSecure'> => {
  const known = agencyOn(state, agency);
  if (known === undefined || known.recordsSecuredOn !== undefined) return {};
  return saidToHoldNothing(known) === undefined ? {} : { nothingToSecure: true };
};

/** Of a case that has ended: nobody has to return what they have returned. */
const hasReturned = (state: AnyCase, agency: AgencyId): Pick<MailFacts, 'hasReturned'> => {
  const known = agencyOn(state, agency);
  return known === undefined || stoppingReturn(known) === undefined ? {} : { hasReturned: true };
};

const sentBack = (
  state: AnyCase,
  { agency, number }: Extract<NoticeRow['body'], { readonly kind: 'returnSentBack' }>,
): Pick<MailFacts, 'saidInstead'> => {
  const found = returnOf(state, agency, number);
  return found === undefined ? {} : saidIn(found);
};

/** What is still wanted of the agency beside the answer that came: nothing after the end (R20). A receipt goes beyond the calendar too. */
const receipt = (
  { state, calendar }: FoldedCase,
  { agency }: Extract<NoticeRow['body'], { readonly kind: 'answerReceived' }>,
): Pick<MailFacts, 'hasEnded' | 'recordsOwed'> => {
  if (state.status !== 'open') return { hasEnded: true };
  const owes = ifCovered(() => owedByAgency(state, calendar, agency)) ?? [];
  return owes.some(({ key }) => refOf(key).obligation === 'recordsSecured') ? { recordsOwed: true } : {};
};

/** Whether people above those who were asked get it: beside them, or in their place. */
const reachesAbove = (state: AnyCase, { to }: NoticeRow): Pick<MailFacts, 'reaches'> => {
  if (to.role !== 'agency') return {};
  const { contacts: asked = [], above = [] } = agencyOn(state, to.agency)?.request ?? {};
  if (!above.some(({ contact }) => to.contacts.includes(contact))) return {};
  const beside = asked.some(({ contact }) => to.contacts.includes(contact));
  return { reaches: beside ? 'peopleAboveToo' : 'peopleAboveOnly' };
};

const goesOnAs = (state: AnyCase): Pick<MailFacts, 'mergedInto'> =>
  state.status === 'ended' && state.ending.into !== undefined ? { mergedInto: state.ending.into } : {};

const concernOf = ({ state, events }: FoldedCase, number: number): Pick<MailFacts, 'concern'> => {
  const raised = events.find((event) => event.kind === 'SafetyConcernRaised' && event.body.number === number);
  if (raised === undefined) return {};
  const { safetyAlertMinutes } = profileOf(state.profile);
  return { concern: { raisedAt: raised.at, alertEveryMinutes: safetyAlertMinutes } };
};

/** Of a case that is taken up again: what has moved the agency's dates while it had ended. */
const movedMeanwhile = (folded: FoldedCase, row: NoticeRow, agency: AgencyId): Pick<MailFacts, 'movedBy'> => {
  const { state, events, calendar } = folded;
  const undone = calledForBy(folded, row);
  const act = events.filter(({ commandId }) => commandId === undone?.commandId);
  const adopted = act.find(({ kind }) => kind === 'CalendarAdopted');
  const moves = act
    .flatMap((one) => (one.kind === 'DatesMoved' ? one.body.moves : []))
    .filter(({ key }) => isAgencysOwn(key) && refOf(key).agency === agency);
  if (adopted === undefined || moves.length === 0 || state.status === 'recordedOnly') return {};
  return { movedBy: whyMoved(events, { because: [adopted.number], moves }, state, calendar) };
};

/** As the case itself warns of it, where the meeting is on that day still. */
const completeBy = ({ state, calendar }: FoldedCase, on: CivilDate): Pick<MailFacts, 'completeBy'> => {
  const warning = warningsOf(state, calendar).find((one) => one.about === 'meetingOutsideWindow');
  return warning?.on !== on || warning.completeBy === undefined ? {} : { completeBy: warning.completeBy };
};

/** What only some mails have to know. */
const moreFor = (
  folded: FoldedCase,
  row: NoticeRow,
  now: Instant,
): Pick<
  MailFacts,
  | 'answered'
  | 'saidInstead'
  | 'hasReturned'
  | 'nothingToSecure'
  | 'reaches'
  | 'concern'
  | 'mergedInto'
  | 'movedBy'
  | 'completeBy'
  | 'hasEnded'
  | 'recordsOwed'
  | keyof BriefingFacts
> => {
  const { state, events, calendar } = folded;
  const { body } = row;
  if (body.kind === 'agencyReminder')
    return { ...answeredBy(state, body.agency), ...reachesAbove(state, row) };
  if (body.kind === 'datesMoved' && state.status !== 'recordedOnly')
    return { ...answeredBy(state, body.agency), movedBy: whyMoved(events, body, state, calendar) };
  if (body.kind === 'outcomeToAgency')
    return { ...answeredBy(state, body.agency), ...securesNothing(state, body.agency) };
  if (body.kind === 'answerReceived') return receipt(folded, body);
  if (body.kind === 'returnSentBack') return sentBack(state, body);
  if (body.kind === 'resumedToAgency')
    return { ...movedMeanwhile(folded, row, body.agency), ...securesNothing(state, body.agency) };
  if (body.kind === 'meetingOutsideWindow' && state.status !== 'recordedOnly')
    return {
      movedBy: { days: daysThatMoved(events, body, state, calendar), corrected: false },
      ...ifCovered(() => completeBy(folded, body.on)),
    };
  if (body.kind === 'teamBriefing') return briefingFacts(folded, now);
  if (body.kind === 'safetyAlert') return { ...concernOf(folded, body.concern), ...goesOnAs(state) };
  return {
    ...goesOnAs(state),
    ...(body.kind === 'endedToAgency'
      ? { ...hasReturned(state, body.agency), ...securesNothing(state, body.agency) }
      : {}),
  };
};

/** Of what an agency owes it can answer by a link; where it owes nothing there is none to follow. */
const answerUrlFor = (
  { answerLinks }: MailSources,
  state: AnyCase,
  { body }: NoticeRow,
  dates: readonly Owed[],
): Pick<MailFacts, 'answerUrl'> => {
  if (state.status === 'recordedOnly' || dates.length === 0 || !('agency' in body)) return {};
  if (body.kind !== 'scopingRequest' && !OF_WHAT_IS_OWED.has(body.kind)) return {};
  const restsOn = answerLinkRestsOn(state, body.agency);
  if (restsOn === undefined) return {};
  const { reference } = state;
  return { answerUrl: answerLinks.urlTo({ reference, agency: body.agency }, restsOn) };
};

type FactsBeforeSending = Omit<MailFacts, 'repeated'>;

export const factsFor = async (
  sources: MailSources,
  folded: FoldedCase,
  row: NoticeRow,
  now: Instant,
): Promise<FactsBeforeSending> => {
  const { calendar } = folded;
  // An alert goes beyond the calendar too, and so does word of one that did not.
  const today = londonDateToSay(calendar, now);
  const agencies = await sources.records.agencies.byIds([...new Set(agenciesIn(row))]);
  // Named one by one: whoever gives the settings may give more than a mail has to know.
  const { partnershipName, teamMailbox, publicUrl, meetingMinutes } = sources.settings;
  const dates = await datesFor(sources, folded, row, today);
  return {
    partnershipName,
    teamMailbox,
    publicUrl,
    today,
    calendar,
    dates,
    meetingMinutes,
    calledForAt: calledForBy(folded, row)?.at ?? now,
    ...answerUrlFor(sources, folded.state, row, dates),
    agencyNames: new Map(agencies.map(({ id, name }) => [id, name])),
    ...moreFor(folded, row, now),
    ...(await meetingTheyKnow(sources.records.notices, folded, row)),
  };
};

/** What the mail tells its agency of the agency's own dates. */
export const datesTold = (
  { body }: NoticeRow,
  { dates }: Pick<MailFacts, 'dates'>,
  { state }: FoldedCase,
): Pick<NoticeResult, 'told'> =>
  'agency' in body && dates.length > 0
    ? { told: { asOf: state.version, dates: dates.map(({ key, due }) => ({ key, due })) } }
    : {};
