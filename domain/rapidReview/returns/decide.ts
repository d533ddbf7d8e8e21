// Whether an agency's answer may be recorded, corrected and judged, its date changed, its records noted as secured, and
// what that establishes. What is met by it is `clock/outcomes.ts`.

import type { CivilDate } from '../../calendar/civilDate';
import { earliestOf, type Instant } from '../../calendar/instant';
import { londonDateOf, londonDateToSay } from '../../calendar/londonTime';
import { whyNotWorking, type WorkingCalendar } from '../../calendar/workingCalendar';
import { dueDates, reach } from '../../timetable/dueDates';
import type { AgencyId, ObligationKey, Outcome } from '../../timetable/facts';
import { keyOf } from '../../timetable/obligationKey';
import { agencyOn, answersGiven, isStanding, returnOf, stoppingReturn } from '../agenciesOfCase';
import type { EventBody } from '../events';
import { missesOvertaken, RECONSIDERATION } from '../panel/reconsidered';
import { accept, refuse, type Decided, type Rejection } from '../rejections';
import { askedOnFirst, asAnswersShow, voidWithoutItsAnswer, byMailAfterAll } from '../scoping/bounces';
import type { AgencyOnCase, AgencyReturn, EndedCase, OpenCase, CaseWithReview } from '../state';
import type {
  AcceptReturn,
  AgreeReturnDate,
  CorrectRecordsSecured,
  CorrectReturn,
  DeclineProposal,
  ExplainLateness,
  RecordRecordsSecured,
  RecordReturn,
  SendBackReturn,
} from './commands';

/** The London day of the earliest moment that the case knows: the incident, where it is recorded. */
const firstKnown = ({ timestamps }: CaseWithReview, calendar: WorkingCalendar): CivilDate | undefined => {
  const first = earliestOf(Object.values(timestamps));
  // What an adult tells now may lie before the days that any calendar knows.
  return first === undefined ? undefined : londonDateToSay(calendar, first);
};

/** Nothing that an agency did for a case was done in the future, or before anything that the case is about. */
const outsideCase = (
  state: CaseWithReview,
  agency: AgencyId,
  on: CivilDate,
  calendar: WorkingCalendar,
  now: Instant,
): Rejection | undefined => {
  const today = londonDateOf(calendar, now);
  if (on > today) return { code: 'AnsweredInFuture', agency, on, today };
  const from = firstKnown(state, calendar);
  return from !== undefined && on < from ? { code: 'BeforeTheCase', agency, on, from } : undefined;
};

/** Nor does an answer come before the agency was asked at all. */
const outOfTime = (
  state: CaseWithReview,
  onCase: AgencyOnCase,
  on: CivilDate,
  calendar: WorkingCalendar,
  now: Instant,
): Rejection | undefined => {
  const { agency } = onCase;
  const sentOn = askedOnFirst(state, onCase);
  return on <= londonDateOf(calendar, now) && sentOn !== undefined && on < sentOn
    ? { code: 'AnsweredBeforeAsked', agency, on, sentOn }
    : outsideCase(state, agency, on, calendar, now);
};

export const recordReturn = (
  state: CaseWithReview,
  command: RecordReturn,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const { agency, answer, how, on, content, by, askInstead } = command;
  const known = agencyOn(state, agency);
  if (known === undefined) return refuse({ code: 'AgencyNotOnCase', agency });
  // Before word of the mail's acceptance an answer is one all the same (R22); so it is after the end, when nobody is asked any more (R20).
  if (known.request === undefined && answersGiven(known).length === 0 && state.status !== 'ended')
    return refuse({ code: 'RequestNotMade', agency });
  const answered = stoppingReturn(known);
  if (answered !== undefined) return refuse({ code: 'AgencyAlreadyAnswered', agency, on: answered.on });
  const wrong = outOfTime(state, known, on, calendar, now);
  if (wrong !== undefined) return refuse(wrong);
  if (askInstead !== undefined && answer !== 'wrongOrganisation')
    return refuse({ code: 'InsteadOnlyForWrongOrganisation', agency });
  const given = { number: known.returns.length + 1, answer, on };
  const received: EventBody = {
    kind: 'ReturnReceived',
    body: {
      agency,
      ...given,
      how,
      ...(content === undefined ? {} : { content }),
      ...(by === undefined ? {} : { note: by }),
    },
  };
  const asked = byMailAfterAll(state, { ...known, returns: [...known.returns, given] });
  if (askInstead === undefined) return accept<EventBody>(received, ...asked);
  return accept<EventBody>(received, ...asked, {
    kind: 'AgencyProposed',
    body: {
      by: agency,
      ...('agency' in askInstead ? { agency: askInstead.agency } : { note: askInstead.named }),
    },
  });
};

const withoutAnswer = (known: AgencyOnCase, number: number): AgencyOnCase => ({
  ...known,
  returns: known.returns.filter((one) => one.number !== number),
});

export const correctReturn = (
  state: OpenCase | EndedCase,
  { agency, number, on, reason }: CorrectReturn,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const known = agencyOn(state, agency);
  if (known === undefined) return refuse({ code: 'AgencyNotOnCase', agency });
  const found = returnOf(state, agency, number);
  if (found === undefined) return refuse({ code: 'NoSuchReturn', agency, number });
  const { on: was, judged } = found;
  if (judged === 'recordedByMistake') return refuse({ code: 'ReturnAlreadyJudged', agency, number, judged });
  if (on === undefined) {
    const left = withoutAnswer(known, number);
    return accept<EventBody>(
      { kind: 'ReturnCorrected', body: { agency, number, was, reason } },
      ...(state.status === 'open' ? voidWithoutItsAnswer(left) : []),
      ...asAnswersShow(state, left),
    );
  }
  if (was === on) return refuse({ code: 'ReturnCorrectionChangesNothing', agency, on });
  const ofBefore = number <= (known.request?.answersBefore ?? 0);
  const wrong = ofBefore
    ? outsideCase(state, agency, on, calendar, now)
    : outOfTime(state, known, on, calendar, now);
  if (wrong !== undefined) return refuse(wrong);
  const right = {
    ...known,
    returns: known.returns.map((one) => (one.number === number ? { ...one, on } : one)),
  };
  return accept<EventBody>(
    { kind: 'ReturnCorrected', body: { agency, number, was, on, reason } },
    ...asAnswersShow(state, right),
  );
};

const judge = (
  state: CaseWithReview,
  { agency, number }: AcceptReturn | SendBackReturn,
  event: EventBody,
  mayBeJudged: (found: AgencyReturn) => boolean = () => false,
): Decided<EventBody> => {
  if (agencyOn(state, agency) === undefined) return refuse({ code: 'AgencyNotOnCase', agency });
  const found = returnOf(state, agency, number);
  if (found === undefined) return refuse({ code: 'NoSuchReturn', agency, number });
  const { judged } = found;
  return judged === undefined || mayBeJudged(found)
    ? accept(event)
    : refuse({
        code: 'ReturnAlreadyJudged',
        agency,
        number,
        judged,
        ...(isStanding(found) ? { canBeSentBack: true } : {}),
      });
};

export const acceptReturn = (state: CaseWithReview, command: AcceptReturn): Decided<EventBody> => {
  const { agency, number } = command;
  return judge(state, command, { kind: 'ReturnAccepted', body: { agency, number } });
};

/** Also what was accepted: that something is missing may be seen later, by the agency itself too. */
export const sendBackReturn = (state: CaseWithReview, command: SendBackReturn): Decided<EventBody> => {
  const { agency, number, missing } = command;
  return judge(
    state,
    command,
    { kind: 'ReturnSentBack', body: { agency, number, reason: missing } },
    isStanding,
  );
};

/** It was agreed since the agency was asked, and after what was agreed with it last. */
const agreedOutOfTime = (
  { agency, sent, agreed }: AgencyOnCase,
  on: CivilDate,
  calendar: WorkingCalendar,
  now: Instant,
): Rejection | undefined => {
  const today = londonDateOf(calendar, now);
  if (on > today) return { code: 'AgreedInFuture', agency, on, today };
  if (sent !== undefined && on < sent.on) return { code: 'AgreedBeforeAsked', agency, on, sentOn: sent.on };
  if (agreed?.at === undefined) return undefined;
  const last = agreed.on ?? londonDateOf(calendar, agreed.at);
  return on < last ? { code: 'AgreedBeforeLast', agency, on, last, due: agreed.due } : undefined;
};

/** Of an answer that was late only what had been agreed before it came can still change the date (R8). */
const datesNoMore = (outcome: Outcome | undefined, on: CivilDate | undefined): boolean =>
  outcome?.on !== undefined && (outcome.kind === 'met' || on === undefined || on > outcome.on);

/** An extension after a miss leaves the miss; before it, the date moves and nobody is late. */
export const agreeReturnDate = (
  state: OpenCase,
  { agency, due, on, reason }: AgreeReturnDate,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const known = agencyOn(state, agency);
  if (known === undefined) return refuse({ code: 'AgencyNotOnCase', agency });
  const line = dueDates(state, calendar).find(
    (one) => one.obligation === 'agencyReturn' && one.agency === agency,
  );
  const outcome = line === undefined ? undefined : state.outcomes[keyOf(line)];
  if (line?.due === undefined || datesNoMore(outcome, on))
    return refuse({ code: 'NoReturnDateToChange', agency });
  const wrong = on === undefined ? undefined : agreedOutOfTime(known, on, calendar, now);
  if (wrong !== undefined) return refuse(wrong);
  const today = londonDateOf(calendar, now);
  if (due < (on ?? today))
    return refuse({ code: 'AgreedDateInPast', due, today, ...(on === undefined ? {} : { on }) });
  const why = whyNotWorking(calendar, due);
  if (why !== undefined) return refuse({ code: 'AgreedDateOnDayOff', due, why });
  if (due === line.due) return refuse({ code: 'AgreedDateChangesNothing', due });
  const missed = outcome?.kind === 'missed' && (on === undefined || outcome.due < on);
  const unagreed = line.ordinary === undefined ? line.due : reach(calendar, line.ordinary);
  return accept({
    kind: 'ReturnDateAgreed',
    body: {
      agency,
      was: line.due,
      due,
      ...(on === undefined ? {} : { on }),
      ...(missed ? { afterMiss: true } : {}),
      // More time than there is without it: where the day of asking is put right, it must not become less.
      ...(due > unagreed ? { extends: true } : {}),
      ...(due === unagreed && !missed ? { own: true } : {}),
      reason,
    },
  });
};

/** May be said before the template goes: agencies are asked to secure their records with it, or sooner (C4). */
export const recordRecordsSecured = (
  state: CaseWithReview,
  { agency, on, secured, by }: RecordRecordsSecured,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const known = agencyOn(state, agency);
  if (known === undefined) return refuse({ code: 'AgencyNotOnCase', agency });
  if (known.recordsSecuredOn !== undefined)
    return refuse({ code: 'RecordsAlreadySecured', agency, on: known.recordsSecuredOn });
  if (!secured.paper && !secured.electronic) return refuse({ code: 'NothingSecured', agency });
  if (!secured.locked) return refuse({ code: 'RecordsNotLocked', agency });
  const wrong = outsideCase(state, agency, on, calendar, now);
  if (wrong !== undefined) return refuse(wrong);
  return accept({
    kind: 'RecordsSecured',
    body: { agency, on, secured, ...(by === undefined ? {} : { note: by }) },
  });
};

/** R8. The answer of an agency without records has its own correction. */
export const correctRecordsSecured = (
  state: CaseWithReview,
  { agency, on, reason }: CorrectRecordsSecured,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const known = agencyOn(state, agency);
  if (known === undefined) return refuse({ code: 'AgencyNotOnCase', agency });
  const { recordsSecuredOn: was } = known;
  if (was === undefined) return refuse({ code: 'RecordsNotSecured', agency });
  if (on === undefined) return accept({ kind: 'RecordsSecuredCorrected', body: { agency, was, reason } });
  if (on === was) return refuse({ code: 'SecuredCorrectionChangesNothing', agency, on });
  const wrong = outsideCase(state, agency, on, calendar, now);
  if (wrong !== undefined) return refuse(wrong);
  return accept({ kind: 'RecordsSecuredCorrected', body: { agency, was, on, reason } });
};

export const declineProposal = (state: OpenCase, { proposal, reason }: DeclineProposal): Decided<EventBody> =>
  state.proposals.some((one) => one.proposal === proposal)
    ? accept({ kind: 'ProposalDeclined', body: { proposal, reason } })
    : refuse({ code: 'NoSuchProposal', proposal });

/** R5: late is possible and needs a reason; it may be given again, and every one stays. */
export const explainLateness = (
  state: CaseWithReview,
  { key, reason }: ExplainLateness,
): Decided<EventBody> =>
  state.outcomes[key as ObligationKey]?.kind === 'missed' ||
  (key === RECONSIDERATION && missesOvertaken(state).length > 0)
    ? accept({ kind: 'LatenessExplained', body: { key: key as ObligationKey, reason } })
    : refuse({ code: 'NotMissed', key });
