// What was established about the decision and towards the national Panel, in words.

import { sayDate } from '../../domain/calendar/civilDate';
import type { DecisionEvent, DecisionTaken } from '../../domain/rapidReview/decision/events';
import type { PanelEvent, PanelReplyCorrected } from '../../domain/rapidReview/panel/events';
import { sayList } from '../../domain/timetable/explanation';
import {
  DUTY_WORDS,
  LEARNING_REVIEW_WORDS,
  OUTCOME_WORDS,
  PANEL_CHANNEL_WORDS,
  PANEL_CONTACT_WORDS,
  PANEL_REPLY_WORDS,
  sayMissing,
  SEAT_WORDS,
  saySeats,
} from '../problems/reviewTerms';
import { sayInstant } from '../problems/saying';
import type { Name, Sayings } from './sayings';

const sayAnswer = (answer: PanelReplyCorrected['body']['answer']): string =>
  answer === undefined
    ? ''
    : ` The answer to it was due by the end of ${sayDate(answer.due)}, and ${answer.kind === 'met' ? 'in time' : 'late'}.`;

const sayTaken = (body: DecisionTaken['body'], name: Name): string => {
  const { decision, at, outcome, learningReview, quorum, missingReturns, dissent, insteadOf } = body;
  const form = learningReview === undefined ? '' : ` (${LEARNING_REVIEW_WORDS[learningReview]})`;
  const seats = quorum.map(({ seat, attendee }) => `${name(attendee)} for ${SEAT_WORDS[seat]}`);
  const taken = `taken on ${sayInstant(at)}: ${OUTCOME_WORDS[outcome]}${form}.`;
  return [
    insteadOf === undefined
      ? `Decision ${decision} was ${taken}`
      : `Decision ${insteadOf.decision} was recorded wrong. In its place stands decision ${decision}, ${taken}`,
    `In the seats were ${sayList(seats)}.`,
    ...(missingReturns.length === 0 ? [] : [`Not answered by then: ${sayList(missingReturns.map(name))}.`]),
    ...(dissent.length === 0
      ? []
      : [`Dissent was recorded for ${saySeats(dissent.map(({ seat }) => seat))}.`]),
  ].join(' ');
};

export const sayDecision: Sayings<DecisionEvent> = {
  DutyEvidenced: ({ duty }) => `Evidenced: ${DUTY_WORDS[duty]}.`,
  DecisionTaken: sayTaken,
  DecisionConfirmed: ({ decision, on }) => `The partners confirmed decision ${decision} on ${sayDate(on)}.`,
  ConfirmationCorrected: ({ decision, was, on }) =>
    on === undefined
      ? `Recorded by mistake: the partners did not confirm decision ${decision} on ${sayDate(was)}.`
      : `Corrected: the partners confirmed decision ${decision} on ${sayDate(on)}, not on ${sayDate(was)}.`,
  DecisionSignedOff: ({ decision, seat, on, onBehalf }) =>
    `Decision ${decision} was signed off for ${SEAT_WORDS[seat]} on ${sayDate(on)}${onBehalf ? ', recorded for somebody else' : ''}.`,
  SignOffCorrected: ({ decision, seat, was, on }) =>
    on === undefined
      ? `Recorded by mistake: decision ${decision} was not signed off for ${SEAT_WORDS[seat]} on ${sayDate(was)}.`
      : `Corrected: decision ${decision} was signed off for ${SEAT_WORDS[seat]} on ${sayDate(on)}, not on ${sayDate(was)}.`,
};

export const sayPanel: Sayings<PanelEvent> = {
  NotificationReferenceRecorded: ({ reason }) =>
    reason === undefined
      ? 'The reference that the notification was given was recorded.'
      : 'The reference that the notification was given was recorded, with a reason: it replaces any that was recorded before.',
  ReportAttached: ({ report }) => `Version ${report} of the report was attached.`,
  PanelInformed: ({ decision, channel, without }) =>
    `Decision ${decision} and the report were ordered to go to the national Panel, ${PANEL_CHANNEL_WORDS[channel]}${without.length === 0 ? '' : `, without ${sayMissing(without)}`}.`,
  PanelDispatchSent: ({ on, channel }) =>
    `Decision and report went to the national Panel on ${sayDate(on)}, ${PANEL_CHANNEL_WORDS[channel]}.`,
  PanelDispatchCorrected: ({ was, on, acceptedAt }) => {
    if (on === undefined)
      return `Recorded by mistake: decision and report did not go to the national Panel on ${sayDate(was)}.`;
    return acceptedAt === undefined
      ? `Corrected: decision and report went to the national Panel on ${sayDate(on)}, not on ${sayDate(was)}.`
      : `The mail with decision and report had gone to the national Panel on ${sayDate(on)} already, before they went another way on ${sayDate(was)}.`;
  },
  PanelDispatchFailed: ({ mayHaveArrived }) =>
    mayHaveArrived === true
      ? 'How the mail with decision and report to the national Panel ended is not known: it may have arrived, and is not sent again.'
      : 'The mail with decision and report to the national Panel was refused for good: it must go another way.',
  PanelReplied: ({ reply, on }) =>
    `The national Panel replied on ${sayDate(on)}: ${PANEL_REPLY_WORDS[reply]}.`,
  PanelReplyCorrected: ({ number, was, on, answer }) =>
    on === undefined
      ? `Recorded by mistake: there was no reply ${number} of the national Panel on ${sayDate(was)}.`
      : `Corrected: the national Panel replied on ${sayDate(on)}, not on ${sayDate(was)}.${sayAnswer(answer)}`,
  PanelContacted: ({ contact, expected, channel, on }) =>
    `Word to the national Panel on ${sayDate(on)}, ${PANEL_CHANNEL_WORDS[channel]}: ${PANEL_CONTACT_WORDS[contact]}${expected === undefined ? '' : `, expected on ${sayDate(expected)}`}.`,
  PanelContactCorrected: ({ number, was, on }) =>
    on === undefined
      ? `Recorded by mistake: there was no word ${number} to the national Panel on ${sayDate(was)}.`
      : `Corrected: word ${number} to the national Panel was of ${sayDate(on)}, not of ${sayDate(was)}.`,
};
