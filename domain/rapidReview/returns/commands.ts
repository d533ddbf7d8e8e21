// What may be asked about the answers of agencies: recorded, corrected, judged, extended; their records secured.

import type { CivilDate } from '../../calendar/civilDate';
import type { AgencyId } from '../../timetable/facts';
import type { Answer, DossierRow, Way } from '../state';

/** How the records of an agency are secured (C4). */
export interface Secured {
  readonly paper: boolean;
  readonly electronic: boolean;
  /** Nobody can change or destroy them any more. */
  readonly locked: boolean;
}

export interface RecordReturn {
  readonly kind: 'recordReturn';
  readonly agency: AgencyId;
  readonly answer: Answer;
  readonly how: Way;
  /** The London date on which it came. */
  readonly on: CivilDate;
  /** What the agency wrote. */
  readonly content?: DossierRow;
  /** Who answered for it. */
  readonly by?: DossierRow;
  /** With "wrong organisation": whom to ask instead, by the register or by name. */
  readonly askInstead?: { readonly agency: AgencyId } | { readonly named: DossierRow };
}

/** The day of a return was mistyped: outcomes are restated (R8). */
export interface CorrectReturn {
  readonly kind: 'correctReturn';
  readonly agency: AgencyId;
  readonly number: number;
  /** Absent where it was recorded by mistake: the agency has not given this answer. */
  readonly on?: CivilDate;
  readonly reason: DossierRow;
}

export interface AcceptReturn {
  readonly kind: 'acceptReturn';
  readonly agency: AgencyId;
  readonly number: number;
}

/** Something is missing: it counts as a partial return from then on, and stops nothing. */
export interface SendBackReturn {
  readonly kind: 'sendBackReturn';
  readonly agency: AgencyId;
  readonly number: number;
  readonly missing: DossierRow;
}

/** Extends or shortens the time of one agency. */
export interface AgreeReturnDate {
  readonly kind: 'agreeReturnDate';
  readonly agency: AgencyId;
  readonly due: CivilDate;
  /** The London day on which it was agreed, where that is recorded later. */
  readonly on?: CivilDate;
  readonly reason: DossierRow;
}

export interface RecordRecordsSecured {
  readonly kind: 'recordRecordsSecured';
  readonly agency: AgencyId;
  readonly on: CivilDate;
  readonly secured: Secured;
  /** Who secured them, and what else was said. */
  readonly by?: DossierRow;
}

/** The day was mistyped: the outcome is restated (R8). */
export interface CorrectRecordsSecured {
  readonly kind: 'correctRecordsSecured';
  readonly agency: AgencyId;
  /** Absent where it was recorded by mistake: they are not secured. */
  readonly on?: CivilDate;
  readonly reason: DossierRow;
}

/** The proposal to ask another agency comes to nothing; added to the case, it is settled by itself. */
export interface DeclineProposal {
  readonly kind: 'declineProposal';
  readonly proposal: number;
  readonly reason: DossierRow;
}

/** Why something is late (R5). */
export interface ExplainLateness {
  readonly kind: 'explainLateness';
  /** The key of a missed obligation. */
  readonly key: string;
  readonly reason: DossierRow;
}

export type ReturnsCommand =
  | RecordReturn
  | CorrectReturn
  | AcceptReturn
  | SendBackReturn
  | AgreeReturnDate
  | RecordRecordsSecured
  | CorrectRecordsSecured
  | DeclineProposal
  | ExplainLateness;
