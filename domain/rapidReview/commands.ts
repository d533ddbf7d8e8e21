// What people and systems may ask of a case, put together from the slices. Free text never travels in a command:
// it is in the dossier, and the command carries its row.

import type { Asked } from './asked';
import type { CalendarChangeCommand } from './calendarChange/commands';
import type { DecisionCommand } from './decision/commands';
import type { DuplicatesCommand } from './duplicates/commands';
import type { EndingCommand } from './ending/commands';
import type { MeetingCommand } from './meeting/commands';
import type { PanelCommand } from './panel/commands';
import type { ReferralCommand } from './referral/commands';
import type { RemindersCommand } from './reminders/commands';
import type { ReturnsCommand } from './returns/commands';
import type { SafetyCommand } from './safety/commands';
import type { ScopingCommand } from './scoping/commands';

export type { ActorId, Asked, Role } from './asked';
export { ROLES } from './asked';

export type CommandBody =
  | ReferralCommand
  | ScopingCommand
  | ReturnsCommand
  | RemindersCommand
  | MeetingCommand
  | DecisionCommand
  | PanelCommand
  | EndingCommand
  | SafetyCommand
  | DuplicatesCommand
  | CalendarChangeCommand;
export type Command = CommandBody & { readonly asked: Asked };
export type CommandKind = Command['kind'];

/** A command that is missing here, or is none, does not compile. */
const EACH: Readonly<Record<CommandKind, true>> = {
  openCase: true,
  recordTimestamp: true,
  correctTimestamp: true,
  correctParticulars: true,
  addAgency: true,
  correctIdentified: true,
  removeAgency: true,
  sendScopingRequests: true,
  recordRequestSent: true,
  recordBounce: true,
  correctBounce: true,
  voidRequest: true,
  correctRequestSent: true,
  recordReturn: true,
  correctReturn: true,
  acceptReturn: true,
  sendBackReturn: true,
  agreeReturnDate: true,
  recordRecordsSecured: true,
  correctRecordsSecured: true,
  declineProposal: true,
  explainLateness: true,
  sendReminder: true,
  excludeContact: true,
  readmitContact: true,
  confirmEscalation: true,
  arrangeMeeting: true,
  rearrangeMeeting: true,
  cancelMeeting: true,
  recordInvitationReply: true,
  followDiary: true,
  openMeeting: true,
  undoOpening: true,
  recordArrival: true,
  takeSeat: true,
  recordDeparture: true,
  declareConflict: true,
  closeMeeting: true,
  correctMeetingDay: true,
  evidenceDuty: true,
  takeDecision: true,
  confirmDecision: true,
  correctConfirmation: true,
  signOffDecision: true,
  correctSignOff: true,
  recordNotificationReference: true,
  attachReport: true,
  informPanel: true,
  recordPanelInformed: true,
  correctPanelInformed: true,
  recordPanelReply: true,
  correctPanelReply: true,
  settleReply: true,
  contactPanel: true,
  correctPanelContact: true,
  withdrawCase: true,
  findCriteriaNotMet: true,
  undoWithdrawal: true,
  undoSettlement: true,
  endAsMerged: true,
  raiseSafetyConcern: true,
  acknowledgeSafetyConcern: true,
  recordSafetyAction: true,
  noteDuplicate: true,
  settleDuplicate: true,
  absorbCase: true,
  adoptCalendar: true,
};

/** Every command, by the name under which it is sent as an update. */
export const COMMAND_KINDS = Object.keys(EACH) as readonly CommandKind[];
