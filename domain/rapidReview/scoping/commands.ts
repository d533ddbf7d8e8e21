// What may be asked about the scoping requests: which agencies, how the request went, and when it is void.

import type { Instant } from '../../calendar/instant';
import type { CivilDate } from '../../calendar/civilDate';
import type { AgencyId, Channel, ContactId } from '../../timetable/facts';
import type { DossierRow } from '../state';
import type { ContactAbove } from './state';

/** An agency and the contacts that the register gives for it, at the moment of asking. */
export interface AgencyToAsk {
  readonly agency: AgencyId;
  readonly contacts: readonly ContactId[];
  /** Above them, for fail-over and escalation. */
  readonly above?: readonly ContactAbove[];
}

export interface AddAgency {
  readonly kind: 'addAgency';
  readonly agency: AgencyId;
  /** The proposal of another agency that it settles: one by name, which nobody else could know it by. */
  readonly proposal?: number;
  /** Found at that moment, and recorded only now: its day counts from then. */
  readonly identifiedAt?: Instant;
  /** How it came to light, where somebody wrote that down. */
  readonly note?: DossierRow;
}

/** The moment at which it was found was mistyped: when it was to be asked follows the right one, and the outcome is restated (R8). */
export interface CorrectIdentified {
  readonly kind: 'correctIdentified';
  readonly agency: AgencyId;
  readonly at: Instant;
  readonly reason: DossierRow;
}

/** It was named or added by mistake, and nobody has asked it anything. */
export interface RemoveAgency {
  readonly kind: 'removeAgency';
  readonly agency: AgencyId;
  readonly reason: DossierRow;
}

/** Mails the scoping template. To an agency already asked it goes again, and restarts nothing. */
export interface SendScopingRequests {
  readonly kind: 'sendScopingRequests';
  readonly agencies: readonly AgencyToAsk[];
}

/** The request went by telephone, secure mail or paper. */
export interface RecordRequestSent {
  readonly kind: 'recordRequestSent';
  readonly agency: AgencyId;
  readonly channel: Exclude<Channel, 'mail'>;
  /** The London date on which it went. */
  readonly on: CivilDate;
  /** The agency's contacts in the register, who are reminded by mail all the same; may be none. */
  readonly contacts: readonly ContactId[];
  readonly above?: readonly ContactAbove[];
  readonly note?: DossierRow;
}

/** One that the mail server has accepted of the agency's request, in whichever round. */
export interface MailOfRequest {
  readonly round: number;
  /** Not in what was recorded before it was told. */
  readonly sending?: number;
  readonly at: Instant;
  /** At whose addresses. */
  readonly to: readonly ContactId[];
}

/** A mail came back, the request or another. When the request has from every address, it is void. */
export interface RecordBounce {
  readonly kind: 'recordBounce';
  readonly agency: AgencyId;
  readonly contact: ContactId;
  /** Some mail has gone to them, as the ledger of notices knows: the case itself knows that of its requests alone. */
  readonly mailed?: true;
  /** By the same ledger: the case knows no more of them than when the first went. */
  readonly mails?: readonly MailOfRequest[];
  readonly note?: DossierRow;
}

/** It had not come back: the mail was of another case, or another agency (R8). */
export interface CorrectBounce {
  readonly kind: 'correctBounce';
  readonly agency: AgencyId;
  /** The last, where it is not said. */
  readonly round?: number;
  readonly contact: ContactId;
  /** As for `RecordBounce`. */
  readonly mails?: readonly MailOfRequest[];
  readonly reason: DossierRow;
}

/** The request never reached anyone, or was sent wrongly: it is due again, and both facts stay. */
export interface VoidRequest {
  readonly kind: 'voidRequest';
  readonly agency: AgencyId;
  readonly reason: DossierRow;
}

/**
 * The day was mistyped, or the agency had been asked another way before the mail went: its dates follow the right day, and outcomes are
 * restated (R8).
 */
export interface CorrectRequestSent {
  readonly kind: 'correctRequestSent';
  readonly agency: AgencyId;
  readonly on: CivilDate;
  /** Another way than the one that is recorded. */
  readonly channel?: Exclude<Channel, 'mail'>;
  readonly reason: DossierRow;
}

export type ScopingCommand =
  | AddAgency
  | CorrectIdentified
  | RemoveAgency
  | SendScopingRequests
  | RecordRequestSent
  | RecordBounce
  | CorrectBounce
  | VoidRequest
  | CorrectRequestSent;
