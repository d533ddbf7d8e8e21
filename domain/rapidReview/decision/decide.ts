// Whether a duty may be evidenced, a decision taken or signed off, and what that establishes (R15 to R17). A decision is judged by
// the quorum at its own moment, and never without one. Its confirmation is `confirm.ts`.

import type { Instant } from '../../calendar/instant';
import { londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import { CRITERIA, isMet } from '../../policy/decisionTerms';
import type { Seat } from '../../policy/policyProfile';
import { profileOf } from '../../policy/profiles';
import type { Asked } from '../asked';
import { outsideItsTime, receiptOf } from '../datedInTime';
import type { EventBody } from '../events';
import { afterItsDay } from '../meeting/dayOver';
import { nobodyKeptOff, quorumAt, unfilledAt } from '../meeting/quorum';
import type { OpenedMeeting } from '../meeting/state';
import { reconsiders } from '../panel/reconsidered';
import { mayBeWithPanel } from '../panel/state';
import { accept, isRejection, refuse, type Decided, type Rejection } from '../rejections';
import type { OpenCase, CaseWithReview } from '../state';
import { lackingThen } from './lacking';
import type { CorrectSignOff, EvidenceDuty, SignOffDecision, TakeDecision } from './commands';
import { decisionInForce, dutiesMissing, type Decision } from './state';

/** The group's own: once it has met, in the meeting or when the minutes are written. */
const begun = ({ meetings }: CaseWithReview): boolean =>
  meetings.some(({ openedAt }) => openedAt !== undefined);

export const evidenceDuty = (state: OpenCase, { duty, evidence }: EvidenceDuty): Decided<EventBody> =>
  begun(state)
    ? accept({ kind: 'DutyEvidenced', body: { duty, note: evidence } })
    : refuse({ code: 'MeetingNotBegun' });

/** The meeting of the decision: that of the one whose place it takes, or the one under way, or the last that was held. */
const meetingFor = ({ meetings }: OpenCase, replaced: Decision | undefined): OpenedMeeting | undefined => {
  const found = meetings.findLast(
    ({ openedAt, number }) =>
      openedAt !== undefined && (replaced === undefined || number === replaced.meeting),
  );
  return found?.openedAt === undefined ? undefined : { ...found, openedAt: found.openedAt };
};

const refusedAnswers = ({ criteria, dissent }: TakeDecision): Rejection | undefined => {
  const answered = criteria.map(({ criterion }) => criterion);
  const twice = answered.find((criterion, index) => answered.indexOf(criterion) !== index);
  if (twice !== undefined) return { code: 'CriterionAnsweredTwice', criterion: twice };
  const missing = CRITERIA.filter((criterion) => !answered.includes(criterion));
  if (missing.length > 0) return { code: 'CriteriaUnanswered', missing };
  return seatTwice(dissent.map(({ seat }) => seat));
};

export const seatTwice = (seats: readonly Seat[]): Rejection | undefined => {
  const twice = seats.find((seat, index) => seats.indexOf(seat) !== index);
  return twice === undefined ? undefined : { code: 'SeatNamedTwice', seat: twice };
};

const refusedOutcome = ({ threshold, outcome, learningReview }: TakeDecision): Rejection | undefined => {
  if (!isMet(threshold)) return { code: 'ThresholdNotMet' };
  const named = learningReview !== undefined;
  if (outcome === 'alternativeLearningReview' && !named) return { code: 'LearningReviewNotNamed' };
  return outcome !== 'alternativeLearningReview' && named ? { code: 'LearningReviewNotChosen' } : undefined;
};

/** What the Panel was told, or may have been, is not put right behind its back. */
const isWithPanel = ({ panel }: OpenCase, { number }: Pick<Decision, 'number'>): boolean =>
  panel.dispatches.some((dispatch) => dispatch.decision === number && mayBeWithPanel(dispatch));

const alreadyDecided = (state: OpenCase, { on, number }: Decision): Rejection => ({
  code: 'AlreadyDecided',
  on,
  ...(isWithPanel(state, { number }) ? {} : { mayPutRight: number }),
});

/** The decision whose place it takes; nothing where it is one of its own. */
const replacedBy = (state: OpenCase, { insteadOf }: TakeDecision): Decision | Rejection | undefined => {
  if (insteadOf === undefined) return undefined;
  const before = decisionInForce(state);
  if (before?.number !== insteadOf.decision) {
    const inForce = before === undefined ? {} : { inForce: before.number };
    return { code: 'NotDecisionInForce', decision: insteadOf.decision, ...inForce };
  }
  return isWithPanel(state, before) ? { code: 'DecisionWithPanel', decision: before.number } : before;
};

/** R19: one meeting decides once, and again only after the Panel has disagreed, in a meeting after that. */
const decidedAlready = (
  state: OpenCase,
  meeting: OpenedMeeting,
  at: Instant,
  calendar: WorkingCalendar,
): Rejection | undefined => {
  const before = decisionInForce(state);
  if (before === undefined) return undefined;
  if (before.meeting === meeting.number) return alreadyDecided(state, before);
  const { panelDisagreedOn: disagreedOn } = state;
  return disagreedOn !== undefined && londonDateOf(calendar, at) < disagreedOn
    ? { code: 'DecidedBeforeDisagreement', at, disagreedOn }
    : undefined;
};

const outsideMeeting = (
  state: OpenCase,
  meeting: OpenedMeeting,
  at: Instant,
  calendar: WorkingCalendar,
  now: Instant,
): Rejection | undefined => {
  const { openedAt, closedAt } = meeting;
  if (at > now) return { code: 'MomentInFuture', at, now };
  const on = londonDateOf(calendar, at);
  const dated = outsideItsTime(on, receiptOf(state, calendar), calendar, now);
  if (dated !== undefined) return dated;
  if (at < openedAt) return { code: 'DecidedBeforeMeeting', at, openedAt };
  if (closedAt !== undefined && at > closedAt) return { code: 'DecidedAfterMeeting', at, closedAt };
  return afterItsDay(meeting, calendar, at);
};

export const takeDecision = (
  state: OpenCase,
  command: TakeDecision,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const { threshold, criteria, outcome, learningReview, rationale, dissent, insteadOf } = command;
  const replaced = replacedBy(state, command);
  if (replaced !== undefined && isRejection(replaced)) return refuse(replaced);
  const before = decisionInForce(state);
  if (replaced === undefined && before !== undefined && !reconsiders(state))
    return refuse(alreadyDecided(state, before));
  const meeting = meetingFor(state, replaced);
  if (meeting === undefined) return refuse({ code: 'MeetingNotBegun' });
  const at = command.at ?? replaced?.decidedAt ?? now;
  const misplaced =
    outsideMeeting(state, meeting, at, calendar, now) ??
    (replaced === undefined ? decidedAlready(state, meeting, at, calendar) : undefined);
  if (misplaced !== undefined) return refuse(misplaced);
  const on = londonDateOf(calendar, at);
  // What is put right was decided by those who sat then.
  const whoCounts = replaced === undefined ? nobodyKeptOff(state) : undefined;
  const quorum = quorumAt(meeting, profileOf(state.profile).seats, at, whoCounts);
  if (!quorum.quorate) return refuse({ code: 'Inquorate', at, unfilled: unfilledAt(quorum) });
  const wrong = refusedOutcome(command) ?? refusedAnswers(command);
  if (wrong !== undefined) return refuse(wrong);
  return accept({
    kind: 'DecisionTaken',
    body: {
      decision: state.decisions.length + 1,
      meeting: meeting.number,
      at,
      on,
      quorum: quorum.seats.flatMap(({ seat, filledBy }) =>
        filledBy === undefined ? [] : [{ seat, attendee: filledBy }],
      ),
      threshold,
      criteria,
      outcome,
      ...(learningReview === undefined ? {} : { learningReview }),
      // What the group did not have then is what it did not have: the words for it are put right, not that.
      missingReturns: replaced?.missingReturns ?? lackingThen(state, { on, at }, calendar),
      dissent,
      reason: rationale,
      ...(replaced === undefined || insteadOf === undefined ? {} : { insteadOf }),
    },
  });
};

const refusedSigner = (
  { seat, evidence }: SignOffDecision,
  { authority, seats = [], actor }: Asked,
  signOffs: readonly { readonly seat: Seat; readonly by: string; readonly onBehalf: boolean }[],
): Rejection | undefined => {
  if (authority !== 'partnerDelegate')
    return evidence === undefined ? { code: 'EvidenceNeeded', seat } : undefined;
  if (!seats.includes(seat)) return { code: 'NotYourSeat', seat, yours: seats };
  const other = signOffs.find(({ by, onBehalf }) => by === actor && !onBehalf);
  return other === undefined ? undefined : { code: 'SignedOffAnotherSeat', seat, signed: other.seat };
};

export const signOffDecision = (
  state: OpenCase,
  command: SignOffDecision,
  asked: Asked,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const { seat, on, evidence } = command;
  const decision = decisionInForce(state);
  if (decision === undefined) return refuse({ code: 'NotDecided' });
  const missing = dutiesMissing(state);
  if (missing.length > 0) return refuse({ code: 'DutiesNotEvidenced', missing });
  const signed = decision.signOffs.find((one) => one.seat === seat);
  if (signed !== undefined) return refuse({ code: 'AlreadySignedOff', seat, on: signed.on });
  const wrong =
    refusedSigner(command, asked, decision.signOffs) ??
    outsideItsTime(on, { of: 'decision', on: decision.on }, calendar, now);
  if (wrong !== undefined) return refuse(wrong);
  return accept({
    kind: 'DecisionSignedOff',
    body: {
      decision: decision.number,
      seat,
      on,
      onBehalf: asked.authority !== 'partnerDelegate',
      ...(evidence === undefined ? {} : { note: evidence }),
    },
  });
};

/** R8. Of the decision in force: what was signed of one before says nothing any more. */
export const correctSignOff = (
  state: OpenCase,
  { seat, on, reason }: CorrectSignOff,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const decision = decisionInForce(state);
  const signed = decision?.signOffs.find((one) => one.seat === seat);
  if (decision === undefined || signed === undefined) return refuse({ code: 'NotSignedOff', seat });
  const corrected = { decision: decision.number, seat, was: signed.on, reason };
  if (on === undefined) return accept({ kind: 'SignOffCorrected', body: corrected });
  if (on === signed.on) return refuse({ code: 'SignOffCorrectionChangesNothing', seat, on });
  const wrong = outsideItsTime(on, { of: 'decision', on: decision.on }, calendar, now);
  return wrong === undefined
    ? accept({ kind: 'SignOffCorrected', body: { ...corrected, on } })
    : refuse(wrong);
};
