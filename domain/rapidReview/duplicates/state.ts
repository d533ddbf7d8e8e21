// Another case that may be about the same incident (R22).

import type { Instant } from '../../calendar/instant';
import { TIMESTAMPS, type TimestampName } from '../../policy/policyProfile';
import type { AgencyId, TimetableFacts } from '../../timetable/facts';
import type { CaseReference } from '../references';

/** An agency of a case that was merged into this one. */
export interface AgencyOfMerged {
  readonly agency: AgencyId;
  /** It answered there, and nobody has sent that back. */
  readonly answered?: true;
  /** Where that one had absorbed others, or none of their referrals named it: of which of them all it did. Absent: of that one. */
  readonly on?: readonly CaseReference[];
  /** Where it was found in one of them, and not named: since when it was known there. */
  readonly found?: Instant;
}

/** Of one case by itself, whichever counts. */
export interface ReceiptOfMerged {
  readonly of: CaseReference;
  readonly receivedAt: Instant;
}

/** What was recorded of the incident in a case that is merged, beside its receipt. */
export type MomentsOfMerged = Readonly<Partial<Record<Exclude<TimestampName, 'referralReceived'>, Instant>>>;

export interface DuplicateNoted {
  readonly of: CaseReference;
  /** Absent while nobody has settled it. `absorbed`: that case was merged into this one, itself or through another. */
  readonly settled?: 'linked' | 'keptApart' | 'absorbed';
  /** Of one that was absorbed: who was on it, or on what it had absorbed. They and their answers stay there. */
  readonly agencies?: readonly AgencyOfMerged[];
  /** The same: its receipt, whichever counts. */
  readonly receivedAt?: Instant;
  /** The same: what was not taken over, since this case knew it otherwise; until a moment of that name is recorded here. */
  readonly notTaken?: MomentsOfMerged;
}

/** As what a case names another: it is a further episode of it (R21), may be the same, which nobody has settled, or as it was settled. */
export const NAMINGS = ['episode', 'maybeSame', 'linked', 'keptApart', 'absorbed'] as const;
export type Naming = (typeof NAMINGS)[number];

export interface WithDuplicates {
  readonly duplicates: readonly DuplicateNoted[];
  /** Its own receipt, once a case was merged into it: the earliest counts. */
  readonly receivedItself?: Instant;
}

/** What merged cases knew, and was not taken over, of which this case knows no moment at all: such as that the Panel was notified. */
export const momentsWanting = ({
  timestamps,
  duplicates,
}: WithDuplicates & Pick<TimetableFacts, 'timestamps'>): readonly {
  readonly of: CaseReference;
  readonly what: keyof MomentsOfMerged;
  readonly at: Instant;
}[] =>
  duplicates.flatMap(({ of, notTaken = {} }) =>
    TIMESTAMPS.flatMap((what) => {
      if (what === 'referralReceived' || timestamps[what] !== undefined) return [];
      const at = notTaken[what];
      return at === undefined ? [] : [{ of, what, at }];
    }),
  );

/** The cases whose referrers this one tells beside its own (R22). */
export const absorbedBy = ({ duplicates }: WithDuplicates): readonly CaseReference[] =>
  duplicates.flatMap(({ of, settled }) => (settled === 'absorbed' ? [of] : []));

/** Whether that case was merged into this one, which tells its referrer in its place. */
export const hasAbsorbed = (state: WithDuplicates, other: CaseReference): boolean =>
  absorbedBy(state).includes(other);
