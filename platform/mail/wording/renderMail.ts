// From a notice and the facts of the day to a mail, as text and as HTML. Pure: the same in gives the same out. What
// is owed and who is told were decided by the domain; here it is only put into words.

import type { Notice, Recipient } from '../../../domain/rapidReview/notices';
import { AGENCY_REMINDER, agencyReminder } from './agencyReminder';
import { ANSWER_BY_MISTAKE, answerByMistake } from './answerByMistake';
import { ANSWER_RECEIVED, answerReceived } from './answerReceived';
import { CALENDAR_BRIEFING, calendarBriefing, type CalendarBriefing } from './calendarBriefing';
import { CASE_ENDED, CASE_RESUMED, caseEnded, caseResumed } from './caseEnded';
import { COMPLETION_MISSED, completionMissed } from './completionMissed';
import { DATES_MOVED, datesMoved } from './datesMoved';
import { LETTER } from './letter';
import type { LetterView, MailFacts, RenderedMail } from './mailFacts';
import { createRenderer } from './media';
import { MEETING_CANCELLED, meetingCancelled } from './meetingCancelled';
import { MEETING_INVITATION, meetingInvitation } from './meetingInvitation';
import { MEETING_OUTSIDE_WINDOW, meetingOutsideWindow } from './meetingOutsideWindow';
import { MEETING_WINDOW_LEAVES_NOTHING, meetingWindowLeavesNothing } from './meetingWindowLeavesNothing';
import { OUTCOME_TOLD, outcomeTold } from './outcomeTold';
import { OWED_LISTS } from './owedLists';
import { PANEL_DISPATCH, panelDispatch } from './panelDispatch';
import { REFERRAL_THANKS } from './referralThanks';
import { RETURN_SENT_BACK, returnSentBack } from './returnSentBack';
import { SAFETY_ALERT, safetyAlert } from './safetyAlert';
import { SCOPING_REQUEST, scopingRequest } from './scopingRequest';
import { TEAM_BRIEFING, teamBriefing } from './teamBriefing';
import { WORD_TO_PANEL, wordToPanel } from './wordToPanel';

const renderLetter = createRenderer({
  letter: LETTER,
  owedLists: OWED_LISTS,
  referralThanks: REFERRAL_THANKS,
  calendarBriefing: CALENDAR_BRIEFING,
  scopingRequest: SCOPING_REQUEST,
  agencyReminder: AGENCY_REMINDER,
  datesMoved: DATES_MOVED,
  answerReceived: ANSWER_RECEIVED,
  returnSentBack: RETURN_SENT_BACK,
  answerByMistake: ANSWER_BY_MISTAKE,
  meetingInvitation: MEETING_INVITATION,
  meetingCancelled: MEETING_CANCELLED,
  teamBriefing: TEAM_BRIEFING,
  completionMissed: COMPLETION_MISSED,
  meetingWindowLeavesNothing: MEETING_WINDOW_LEAVES_NOTHING,
  meetingOutsideWindow: MEETING_OUTSIDE_WINDOW,
  panelDispatch: PANEL_DISPATCH,
  wordToPanel: WORD_TO_PANEL,
  outcomeTold: OUTCOME_TOLD,
  caseEnded: CASE_ENDED,
  caseResumed: CASE_RESUMED,
  safetyAlert: SAFETY_ALERT,
});

const viewOf = (notice: Notice, facts: MailFacts): LetterView => {
  const { body } = notice;
  switch (body.kind) {
    case 'scopingRequest':
      return scopingRequest(notice, body, facts);
    case 'agencyReminder':
      return agencyReminder(notice, body, facts);
    case 'datesMoved':
      return datesMoved(notice, body, facts);
    case 'answerReceived':
      return answerReceived(notice, body, facts);
    case 'returnSentBack':
      return returnSentBack(notice, body, facts);
    case 'answerByMistake':
      return answerByMistake(notice, body, facts);
    case 'meetingInvitation':
      return meetingInvitation(notice, body, facts);
    case 'meetingCancelled':
      return meetingCancelled(notice, body, facts);
    case 'teamBriefing':
      return teamBriefing(notice, body, facts);
    case 'completionMissed':
      return completionMissed(notice, body, facts);
    case 'meetingWindowLeavesNothing':
      return meetingWindowLeavesNothing(notice, body);
    case 'meetingOutsideWindow':
      return meetingOutsideWindow(notice, body, facts);
    case 'panelDispatch':
      return panelDispatch(notice, body);
    case 'panelWillBeLate':
    case 'panelChase':
    case 'panelContact':
    case 'panelCriteriaNotMet':
      return wordToPanel(notice, body);
    case 'outcomeToAgency':
    case 'outcomeToPartner':
    case 'outcomeToReferrer':
      return outcomeTold(notice, body, facts);
    case 'endedToAgency':
    case 'endedToReferrer':
      return caseEnded(notice, body, facts);
    case 'resumedToAgency':
    case 'resumedToReferrer':
      return caseResumed(notice, body, facts);
    case 'safetyAlert':
      return safetyAlert(notice, body, facts);
  }
};

type Partnership = Pick<MailFacts, 'partnershipName' | 'teamMailbox' | 'publicUrl'>;

const rendered = (
  view: LetterView,
  about: Partnership & { readonly repeated: boolean },
  more: { readonly reader: Recipient['role'] } & Readonly<Record<string, unknown>>,
): RenderedMail => {
  const { partnershipName, teamMailbox, repeated } = about;
  return {
    subject: view.subject,
    ...renderLetter({ ...view, partnershipName, teamMailbox, repeated, ...more }),
    urgent: view.urgent === true,
    ...(view.entry === undefined ? {} : { entry: view.entry }),
  };
};

export const renderMail = (notice: Notice, facts: MailFacts): RenderedMail => {
  const { reference, to } = notice;
  const base = facts.publicUrl.replace(/\/+$/, '');
  const { answerUrl = '', toSuccessors = false } = facts;
  return rendered(viewOf(notice, facts), facts, {
    reference,
    answerUrl,
    toSuccessors,
    reader: to.role,
    caseUrl: `${base}/cases/${reference}`,
    docsUrl: `${base}/docs`,
  });
};

/** The mail about the calendar belongs to no case. */
export const renderCalendarBriefing = (
  briefing: CalendarBriefing,
  facts: Partnership & { readonly repeated: boolean },
): RenderedMail => rendered(calendarBriefing(briefing), facts, { reader: 'team', answerUrl: '' });
