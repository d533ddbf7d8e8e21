// What must be sent because of an event: drafts with their keys, committed to the records with the event. Which event
// calls for which mail is in the slices; this page puts them together and gives each its case.

import type { WorkingCalendar } from '../calendar/workingCalendar';
import { clockNotices } from './clock/notices';
import { endingNotices, settlementUndoneNotices } from './ending/notices';
import type { CaseEvent } from './events';
import { meetingNotices } from './meeting/notices';
import type { Draft, Notice } from './noticeBodies';
import { panelNotices } from './panel/notices';
import {
  answerReceivedNotices,
  answersByMistakeNotices,
  returnCorrectedNotices,
  returnSentBackNotices,
} from './returns/notices';
import { safetyNotices } from './safety/notices';
import { scopingRequestKey } from './scoping/requestKey';
import type { AnyCase, EndedCase, OpenCase, RapidReview } from './state';

export type * from './noticeBodies';

const ofRunning = (
  event: CaseEvent,
  state: OpenCase | EndedCase,
  calendar: WorkingCalendar,
): readonly Draft[] => {
  switch (event.kind) {
    case 'ScopingRequested': {
      const { agency, round, sending, contacts } = event.body;
      return [
        {
          key: scopingRequestKey(agency, round, sending),
          to: { role: 'agency', agency, contacts },
          body: { kind: 'scopingRequest', agency, sending },
        },
      ];
    }
    case 'ReturnReceived':
      return answerReceivedNotices(event, state);
    case 'ReturnSentBack':
      return returnSentBackNotices(event, state);
    case 'ReturnCorrected':
      return returnCorrectedNotices(event, state);
    case 'AgencyToldOfDates':
    case 'AgencyReminded':
    case 'TeamBriefed':
    case 'ObligationMissed':
    case 'OutcomeRestated':
    case 'MeetingWindowLeavesNothing':
    case 'NoticeFailed':
      return clockNotices(event, state, calendar);
    case 'MeetingArranged':
    case 'MeetingRearranged':
    case 'MeetingCancelled':
    case 'MeetingOutsideWindow':
      return meetingNotices(event, state, calendar);
    case 'PanelInformed':
    case 'PanelDispatchSent':
    case 'PanelContacted':
    case 'CaseAbsorbed':
      return panelNotices(event, state);
    case 'CaseEnded':
      return endingNotices(event, state);
    case 'WithdrawalUndone':
      return [...endingNotices(event, state), ...answersByMistakeNotices(state)];
    // Whoever was invited to a meeting that its end cancelled the team invites anew.
    case 'SettlementUndone':
      return [...settlementUndoneNotices(event, state, calendar), ...answersByMistakeNotices(state)];
    case 'SafetyConcernRaised':
    case 'SafetyAlertRepeated':
    case 'SafetyConcernAcknowledged':
    case 'SafetyActionRecorded':
    case 'CaseOpened':
    case 'TimestampRecorded':
    case 'TimestampCorrected':
    case 'ParticularsCorrected':
    case 'AgencyIdentified':
    case 'AgencyIdentifiedCorrected':
    case 'AgencyRemoved':
    case 'ScopingRequestSent':
    case 'RequestBounced':
    case 'RequestBounceCorrected':
    case 'RequestVoided':
    case 'RequestSentCorrected':
    case 'CalendarAdopted':
    case 'ReturnAccepted':
    case 'ReturnDateAgreed':
    case 'RecordsSecured':
    case 'RecordsSecuredCorrected':
    case 'AgencyProposed':
    case 'ProposalDeclined':
    case 'LatenessExplained':
    case 'ContactExcluded':
    case 'ContactReadmitted':
    case 'EscalationConfirmed':
    case 'InvitationAnswered':
    case 'MailToldOtherDates':
    case 'MeetingDayRestored':
    case 'MeetingOpened':
    case 'MeetingOpeningUndone':
    case 'AttendeeArrived':
    case 'SeatTaken':
    case 'AttendeeLeft':
    case 'ConflictDeclared':
    case 'MeetingClosed':
    case 'MeetingDayCorrected':
    case 'DutyEvidenced':
    case 'DecisionTaken':
    case 'DecisionConfirmed':
    case 'ConfirmationCorrected':
    case 'DecisionSignedOff':
    case 'SignOffCorrected':
    case 'NotificationReferenceRecorded':
    case 'ReportAttached':
    case 'PanelDispatchCorrected':
    case 'PanelDispatchFailed':
    case 'PanelReplied':
    case 'PanelReplyCorrected':
    case 'PanelContactCorrected':
    case 'DuplicateNoted':
    case 'DuplicateSettled':
    case 'ObligationMet':
    case 'ObligationReinstated':
    case 'DatesMoved':
    case 'RungsSkipped':
    case 'BriefingSkipped':
      return [];
  }
};

const draftsFor = (event: CaseEvent, state: AnyCase, calendar: WorkingCalendar): readonly Draft[] => [
  ...safetyNotices(event, state, calendar),
  ...(state.status === 'recordedOnly' ? [] : ofRunning(event, state, calendar)),
];

/** `state` is the state after the event. */
export const noticesFor = (
  event: CaseEvent,
  state: RapidReview,
  calendar: WorkingCalendar,
): readonly Notice[] => {
  if (state.status === 'none') return [];
  const { reference } = state;
  return draftsFor(event, state, calendar).map(({ key, ...draft }) => ({
    key: `${reference}/${key}`,
    reference,
    event: event.number,
    ...draft,
  }));
};
