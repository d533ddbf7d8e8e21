// What is established about the answers of agencies.

import type { CivilDate } from '../../calendar/civilDate';
import type { AgencyId, ObligationKey } from '../../timetable/facts';
import type { Answer, DossierRow, Way } from '../state';
import type { Secured } from './commands';

export interface ReturnReceived {
  readonly kind: 'ReturnReceived';
  readonly body: {
    readonly agency: AgencyId;
    readonly number: number;
    readonly answer: Answer;
    readonly how: Way;
    readonly on: CivilDate;
    readonly content?: DossierRow;
    /** Who answered for it. */
    readonly note?: DossierRow;
  };
}

export interface ReturnCorrected {
  readonly kind: 'ReturnCorrected';
  readonly body: {
    readonly agency: AgencyId;
    readonly number: number;
    readonly was: CivilDate;
    /** Absent where it had been recorded by mistake. */
    readonly on?: CivilDate;
    readonly reason: DossierRow;
  };
}

export interface ReturnAccepted {
  readonly kind: 'ReturnAccepted';
  readonly body: { readonly agency: AgencyId; readonly number: number };
}

export interface ReturnSentBack {
  readonly kind: 'ReturnSentBack';
  readonly body: { readonly agency: AgencyId; readonly number: number; readonly reason: DossierRow };
}

/** Extended or shortened: both dates stay. */
export interface ReturnDateAgreed {
  readonly kind: 'ReturnDateAgreed';
  readonly body: {
    readonly agency: AgencyId;
    readonly was: CivilDate;
    readonly due: CivilDate;
    /** The London day on which it was agreed; absent where it was as it was recorded. */
    readonly on?: CivilDate;
    readonly afterMiss?: true;
    /** It gives more time than the agency has without it. */
    readonly extends?: true;
    /** It is the date that the agency has without it: none is agreed any more. */
    readonly own?: true;
    readonly reason: DossierRow;
  };
}

export interface RecordsSecured {
  readonly kind: 'RecordsSecured';
  readonly body: {
    readonly agency: AgencyId;
    readonly on: CivilDate;
    readonly secured: Secured;
    readonly note?: DossierRow;
  };
}

export interface RecordsSecuredCorrected {
  readonly kind: 'RecordsSecuredCorrected';
  readonly body: {
    readonly agency: AgencyId;
    readonly was: CivilDate;
    /** Absent where it had been recorded by mistake. */
    readonly on?: CivilDate;
    readonly reason: DossierRow;
  };
}

/** Asked the wrong organisation: this one may be the right one. */
export interface AgencyProposed {
  readonly kind: 'AgencyProposed';
  readonly body: { readonly by: AgencyId; readonly agency?: AgencyId; readonly note?: DossierRow };
}

export interface ProposalDeclined {
  readonly kind: 'ProposalDeclined';
  readonly body: { readonly proposal: number; readonly reason: DossierRow };
}

export interface LatenessExplained {
  readonly kind: 'LatenessExplained';
  readonly body: { readonly key: ObligationKey; readonly reason: DossierRow };
}

export type ReturnsEvent =
  | ReturnReceived
  | ReturnCorrected
  | ReturnAccepted
  | ReturnSentBack
  | ReturnDateAgreed
  | RecordsSecured
  | RecordsSecuredCorrected
  | AgencyProposed
  | ProposalDeclined
  | LatenessExplained;
