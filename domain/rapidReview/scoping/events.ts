// What is established about agencies and the requests sent to them.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import type { AgencyId, Channel, ContactId } from '../../timetable/facts';
import type { DossierRow } from '../state';
import type { CauseOfVoid, ContactAbove } from './state';

export interface AgencyIdentified {
  readonly kind: 'AgencyIdentified';
  readonly body: {
    readonly agency: AgencyId;
    readonly identified: 'withReferral' | Instant;
    /** Before it was recorded. */
    readonly foundBefore?: true;
    /** The proposal of another agency that is settled by it. One that names an agency of the register settles itself. */
    readonly proposal?: number;
    /** By number, the decisions before this that lacked its answer; absent where there was none. */
    readonly lackedBy?: readonly number[];
    readonly note?: DossierRow;
  };
}

/** When it was found had been mistyped. */
export interface AgencyIdentifiedCorrected {
  readonly kind: 'AgencyIdentifiedCorrected';
  readonly body: {
    readonly agency: AgencyId;
    readonly was: Instant;
    readonly at: Instant;
    /** By number, the decisions that lacked its answer; absent where there was none. */
    readonly lackedBy?: readonly number[];
    readonly reason: DossierRow;
  };
}

/** It was on the case by mistake. */
export interface AgencyRemoved {
  readonly kind: 'AgencyRemoved';
  readonly body: { readonly agency: AgencyId; readonly reason: DossierRow };
}

/** Somebody pressed send. The request counts as sent only when the mail server has accepted it. */
export interface ScopingRequested {
  readonly kind: 'ScopingRequested';
  readonly body: {
    readonly agency: AgencyId;
    readonly round: number;
    /** 1 for the first mail of the round, one more for each re-sending. */
    readonly sending: number;
    readonly contacts: readonly ContactId[];
    readonly above?: readonly ContactAbove[];
  };
}

export interface ScopingRequestSent {
  readonly kind: 'ScopingRequestSent';
  readonly body: {
    readonly agency: AgencyId;
    readonly round: number;
    /** The London date that the agency's clock runs from. */
    readonly on: CivilDate;
    readonly channel: Channel;
    /** When the mail server accepted it; absent for another way. */
    readonly acceptedAt?: Instant;
    /** Who can be reminded by mail, where the request itself went another way. */
    readonly contacts?: readonly ContactId[];
    readonly above?: readonly ContactAbove[];
    readonly note?: DossierRow;
  };
}

export interface RequestBounced {
  readonly kind: 'RequestBounced';
  readonly body: {
    readonly agency: AgencyId;
    readonly contact: ContactId;
    readonly how: 'refusedByMailServer' | 'returned';
    readonly note?: DossierRow;
  };
}

/** Somebody recorded by mistake that it came back (R8). */
export interface RequestBounceCorrected {
  readonly kind: 'RequestBounceCorrected';
  readonly body: {
    readonly agency: AgencyId;
    readonly round: number;
    readonly contact: ContactId;
    /** The request was void for it, and is not: it counts from that day, where it is known to have gone. */
    readonly stands?: { readonly on?: CivilDate };
    readonly reason: DossierRow;
  };
}

export interface RequestVoided {
  readonly kind: 'RequestVoided';
  readonly body: {
    readonly agency: AgencyId;
    readonly round: number;
    readonly cause: CauseOfVoid;
    readonly reason?: DossierRow;
  };
}

/** The day on which the request went was recorded wrongly (R8). */
export interface RequestSentCorrected {
  readonly kind: 'RequestSentCorrected';
  readonly body: {
    readonly agency: AgencyId;
    readonly was: CivilDate;
    readonly on: CivilDate;
    /** Another way than the one that was recorded. */
    readonly channel?: Channel;
    /** When the mail server had accepted it: before the day that a person recorded, or on `mailedOn`. */
    readonly acceptedAt?: Instant;
    /** The day of a mail, no earlier than the day that counts, which stays; with `mailCameBack` of a later mail, before which the agency had answered. */
    readonly mailedOn?: CivilDate;
    /** The mail has come back from every address: `on` is the day on which it went another way; by `channel`, of a later mail that stands. */
    readonly mailCameBack?: true;
    /** `on` is the day of the mail that came back after all: the agency had answered before the other way, or, by `channel`, the later mail. */
    readonly mailAnswered?: true;
    /** `on` is the day of the mail after all: that it came back was recorded by mistake. */
    readonly mailArrived?: true;
    /** Of a person alone. */
    readonly reason?: DossierRow;
  };
}

export type ScopingEvent =
  | AgencyIdentified
  | AgencyIdentifiedCorrected
  | AgencyRemoved
  | ScopingRequested
  | ScopingRequestSent
  | RequestBounced
  | RequestBounceCorrected
  | RequestVoided
  | RequestSentCorrected;
