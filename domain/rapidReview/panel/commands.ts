// What may be asked about the national Panel: the report, informing it, its reply, any other word (R5, R17 to R19).

import type { CivilDate } from '../../calendar/civilDate';
import type { DossierRow } from '../references';
import type { PanelChannel, PanelContact, PanelReply } from './state';

/** The reference that the notification was given. */
export interface RecordNotificationReference {
  readonly kind: 'recordNotificationReference';
  readonly reference: DossierRow;
  /** Why it takes the place of the one that is recorded; both stay on record. */
  readonly reason?: DossierRow;
}

/** Where the report lies and what it is called. A further one replaces it; both stay. */
export interface AttachReport {
  readonly kind: 'attachReport';
  readonly document: DossierRow;
}

/** Sends decision and report to the Panel by mail; complete once the mail server has accepted it. */
export interface InformPanel {
  readonly kind: 'informPanel';
  /** The chair goes without a sign-off or the notification's reference: stated to the Panel (R17). */
  readonly proceedReason?: DossierRow;
}

/** Decision and report went another way. */
export interface RecordPanelInformed {
  readonly kind: 'recordPanelInformed';
  readonly channel: Exclude<PanelChannel, 'mail'>;
  readonly on: CivilDate;
  /** Proof: to whom, what came back. */
  readonly evidence: DossierRow;
  readonly proceedReason?: DossierRow;
}

/** The day on which they went another way was mistyped: outcomes are restated (R8). */
export interface CorrectPanelInformed {
  readonly kind: 'correctPanelInformed';
  readonly dispatch: number;
  /** Absent where it was recorded by mistake: they did not go. */
  readonly on?: CivilDate;
  readonly reason: DossierRow;
}

/** The day of a reply was mistyped: what is counted from it moves, and outcomes are restated (R8). */
export interface CorrectPanelReply {
  readonly kind: 'correctPanelReply';
  readonly number: number;
  /** Absent where it was recorded by mistake: the Panel has not replied so. */
  readonly on?: CivilDate;
  readonly reason: DossierRow;
}

export interface RecordPanelReply {
  readonly kind: 'recordPanelReply';
  readonly reply: PanelReply;
  readonly on: CivilDate;
  readonly letter?: DossierRow;
}

/** The last reply needs nothing more: the case ends (R20). */
export interface SettleReply {
  readonly kind: 'settleReply';
  readonly reason: DossierRow;
}

export interface ContactPanel {
  readonly kind: 'contactPanel';
  readonly contact: PanelContact;
  /** With `willBeLate`: when the Panel may expect decision and report. */
  readonly expected?: CivilDate;
  /** Mailed by us, or done another way and recorded. */
  readonly channel: PanelChannel;
  /** The London date on which it was told; absent, today. A mail is of the day on which it goes. */
  readonly on?: CivilDate;
  readonly note: DossierRow;
}

/** A word to the Panel was of another day, or none (R8). */
export interface CorrectPanelContact {
  readonly kind: 'correctPanelContact';
  readonly number: number;
  /** Absent where it was recorded by mistake: the Panel was not told so. */
  readonly on?: CivilDate;
  readonly reason: DossierRow;
}

export type PanelCommand =
  | RecordNotificationReference
  | AttachReport
  | InformPanel
  | RecordPanelInformed
  | CorrectPanelInformed
  | RecordPanelReply
  | CorrectPanelReply
  | SettleReply
  | ContactPanel
  | CorrectPanelContact;
