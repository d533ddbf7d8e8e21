// Whether anything still needs the texts of a case, so that they must not be destroyed (R25): whoever waits until it is over
// loses nothing, whoever destroys them too early cannot take it back. A legal hold is set beside the case: `records/dossier/`.

import type { CaseReference } from '../references';
import type { RapidReview } from '../state';

export type TextsNeeded =
  | { readonly code: 'NoSuchCase' }
  /** Its mails, minutes and reads need them. */
  | { readonly code: 'CaseIsOpen' }
  /** R23: those on call read in the case what it is about. */
  | { readonly code: 'ConcernWaits'; readonly number: number }
  /** R22: who referred it is told by the case that it was merged into. */
  | { readonly code: 'MergedIntoOpenCase'; readonly into: CaseReference };

/** `mergedInto`: the case that it was merged into, as that stands; none where it was not. */
export const textsNeeded = (state: RapidReview, mergedInto: RapidReview): TextsNeeded | undefined => {
  if (state.status === 'none') return { code: 'NoSuchCase' };
  if (state.status === 'open') return { code: 'CaseIsOpen' };
  const concern = state.concerns.find(({ acknowledgedBy }) => acknowledgedBy === undefined);
  if (concern !== undefined) return { code: 'ConcernWaits', number: concern.number };
  return mergedInto.status === 'open'
    ? { code: 'MergedIntoOpenCase', into: mergedInto.reference }
    : undefined;
};
