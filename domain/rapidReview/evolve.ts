// How each event changes the state: exhaustive, without a default branch, and it cannot fail. It decides nothing;
// what may happen is `decide.ts`, what time brings is `clock/`.

import { evolveCalendarChange } from './calendarChange/evolve';
import { evolveClock } from './clock/evolve';
import { withoutAnswered } from './clock/heardOfOwed';
import { withoutPutRight } from './clock/heardOfQuorum';
import { evolveDecision } from './decision/evolve';
import { evolveDuplicates } from './duplicates/evolve';
import { endedAs, takenUpAgain } from './ending/evolve';
import type { CaseEvent } from './events';
import { evolveMeeting } from './meeting/evolve';
import { evolvePanel } from './panel/evolve';
import { evolveReferral, openedBy } from './referral/evolve';
import { evolveReminders } from './reminders/evolve';
import { evolveReturns } from './returns/evolve';
import { evolveSafety, isOfSafety, teamHeard } from './safety/evolve';
import { evolveScoping } from './scoping/evolve';
import {
  noCase,
  type AnyCase,
  type EndedCase,
  type OpenCase,
  type RapidReview,
  type RecordedCase,
} from './state';

/** Of a case with agencies, meetings and a decision, whether its clock runs or it has ended. */
const evolveRunning = <C extends OpenCase | EndedCase>(state: C, event: CaseEvent): C => {
  switch (event.kind) {
    case 'CaseOpened':
    case 'CaseEnded':
    case 'WithdrawalUndone':
    case 'SettlementUndone':
    // What they say is in the dossier alone.
    case 'ParticularsCorrected':
      return state;
    case 'TimestampRecorded':
    case 'TimestampCorrected':
      return evolveReferral(state, event);
    case 'AgencyIdentified':
    case 'AgencyIdentifiedCorrected':
    case 'AgencyRemoved':
    case 'ScopingRequested':
    case 'ScopingRequestSent':
    case 'RequestBounced':
    case 'RequestBounceCorrected':
    case 'RequestVoided':
    case 'RequestSentCorrected':
      return evolveScoping(state, event);
    case 'ReturnReceived':
    case 'ReturnCorrected':
    case 'ReturnAccepted':
    case 'ReturnSentBack':
    case 'ReturnDateAgreed':
    case 'RecordsSecured':
    case 'RecordsSecuredCorrected':
    case 'AgencyProposed':
    case 'ProposalDeclined':
    case 'LatenessExplained':
      return evolveReturns(state, event);
    case 'ContactExcluded':
    case 'ContactReadmitted':
    case 'EscalationConfirmed':
      return evolveReminders(state, event);
    case 'MeetingArranged':
    case 'MeetingRearranged':
    case 'MeetingCancelled':
    case 'InvitationAnswered':
    case 'MeetingOutsideWindow':
    case 'MeetingDayRestored':
    case 'MeetingOpened':
    case 'MeetingOpeningUndone':
    case 'AttendeeArrived':
    case 'SeatTaken':
    case 'AttendeeLeft':
    case 'ConflictDeclared':
    case 'MeetingClosed':
    case 'MeetingDayCorrected':
      return evolveMeeting(state, event);
    case 'DutyEvidenced':
    case 'DecisionTaken':
    case 'DecisionConfirmed':
    case 'ConfirmationCorrected':
    case 'DecisionSignedOff':
    case 'SignOffCorrected':
      return evolveDecision(state, event);
    case 'NotificationReferenceRecorded':
    case 'ReportAttached':
    case 'PanelInformed':
    case 'PanelDispatchSent':
    case 'PanelDispatchCorrected':
    case 'PanelDispatchFailed':
    case 'PanelReplied':
    case 'PanelReplyCorrected':
    case 'PanelContacted':
    case 'PanelContactCorrected':
      return evolvePanel(state, event);
    case 'SafetyConcernRaised':
    case 'SafetyAlertRepeated':
    case 'SafetyConcernAcknowledged':
    case 'SafetyActionRecorded':
      return evolveSafety(state, event);
    case 'DuplicateNoted':
    case 'DuplicateSettled':
    case 'CaseAbsorbed':
      return evolveDuplicates(state, event);
    case 'CalendarAdopted':
      return evolveCalendarChange(state, event);
    case 'ObligationMissed':
    case 'ObligationMet':
    case 'ObligationReinstated':
    case 'OutcomeRestated':
    case 'DatesMoved':
    case 'MeetingWindowLeavesNothing':
    case 'AgencyToldOfDates':
    case 'MailToldOtherDates':
    case 'AgencyReminded':
    case 'RungsSkipped':
    case 'TeamBriefed':
    case 'BriefingSkipped':
    case 'NoticeFailed':
      return evolveClock(state, event);
  }
};

/** Where no clock runs only what was said is kept, and the safety of the child: whoever knew them may raise a concern. */
const evolveRecorded = (state: RecordedCase, event: CaseEvent): RecordedCase => {
  if (event.kind === 'AgencyIdentified') {
    const { agency, identified } = event.body;
    return { ...state, agencies: [...state.agencies, { agency, identified }] };
  }
  if (event.kind === 'TimestampRecorded' || event.kind === 'TimestampCorrected')
    return evolveReferral(state, event);
  if (event.kind === 'NoticeFailed' && event.body.concern !== undefined)
    return teamHeard(state, event.body.concern);
  return isOfSafety(event) ? evolveSafety(state, event) : state;
};

const evolveAny = (state: AnyCase, event: CaseEvent): AnyCase => {
  if (state.status === 'recordedOnly') return evolveRecorded(state, event);
  if (state.status === 'open' && event.kind === 'CaseEnded') return endedAs(state, event);
  if (state.status === 'ended' && (event.kind === 'WithdrawalUndone' || event.kind === 'SettlementUndone'))
    return takenUpAgain(state, event);
  return withoutAnswered(withoutPutRight(evolveRunning(state, event), event), state);
};

export const evolve = (state: RapidReview, event: CaseEvent): RapidReview => {
  if (state.status === 'none') return event.kind === 'CaseOpened' ? openedBy(event) : state;
  return { ...evolveAny(state, event), version: event.number, lastEventAt: event.at };
};

/** The state that a case's events lead to, from the first. */
export const fold = (events: readonly CaseEvent[], from: RapidReview = noCase): RapidReview =>
  events.reduce(evolve, from);
