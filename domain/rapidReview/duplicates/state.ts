// Another case that may be about the same incident (R22).

import type { CaseReference } from '../references';

export interface DuplicateNoted {
  readonly of: CaseReference;
  /** Absent while nobody has settled it. `absorbed`: that case was merged into this one. */
  readonly settled?: 'linked' | 'keptApart' | 'absorbed';
}

/** Whether that case was merged into this one, which tells its referrer in its place. */
export const hasAbsorbed = (
  { duplicates }: { readonly duplicates: readonly DuplicateNoted[] },
  other: CaseReference,
): boolean => duplicates.some(({ of, settled }) => of === other && settled === 'absorbed');
