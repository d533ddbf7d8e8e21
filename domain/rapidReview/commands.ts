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

/** Every command, by the name under which it is sent as an update. */
export const COMMAND_KINDS = [
  'openCase',
  'recordTimestamp',
  'correctTimestamp',
  'correctParticulars',
  'addAgency',
  'sendScopingRequests',
  'recordRequestSent',
  'recordBounce',
  'voidRequest',
  'correctRequestSent',
  'recordReturn',
  'correctReturn',
  'acceptReturn',
  'sendBackReturn',
  'agreeReturnDate',
  'recordRecordsSecured',
  'correctRecordsSecured',
  'declineProposal',
  'explainLateness',
  'sendReminder',
  'excludeContact',
  'readmitContact',
  'confirmEscalation',
  'arrangeMeeting',
  'rearrangeMeeting',
  'cancelMeeting',
  'recordInvitationReply',
  'followDiary',
  'openMeeting',
  'recordArrival',
  'takeSeat',
  'recordDeparture',
  'declareConflict',
  'closeMeeting',
  'evidenceDuty',
  'takeDecision',
  'confirmDecision',
  'signOffDecision',
  'recordNotificationReference',
  'attachReport',
  'informPanel',
  'recordPanelInformed',
  'correctPanelInformed',
  'recordPanelReply',
  'correctPanelReply',
  'settleReply',
  'contactPanel',
  'withdrawCase',
  'findCriteriaNotMet',
  'undoWithdrawal',
  'endAsMerged',
  'raiseSafetyConcern',
  'acknowledgeSafetyConcern',
  'recordSafetyAction',
  'noteDuplicate',
  'settleDuplicate',
  'absorbCase',
  'adoptCalendar',
] as const satisfies readonly CommandKind[];
