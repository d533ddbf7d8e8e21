// Which slice decides an act on a case that there is. What is still decided once no clock runs, `onEnded` and `onRecorded` say
// (R13, R20, R21, R24): anything else is refused.

import type { Instant } from '../calendar/instant';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import type { Command } from './commands';
import * as calendarChange from './calendarChange/decide';
import { confirmDecision, correctConfirmation } from './decision/confirm';
import * as decision from './decision/decide';
import * as duplicates from './duplicates/decide';
import * as ending from './ending/decide';
import type { EventBody } from './events';
import * as arranging from './meeting/arrange';
import { declareConflict } from './meeting/conflict';
import * as holding from './meeting/hold';
import { correctMeetingDay } from './meeting/correctDay';
import { undoOpening } from './meeting/undoOpening';
import { contactPanel, correctPanelContact } from './panel/contact';
import * as panel from './panel/decide';
import type { CorrectParticulars } from './referral/commands';
import * as referral from './referral/decide';
import { refuse, type Decided } from './rejections';
import * as reminders from './reminders/decide';
import * as returns from './returns/decide';
import type { SafetyCommand } from './safety/commands';
import { decideSafety, isSafetyCommand } from './safety/decide';
import { correctBounce } from './scoping/correctBounce';
import { correctRequestSent } from './scoping/correctSent';
import * as scoping from './scoping/decide';
import type { AnyCase, EndedCase, OpenCase, RecordedCase } from './state';

type Act = Exclude<Command, { readonly kind: 'openCase' }>;
/** What depends on how the case stands. */
type ActAtStep = Exclude<Act, SafetyCommand | CorrectParticulars>;

const onRecorded = (
  state: RecordedCase,
  command: ActAtStep,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  if (command.kind === 'recordTimestamp') return referral.recordTimestamp(state, command, now);
  return command.kind === 'correctTimestamp'
    ? referral.correctTimestamp(state, command, calendar, now)
    : refuse({ code: 'CaseCarriesNoReview' });
};

const rightedAfterEnd = (
  state: EndedCase,
  command: ActAtStep,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> | undefined => {
  if (command.kind === 'correctReturn') return returns.correctReturn(state, command, calendar, now);
  if (command.kind === 'correctRecordsSecured')
    return returns.correctRecordsSecured(state, command, calendar, now);
  return command.kind === 'explainLateness' ? returns.explainLateness(state, command) : undefined;
};

/** R13: an answer link outlives the case, and the case may go on. Of one that was merged the other goes on, and they are kept off that. */
const keptOffAfterEnd = (state: EndedCase, command: ActAtStep): Decided<EventBody> | undefined => {
  if (state.ending.into !== undefined) return undefined;
  if (command.kind === 'excludeContact') return reminders.excludeContact(state, command);
  return command.kind === 'readmitContact' ? reminders.readmitContact(state, command) : undefined;
};

const onEnded = (
  state: EndedCase,
  command: ActAtStep,
  calendar: WorkingCalendar,
  now: Instant,
  given: WorkingCalendar | undefined,
): Decided<EventBody> => {
  if (command.kind === 'recordReturn') return returns.recordReturn(state, command, calendar, now);
  if (command.kind === 'recordRecordsSecured')
    return returns.recordRecordsSecured(state, command, calendar, now);
  const taken = rightedAfterEnd(state, command, calendar, now) ?? keptOffAfterEnd(state, command);
  if (taken !== undefined) return taken;
  if (command.kind === 'undoSettlement') return ending.undoSettlement(state, command, calendar, given);
  return command.kind === 'undoWithdrawal'
    ? ending.undoWithdrawal(state, command, calendar, given)
    : refuse({ code: 'CaseHasEnded', ...state.ending });
};

const onOpen = (
  state: OpenCase,
  command: ActAtStep,
  calendar: WorkingCalendar,
  now: Instant,
  given: WorkingCalendar | undefined,
): Decided<EventBody> => {
  const { asked } = command;
  switch (command.kind) {
    case 'recordTimestamp':
      return referral.recordTimestamp(state, command, now);
    case 'correctTimestamp':
      return referral.correctTimestamp(state, command, calendar, now);
    case 'addAgency':
      return scoping.addAgency(state, command, calendar, now);
    case 'correctIdentified':
      return scoping.correctIdentified(state, command, calendar, now);
    case 'removeAgency':
      return scoping.removeAgency(state, command);
    case 'sendScopingRequests':
      return scoping.sendScopingRequests(state, command);
    case 'recordRequestSent':
      return scoping.recordRequestSent(state, command, calendar, now);
    case 'recordBounce':
      return scoping.recordBounce(state, command, calendar);
    case 'correctBounce':
      return correctBounce(state, command, calendar);
    case 'voidRequest':
      return scoping.voidRequest(state, command);
    case 'correctRequestSent':
      return correctRequestSent(state, command, calendar, now);
    case 'recordReturn':
      return returns.recordReturn(state, command, calendar, now);
    case 'correctReturn':
      return returns.correctReturn(state, command, calendar, now);
    case 'acceptReturn':
      return returns.acceptReturn(state, command);
    case 'sendBackReturn':
      return returns.sendBackReturn(state, command);
    case 'agreeReturnDate':
      return returns.agreeReturnDate(state, command, calendar, now);
    case 'recordRecordsSecured':
      return returns.recordRecordsSecured(state, command, calendar, now);
    case 'correctRecordsSecured':
      return returns.correctRecordsSecured(state, command, calendar, now);
    case 'declineProposal':
      return returns.declineProposal(state, command);
    case 'explainLateness':
      return returns.explainLateness(state, command);
    case 'sendReminder':
      return reminders.sendReminder(state, command, calendar, now);
    case 'excludeContact':
      return reminders.excludeContact(state, command);
    case 'readmitContact':
      return reminders.readmitContact(state, command);
    case 'confirmEscalation':
      return reminders.confirmEscalation(state, command);
    case 'arrangeMeeting':
      return arranging.arrangeMeeting(state, command, calendar, now);
    case 'rearrangeMeeting':
      return arranging.rearrangeMeeting(state, command, calendar, now);
    case 'cancelMeeting':
      return arranging.cancelMeeting(state, command);
    case 'recordInvitationReply':
      return arranging.recordInvitationReply(state, command);
    case 'followDiary':
      return arranging.followDiary(state, command, calendar);
    case 'openMeeting':
      return holding.openMeeting(state, command, calendar, now);
    case 'undoOpening':
      return undoOpening(state, command);
    case 'recordArrival':
      return holding.recordArrival(state, command, calendar, now);
    case 'takeSeat':
      return holding.takeSeat(state, command, calendar, now);
    case 'recordDeparture':
      return holding.recordDeparture(state, command, calendar, now);
    case 'declareConflict':
      return declareConflict(state, command, calendar, now);
    case 'closeMeeting':
      return holding.closeMeeting(state, command, calendar, now);
    case 'correctMeetingDay':
      return correctMeetingDay(state, command, calendar, now);
    case 'evidenceDuty':
      return decision.evidenceDuty(state, command);
    case 'takeDecision':
      return decision.takeDecision(state, command, calendar, now);
    case 'confirmDecision':
      return confirmDecision(state, command, calendar, now);
    case 'correctConfirmation':
      return correctConfirmation(state, command, calendar, now);
    case 'signOffDecision':
      return decision.signOffDecision(state, command, asked, calendar, now);
    case 'correctSignOff':
      return decision.correctSignOff(state, command, calendar, now);
    case 'recordNotificationReference':
      return panel.recordNotificationReference(state, command);
    case 'attachReport':
      return panel.attachReport(state, command);
    case 'informPanel':
      return panel.informPanel(state, command, asked);
    case 'recordPanelInformed':
      return panel.recordPanelInformed(state, command, asked, calendar, now);
    case 'correctPanelInformed':
      return panel.correctPanelInformed(state, command, calendar, now);
    case 'recordPanelReply':
      return panel.recordPanelReply(state, command, calendar, now);
    case 'correctPanelReply':
      return panel.correctPanelReply(state, command, calendar, now);
    case 'settleReply':
      return panel.settleReply(state, command, calendar, now);
    case 'contactPanel':
      return contactPanel(state, command, calendar, now);
    case 'correctPanelContact':
      return correctPanelContact(state, command, calendar, now);
    case 'withdrawCase':
      return ending.withdrawCase(state, command, calendar, now);
    case 'findCriteriaNotMet':
      return ending.findCriteriaNotMet(state, command, calendar, now);
    case 'undoWithdrawal':
      return ending.undoWithdrawal(state, command, calendar, given);
    case 'undoSettlement':
      return ending.undoSettlement(state, command, calendar, given);
    case 'endAsMerged':
      return ending.endAsMerged(state, command, calendar, now);
    case 'noteDuplicate':
      return duplicates.noteDuplicate(state, command);
    case 'settleDuplicate':
      return duplicates.settleDuplicate(state, command);
    case 'absorbCase':
      return duplicates.absorbCase(state, command);
    case 'adoptCalendar':
      return calendarChange.adoptCalendar(state, command, calendar, given);
  }
};

export const decideAct = (
  state: AnyCase,
  command: Act,
  calendar: WorkingCalendar,
  now: Instant,
  given: WorkingCalendar | undefined,
): Decided<EventBody> => {
  // R23: at any step, and after the end.
  if (isSafetyCommand(command)) return decideSafety(state, command);
  // What is wrong about a person is put right as long as it is kept.
  if (command.kind === 'correctParticulars') return referral.correctParticulars(command);
  switch (state.status) {
    case 'recordedOnly':
      return onRecorded(state, command, calendar, now);
    case 'ended':
      return onEnded(state, command, calendar, now, given);
    case 'open':
      return onOpen(state, command, calendar, now, given);
  }
};
