// What was established about the answers of agencies and the reminders to them, in words.

import { sayDate } from '../../domain/calendar/civilDate';
import type { RemindersEvent } from '../../domain/rapidReview/reminders/events';
import type { ReturnsEvent } from '../../domain/rapidReview/returns/events';
import { ANSWER_WORDS, WAY_WORDS } from '../problems/reviewTerms';
import type { Sayings } from './sayings';
import { sayObligation } from './sayObligation';

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no');

export const sayReturns: Sayings<ReturnsEvent> = {
  ReturnReceived: ({ agency, number, answer, how, on }, name) =>
    `${name(agency)} answered on ${sayDate(on)}, ${WAY_WORDS[how]}: ${ANSWER_WORDS[answer]} (answer ${number}).`,
  ReturnCorrected: ({ agency, number, was, on }, name) =>
    on === undefined
      ? `Recorded by mistake: ${name(agency)} did not give answer ${number}, of ${sayDate(was)}.`
      : `Corrected: answer ${number} of ${name(agency)} came on ${sayDate(on)}, not on ${sayDate(was)}.`,
  ReturnAccepted: ({ agency, number }, name) => `Answer ${number} of ${name(agency)} was accepted.`,
  ReturnSentBack: ({ agency, number }, name) =>
    `Answer ${number} of ${name(agency)} was sent back: another is wanted.`,
  ReturnDateAgreed: ({ agency, was, due, on, afterMiss }, name) =>
    `Agreed with ${name(agency)}${on === undefined ? '' : ` on ${sayDate(on)}`}: its return is due on ${sayDate(due)} instead of ${sayDate(was)}.${afterMiss === true ? ' The miss stays recorded.' : ''}`,
  RecordsSecured: ({ agency, on, secured }, name) =>
    `${name(agency)} secured its records on ${sayDate(on)} (paper: ${yesOrNo(secured.paper)}; electronic: ${yesOrNo(secured.electronic)}; locked: ${yesOrNo(secured.locked)}).`,
  RecordsSecuredCorrected: ({ agency, was, on }, name) =>
    on === undefined
      ? `Recorded by mistake: ${name(agency)} did not secure its records on ${sayDate(was)}.`
      : `Corrected: ${name(agency)} secured its records on ${sayDate(on)}, not on ${sayDate(was)}.`,
  AgencyProposed: ({ by, agency }, name) =>
    agency === undefined
      ? `${name(by)} named an organisation to ask instead, by its name.`
      : `${name(by)} named ${name(agency)} as the one to ask instead.`,
  ProposalDeclined: ({ proposal }) => `The proposal to ask another agency (number ${proposal}) was declined.`,
  LatenessExplained: ({ key }, name) => `Explained: why this is late: ${sayObligation(key, name)}.`,
};

export const sayReminders: Sayings<RemindersEvent> = {
  ContactExcluded: ({ agency, contact }, name) =>
    `Contact ${contact} of ${name(agency)} was excluded: nothing of this case goes there.`,
  ContactReadmitted: ({ agency, contact }, name) =>
    `Contact ${contact} of ${name(agency)} was readmitted to this case.`,
  EscalationConfirmed: ({ agency }, name) =>
    `It was confirmed that the executive of ${name(agency)} may be written to.`,
};
