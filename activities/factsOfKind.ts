// What only mails of some kinds have to know of their case beside the dates, as it stands on the day on which they go. What every mail
// knows is `mailOfNotice.ts`; what the team's 09:00 mail knows besides is `briefingFacts.ts`.

import type { CivilDate } from '../domain/calendar/civilDate';
import type { Instant } from '../domain/calendar/instant';
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
import type { NoticeBodyOf } from '../domain/rapidReview/notices';
import type { AgencyReturn, AnyCase } from '../domain/rapidReview/state';
import { warningsOf } from '../domain/rapidReview/warnings';
import type { AgencyId } from '../domain/timetable/facts';
import { isAgencysOwn, refOf } from '../domain/timetable/obligationKey';
import { owedByAgency } from '../domain/timetable/owed';
import type { MailFacts } from '../platform/mail/wording/mailFacts';
import { isSaidInstead } from '../platform/mail/wording/saidInstead';
import type { FoldedCase, NoticeRow } from '../records/records';
import { calledForBy } from './aboutNotice';
import { briefingFacts, type BriefingFacts } from './briefingFacts';

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
  { agency, number }: NoticeBodyOf<'returnSentBack'>,
): Pick<MailFacts, 'saidInstead'> => {
  const found = returnOf(state, agency, number);
  return found === undefined ? {} : saidIn(found);
};

/** What is still wanted of the agency beside the answer that came: nothing after the end (R20). A receipt goes beyond the calendar too. */
const receipt = (
  { state, calendar }: FoldedCase,
  { agency }: NoticeBodyOf<'answerReceived'>,
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

/** Of a case that only records nothing is counted, and no day has moved. */
const movedBy = (folded: FoldedCase, body: NoticeBodyOf<'datesMoved'>): Pick<MailFacts, 'movedBy'> => {
  const { state, events, calendar } = folded;
  return state.status === 'recordedOnly' ? {} : { movedBy: whyMoved(events, body, state, calendar) };
};

const leftWindow = (
  folded: FoldedCase,
  body: NoticeBodyOf<'meetingOutsideWindow'>,
): Pick<MailFacts, 'movedBy' | 'completeBy'> => {
  const { state, events, calendar } = folded;
  if (state.status === 'recordedOnly') return {};
  return {
    movedBy: { days: daysThatMoved(events, body, state, calendar), corrected: false },
    ...ifCovered(() => completeBy(folded, body.on)),
  };
};

type FactsOfKind = Pick<
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
>;

/** `now` is when the mail goes. */
export const factsOfKind = (folded: FoldedCase, row: NoticeRow, now: Instant): FactsOfKind => {
  const { state } = folded;
  const { body } = row;
  switch (body.kind) {
    case 'agencyReminder':
      return { ...answeredBy(state, body.agency), ...reachesAbove(state, row) };
    case 'datesMoved':
      return { ...answeredBy(state, body.agency), ...movedBy(folded, body) };
    case 'answerReceived':
      return receipt(folded, body);
    case 'returnSentBack':
      return sentBack(state, body);
    case 'outcomeToAgency':
      return { ...answeredBy(state, body.agency), ...securesNothing(state, body.agency) };
    case 'endedToAgency':
      return {
        ...goesOnAs(state),
        ...hasReturned(state, body.agency),
        ...securesNothing(state, body.agency),
      };
    case 'resumedToAgency':
      return { ...movedMeanwhile(folded, row, body.agency), ...securesNothing(state, body.agency) };
    case 'meetingOutsideWindow':
      return leftWindow(folded, body);
    case 'teamBriefing':
      return briefingFacts(folded, now);
    case 'safetyAlert':
      return { ...concernOf(folded, body.concern), ...goesOnAs(state) };
    case 'endedToReferrer':
    case 'meetingCancelled':
      return goesOnAs(state);
    case 'scopingRequest':
    case 'answerByMistake':
    case 'meetingInvitation':
    case 'completionMissed':
    case 'meetingWindowLeavesNothing':
    case 'panelDispatch':
    case 'panelWillBeLate':
    case 'panelChase':
    case 'panelContact':
    case 'panelCriteriaNotMet':
    case 'outcomeToPartner':
    case 'outcomeToReferrer':
    case 'resumedToReferrer':
      return {};
  }
};
