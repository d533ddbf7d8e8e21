// What is established between us and the national Panel.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import type { Outcome } from '../../timetable/facts';
import type { DossierRow } from '../references';
import type { Missing, PanelChannel, PanelContact, PanelReply } from './state';

export interface NotificationReferenceRecorded {
  readonly kind: 'NotificationReferenceRecorded';
  /** With a reason it takes the place of the one before. */
  readonly body: { readonly note: DossierRow; readonly reason?: DossierRow };
}

export interface ReportAttached {
  readonly kind: 'ReportAttached';
  readonly body: { readonly report: number; readonly document: DossierRow };
}

/** Decision and report are ordered to go. They count as sent once the mail server has accepted them. */
export interface PanelInformed {
  readonly kind: 'PanelInformed';
  readonly body: {
    readonly dispatch: number;
    readonly decision: number;
    readonly report: number;
    readonly channel: PanelChannel;
    readonly without: readonly Missing[];
    readonly reason?: DossierRow;
  };
}

/** Proof that they went: the London date, how, and when the mail server accepted them (R18). */
export interface PanelDispatchSent {
  readonly kind: 'PanelDispatchSent';
  readonly body: {
    readonly dispatch: number;
    readonly on: CivilDate;
    readonly channel: PanelChannel;
    readonly acceptedAt?: Instant;
    readonly note?: DossierRow;
  };
}

/** They went on another day than was recorded: it was mistyped, or a mail had gone before of which nobody had heard (R8, R18). */
export interface PanelDispatchCorrected {
  readonly kind: 'PanelDispatchCorrected';
  readonly body: {
    readonly dispatch: number;
    readonly was: CivilDate;
    /** Absent where it had been recorded by mistake. */
    readonly on?: CivilDate;
    /** Where a mail proves it. */
    readonly acceptedAt?: Instant;
    readonly reason?: DossierRow;
  };
}

/** The mail server refused it for good, or how it ended is not known: it must go another way. */
export interface PanelDispatchFailed {
  readonly kind: 'PanelDispatchFailed';
  readonly body: {
    readonly dispatch: number;
    /** The connection broke each time after it was handed over. */
    readonly mayHaveArrived?: true;
  };
}

export interface PanelReplied {
  readonly kind: 'PanelReplied';
  readonly body: {
    readonly number: number;
    readonly reply: PanelReply;
    readonly on: CivilDate;
    readonly note?: DossierRow;
  };
}

/** The day was mistyped (R8): what follows from a reply is counted from the right one. */
export interface PanelReplyCorrected {
  readonly kind: 'PanelReplyCorrected';
  readonly body: {
    readonly number: number;
    readonly was: CivilDate;
    /** Absent where it had been recorded by mistake. */
    readonly on?: CivilDate;
    /** It is the disagreement that the partners are to reconsider. */
    readonly countedFrom?: true;
    /** The answer to it, which another disagreement has overtaken, is judged otherwise by the right day. */
    readonly answer?: Outcome;
    readonly reason: DossierRow;
  };
}

export interface PanelContacted {
  readonly kind: 'PanelContacted';
  readonly body: {
    readonly contact: PanelContact;
    readonly expected?: CivilDate;
    readonly channel: PanelChannel;
    readonly on: CivilDate;
    readonly note: DossierRow;
  };
}

/** Of a word that did not go by mail from here: by its number, in the order of recording (R8). */
export interface PanelContactCorrected {
  readonly kind: 'PanelContactCorrected';
  readonly body: {
    readonly number: number;
    readonly was: CivilDate;
    /** Absent where it had been recorded by mistake. */
    readonly on?: CivilDate;
    readonly reason: DossierRow;
  };
}

export type PanelEvent =
  | NotificationReferenceRecorded
  | ReportAttached
  | PanelInformed
  | PanelDispatchSent
  | PanelDispatchCorrected
  | PanelDispatchFailed
  | PanelReplied
  | PanelReplyCorrected
  | PanelContacted
  | PanelContactCorrected;
