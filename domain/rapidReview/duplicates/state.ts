// Another case that may be about the same incident (R22).

import type { Instant } from '../../calendar/instant';
import type { AgencyId } from '../../timetable/facts';
import type { CaseReference } from '../references';

/** An agency of a case that was merged into this one. */
export interface AgencyOfMerged {
  readonly agency: AgencyId;
  /** It answered there, and nobody has sent that back. */
  readonly answered?: true;
}

export interface DuplicateNoted {
  readonly of: CaseReference;
  /** Absent while nobody has settled it. `absorbed`: that case was merged into this one, itself or through another. */
  readonly settled?: 'linked' | 'keptApart' | 'absorbed';
  /** Of one that was absorbed: who was on it, or on what it had absorbed. They and their answers stay there. */
  readonly agencies?: readonly AgencyOfMerged[];
  /** The same: its receipt, whichever counts. Not kept without `receiptsOfMergedAreKept`. */
  readonly receivedAt?: Instant;
}

/** As what a case names another: it is a further episode of it (R21), may be the same, which nobody has settled, or as it was settled. */
export const NAMINGS = ['episode', 'maybeSame', 'linked', 'keptApart', 'absorbed'] as const;
export type Naming = (typeof NAMINGS)[number];

export interface WithDuplicates {
  readonly duplicates: readonly DuplicateNoted[];
  /** Its own receipt, once a case was merged into it: the earliest counts. */
  readonly receivedItself?: Instant;
}

/** The cases whose referrers this one tells beside its own (R22). */
export const absorbedBy = ({ duplicates }: WithDuplicates): readonly CaseReference[] =>
  duplicates.flatMap(({ of, settled }) => (settled === 'absorbed' ? [of] : []));

/** Whether that case was merged into this one, which tells its referrer in its place. */
export const hasAbsorbed = (state: WithDuplicates, other: CaseReference): boolean =>
  absorbedBy(state).includes(other);
