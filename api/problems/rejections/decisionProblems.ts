// Refusals of acts on the decision and its sign-off, as problems (R14 to R17).

import { sayDate } from '../../../domain/calendar/civilDate';
import { LEARNING_REVIEWS } from '../../../domain/policy/decisionTerms';
import type { CommandKind } from '../../../domain/rapidReview/commands';
import type { DecisionRejection } from '../../../domain/rapidReview/decision/rejections';
import { sayList } from '../../../domain/timetable/explanation';
import { capital } from '../../chronology/sayings';
import { BOUND_WORDS, CRITERION_WORDS, DUTY_WORDS, SEAT_WORDS, saySeats } from '../reviewTerms';
import { sayInstant } from '../saying';
import { day, moment } from './exampleFacts';
import { momentField } from './momentField';
import type { RefusalsOf } from './refused';

const partnersField = (command: CommandKind): string =>
  command === 'takeDecision' ? '/dissent' : '/agreedBy';

const seatsOf = (count: number): string => (count === 1 ? 'the seat' : 'the seats');

export const decisionProblems = {
  MeetingNotBegun: {
    slug: 'meeting-not-begun',
    status: 409,
    title: 'No meeting has begun',
    says: () => 'No meeting of this case has begun, and only a meeting decides. Open the meeting first.',
    example: { code: 'MeetingNotBegun' },
  },
  Inquorate: {
    slug: 'inquorate',
    status: 422,
    title: 'The meeting was not quorate',
    says: ({ at, unfilled }) =>
      `On ${sayInstant(at)} nobody filled ${seatsOf(unfilled.length)} of ${saySeats(unfilled)}. A decision needs every seat at its moment, and quorum is never waived. If somebody had come for ${unfilled.length === 1 ? 'it' : 'them'} by then whose arrival is not recorded yet, record that first, with its time (POST /cases/{reference}/meeting/arrivals). Otherwise decide once the seats are filled, or minute the meeting and arrange another.`,
    field: () => ['/at', 'is a moment without quorum'],
    example: { code: 'Inquorate', at: moment('2026-04-14T11:40:00+01:00'), unfilled: ['police'] },
  },
  DecidedBeforeMeeting: {
    slug: 'decided-before-meeting',
    status: 422,
    title: 'The decision is dated before the meeting',
    says: ({ at, openedAt }) =>
      `The decision is dated ${sayInstant(at)}, but the meeting was not opened until ${sayInstant(openedAt)}. Give the moment at which it was taken. Where the meeting itself is recorded for a wrong day, correct that (POST /cases/{reference}/meetings/<number>/corrections).`,
    field: () => ['/at', 'lies before the meeting was opened'],
    example: {
      code: 'DecidedBeforeMeeting',
      at: moment('2026-04-13T15:00:00+01:00'),
      openedAt: moment('2026-04-14T10:00:00+01:00'),
    },
  },
  DecidedAfterMeeting: {
    slug: 'decided-after-meeting',
    status: 422,
    title: 'The decision is dated after the meeting',
    says: ({ at, closedAt }) =>
      `The decision is dated ${sayInstant(at)}, but the meeting was closed on ${sayInstant(closedAt)}. Give the moment at which it was taken. Where the meeting itself is recorded for a wrong day, correct that (POST /cases/{reference}/meetings/<number>/corrections).`,
    field: () => ['/at', 'lies after the meeting was closed'],
    example: {
      code: 'DecidedAfterMeeting',
      at: moment('2026-04-14T16:00:00+01:00'),
      closedAt: moment('2026-04-14T12:15:00+01:00'),
    },
  },
  DecidedBeforeDisagreement: {
    slug: 'decided-before-disagreement',
    status: 422,
    title: 'The decision is dated before the disagreement that it answers',
    says: ({ at, disagreedOn }) =>
      `The decision is dated ${sayInstant(at)}, but the national Panel disagreed on ${sayDate(disagreedOn)}: what answers it is decided after it. Decide at a meeting held since, or confirm the decision in writing.`,
    field: () => ['/at', 'lies before the disagreement of the Panel'],
    example: {
      code: 'DecidedBeforeDisagreement',
      at: moment('2026-04-28T10:00:00+01:00'),
      disagreedOn: day('2026-05-13'),
    },
  },
  AlreadyDecided: {
    slug: 'already-decided',
    status: 409,
    title: 'The group has decided already',
    says: ({ on, mayPutRight, stillArranged }) =>
      `The group decided on ${sayDate(on)}, and that decision stands. It decides again only after the national Panel has disagreed.${stillArranged === true ? ' Cancel the meeting that is arranged: whoever is invited hears so.' : ''}${mayPutRight === undefined ? '' : ` If it was recorded wrong, send it again as it was decided, with "insteadOf": {"decision": ${mayPutRight}, "reason": …}.`}`,
    example: { code: 'AlreadyDecided', on: day('2026-04-14'), mayPutRight: 1 },
  },
  DecisionWithPanel: {
    slug: 'decision-with-panel',
    status: 409,
    title: 'The decision is with the national Panel',
    says: ({ decision }) =>
      `Decision ${decision} is with the national Panel, or on its way there, and stands. Tell the Panel what was recorded wrong, and record that (POST /cases/…/panel/contacts, "other").`,
    field: () => ['/insteadOf', 'comes too late'],
    example: { code: 'DecisionWithPanel', decision: 1 },
  },
  NotDecisionInForce: {
    slug: 'not-decision-in-force',
    status: 409,
    title: 'That is not the decision in force',
    says: ({ decision, inForce }) =>
      `Decision ${decision} is not the one in force${inForce === undefined ? ': there is none yet. Leave "insteadOf" out' : `, that is decision ${inForce}. Read it, and put that right`}.`,
    field: () => ['/insteadOf/decision', 'is not the decision in force'],
    example: { code: 'NotDecisionInForce', decision: 1, inForce: 2 },
  },
  ThresholdNotMet: {
    slug: 'threshold-not-met',
    status: 422,
    title: 'The threshold is not met',
    says: () =>
      'By what the request says, abuse or neglect is neither known nor suspected, or the child neither died nor was seriously harmed: then there is no Rapid Review to decide. Check the threshold; if it is right, let the partners withdraw the case, or find that the criteria are not met.',
    field: () => ['/threshold', 'is not met'],
    example: { code: 'ThresholdNotMet' },
  },
  CriteriaUnanswered: {
    slug: 'criteria-unanswered',
    status: 422,
    title: 'A criterion is not answered',
    says: ({ missing }) =>
      `Each criterion of regulation 11 is answered with reasons. Missing: ${sayList(missing.map((criterion) => `${CRITERION_WORDS[criterion]} ("${criterion}")`))}.`,
    field: () => ['/criteria', 'does not answer every criterion'],
    example: { code: 'CriteriaUnanswered', missing: ['recurrentThemes'] },
  },
  CriterionAnsweredTwice: {
    slug: 'criterion-answered-twice',
    status: 422,
    title: 'A criterion is answered twice',
    says: ({ criterion }) =>
      `The request answers twice ${CRITERION_WORDS[criterion]} ("${criterion}"). Answer each criterion once.`,
    field: () => ['/criteria', 'answers a criterion twice'],
    example: { code: 'CriterionAnsweredTwice', criterion: 'recurrentThemes' },
  },
  LearningReviewNotNamed: {
    slug: 'learning-review-not-named',
    status: 422,
    title: 'The form of the learning review is missing',
    says: () =>
      `An alternative learning review has a form. Name it in learningReview: ${sayList(LEARNING_REVIEWS, 'or')}.`,
    field: () => ['/learningReview', 'is missing'],
    example: { code: 'LearningReviewNotNamed' },
  },
  LearningReviewNotChosen: {
    slug: 'learning-review-not-chosen',
    status: 422,
    title: 'A form of learning review without one',
    says: () =>
      'A form of learning review goes with the outcome "alternativeLearningReview" only. Leave learningReview out, or correct the outcome.',
    field: () => ['/learningReview', 'goes with the outcome alternativeLearningReview only'],
    example: { code: 'LearningReviewNotChosen' },
  },
  SeatNamedTwice: {
    slug: 'seat-named-twice',
    status: 422,
    title: 'A partner is named twice',
    says: ({ seat }) => `${capital(saySeats([seat]))} is named twice. Name each partner once.`,
    field: (_, command) => [partnersField(command), 'names a partner twice'],
    example: { code: 'SeatNamedTwice', seat: 'localAuthority' },
  },
  NotDecided: {
    slug: 'not-decided',
    status: 409,
    title: 'The group has not decided yet',
    says: () =>
      'The group has not taken its decision yet. Record that first, of the meeting that takes it (POST /cases/{reference}/decision).',
    example: { code: 'NotDecided' },
  },
  NothingToReconsider: {
    slug: 'nothing-to-reconsider',
    status: 409,
    title: 'There is nothing to reconsider',
    says: () =>
      'The national Panel has not disagreed with the decision, or the partners have answered that already. There is nothing to confirm.',
    example: { code: 'NothingToReconsider' },
  },
  NotConfirmed: {
    slug: 'not-confirmed',
    status: 409,
    title: 'No confirmation stands',
    says: () =>
      'No confirmation of the partners answers the last disagreement of the national Panel, so there is none to correct. GET /cases/{reference}/decision shows the confirmations; where the group decided again, the day of its meeting is corrected (POST /cases/{reference}/meetings/<number>/corrections).',
    example: { code: 'NotConfirmed' },
  },
  ConfirmationCorrectionChangesNothing: {
    slug: 'confirmation-correction-changes-nothing',
    status: 409,
    title: 'The correction changes nothing',
    says: ({ on }) =>
      `The confirmation is recorded for ${sayDate(on)} already. Give the day on which the partners confirmed the decision.`,
    field: () => ['/on', 'is what is recorded already'],
    example: { code: 'ConfirmationCorrectionChangesNothing', on: day('2026-04-28') },
  },
  ConfirmationBuiltUpon: {
    slug: 'confirmation-built-upon',
    status: 409,
    title: 'Something came after the confirmation',
    says: ({ by }) =>
      by === 'reply'
        ? 'The national Panel has replied since the partners confirmed the decision. Where that reply was recorded by mistake as well, take it back first (POST /cases/{reference}/panel/replies/<number>/corrections); a wrong day of the confirmation is corrected with "on".'
        : 'Decision and report went to the national Panel, or may have, since the partners confirmed the decision. Where that was recorded by mistake as well, take it back first (POST /cases/{reference}/panel/dispatches/<number>/corrections); a mail stands. A wrong day of the confirmation is corrected with "on".',
    field: () => ['/recordedByMistake', 'contradicts what came after it'],
    example: { code: 'ConfirmationBuiltUpon', by: 'reply' },
  },
  PartnersMustAgree: {
    slug: 'partners-must-agree',
    status: 422,
    title: 'Not every partner has agreed',
    says: ({ missing }) =>
      `This is for all three partners together. Missing: the word of ${saySeats(missing)}: give it in agreedBy, with the evidence.`,
    field: () => ['/agreedBy', 'does not name every partner'],
    example: { code: 'PartnersMustAgree', missing: ['police', 'integratedCareBoard'] },
  },
  DutiesNotEvidenced: {
    slug: 'duties-not-evidenced',
    status: 409,
    title: 'A duty of the group is not evidenced',
    says: ({ missing }) =>
      `Before sign-off each duty of the group is evidenced. Missing: ${missing.map((duty) => `${DUTY_WORDS[duty]} ("${duty}")`).join('; ')}. Record that first (POST /cases/{reference}/duties).`,
    example: { code: 'DutiesNotEvidenced', missing: ['improvements'] },
  },
  NotYourSeat: {
    slug: 'not-your-seat',
    status: 403,
    title: 'This is not your seat',
    says: ({ seat, yours }) =>
      yours.length === 0
        ? `Your token holds the authority of no seat, so you cannot act for ${SEAT_WORDS[seat]}. Its own delegate does.`
        : `Your token holds the authority of ${saySeats(yours)}, so you cannot act for ${SEAT_WORDS[seat]}. Its own delegate does.`,
    field: () => ['/seat', 'is not yours'],
    example: { code: 'NotYourSeat', seat: 'police', yours: ['localAuthority'] },
  },
  AlreadySignedOff: {
    slug: 'already-signed-off',
    status: 409,
    title: 'The decision is signed off for this seat',
    says: ({ seat, on }) =>
      `The decision was signed off for ${SEAT_WORDS[seat]} on ${sayDate(on)} already, and there is nothing to add. A chair or a coordinator can put a mistyped day right, or take back what was recorded by mistake (POST /cases/{reference}/sign-offs/${seat}/corrections).`,
    example: { code: 'AlreadySignedOff', seat: 'police', on: day('2026-04-15') },
  },
  NotSignedOff: {
    slug: 'not-signed-off',
    status: 409,
    title: 'The decision is not signed off for this seat',
    says: ({ seat }) =>
      `No sign-off of the decision in force is recorded for ${SEAT_WORDS[seat]}, so there is none to correct. GET /cases/{reference}/decision shows those that are.`,
    example: { code: 'NotSignedOff', seat: 'police' },
  },
  SignOffCorrectionChangesNothing: {
    slug: 'sign-off-correction-changes-nothing',
    status: 409,
    title: 'The correction changes nothing',
    says: ({ seat, on }) =>
      `The sign-off for ${SEAT_WORDS[seat]} is recorded for ${sayDate(on)} already. Give the day on which it was given.`,
    field: () => ['/on', 'is what is recorded already'],
    example: { code: 'SignOffCorrectionChangesNothing', seat: 'police', on: day('2026-04-15') },
  },
  SignedOffAnotherSeat: {
    slug: 'signed-off-another-seat',
    status: 409,
    title: 'One person signs for one seat',
    says: ({ seat, signed }) =>
      `You have signed this decision off for ${SEAT_WORDS[signed]}, and one person signs for one seat. Another delegate signs for ${SEAT_WORDS[seat]}; or, where yours was a mistake, a chair or a coordinator takes that back first (POST /cases/{reference}/sign-offs/${signed}/corrections).`,
    field: () => ['/seat', 'is a second one for the same person'],
    example: { code: 'SignedOffAnotherSeat', seat: 'police', signed: 'localAuthority' },
  },
  EvidenceNeeded: {
    slug: 'evidence-needed',
    status: 422,
    title: 'A sign-off for somebody else needs evidence',
    says: ({ seat }) =>
      `You record a sign-off that somebody gave for ${SEAT_WORDS[seat]}. Say in evidence who gave it, how and when.`,
    field: () => ['/evidence', 'is needed'],
    example: { code: 'EvidenceNeeded', seat: 'police' },
  },
  DatedOutsideItsTime: {
    slug: 'dated-outside-its-time',
    status: 422,
    title: 'The date cannot be',
    says: ({ on, from, to, since, until }) => {
      const first = `${sayDate(from)}${since === undefined ? '' : `, when ${BOUND_WORDS[since]}`}`;
      const last = until === undefined ? 'today' : `when ${BOUND_WORDS[until]}`;
      const right =
        from === to
          ? `${first}, and not after ${until === undefined ? 'today' : 'that'}`
          : `one from ${first}, to ${sayDate(to)}, ${last}`;
      return `${sayDate(on)} cannot be the day: it must be ${right}. Check the date.`;
    },
    field: (_, command) => [momentField(command, '/on'), 'is outside the time in which it can have been'],
    example: {
      code: 'DatedOutsideItsTime',
      on: day('2026-04-13'),
      from: day('2026-04-14'),
      to: day('2026-04-16'),
      since: 'disagreement',
    },
  },
} as const satisfies RefusalsOf<DecisionRejection>;
