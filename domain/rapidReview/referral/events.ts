// What is established about the referral and the six timestamps.

import type { Instant } from '../../calendar/instant';
import type { TimestampName } from '../../policy/policyProfile';
import type { ProfileId } from '../../policy/profiles';
import type { CaseReference, DossierRow, Nature } from '../state';
import type { PartOfParticulars } from './partsOfParticulars';

export interface CaseOpened {
  readonly kind: 'CaseOpened';
  readonly body: {
    readonly reference: CaseReference;
    readonly nature: Nature;
    readonly profile: ProfileId;
    readonly rulesVersion: number;
    /** Version of the snapshot; the snapshot itself is in the records under this version. */
    readonly calendar: string;
    readonly receivedAt: Instant;
    readonly lateLoggingReason?: DossierRow;
    readonly episodeOf?: CaseReference;
  };
}

export interface TimestampRecorded {
  readonly kind: 'TimestampRecorded';
  readonly body: { readonly timestamp: TimestampName; readonly at: Instant };
}

export interface TimestampCorrected {
  readonly kind: 'TimestampCorrected';
  readonly body: {
    readonly timestamp: TimestampName;
    readonly was: Instant;
    /** Absent where it had been recorded by mistake. */
    readonly at?: Instant;
    /** The case that was merged into this one, where it is the receipt of that. */
    readonly of?: CaseReference;
    /** Of a receipt: the one that counts, where another is the earlier. */
    readonly counts?: Instant;
    readonly reason: DossierRow;
  };
}

/** The dossier has them anew, under the command of this event; what was written before stays there. */
export interface ParticularsCorrected {
  readonly kind: 'ParticularsCorrected';
  readonly body: { readonly parts: readonly PartOfParticulars[]; readonly reason: DossierRow };
}

export type ReferralEvent = CaseOpened | TimestampRecorded | TimestampCorrected | ParticularsCorrected;
