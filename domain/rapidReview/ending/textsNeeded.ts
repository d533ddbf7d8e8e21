// Whether anything still needs the texts of a case, so that they must not be destroyed (R25): whoever waits until it is over
// loses nothing, whoever destroys them too early cannot take it back. A legal hold is set beside the case: `records/dossier/`.

import type { CaseReference } from '../references';
import { unacknowledged } from '../safety/decide';
import type { RapidReview } from '../state';
import type { EndingCause } from './state';

export type TextsNeeded =
  | { readonly code: 'NoSuchCase' }
  /** Its mails, minutes and reads need them. */
  | { readonly code: 'CaseIsOpen' }
  /** R23: those on call read in the case what it is about. */
  | { readonly code: 'ConcernWaits'; readonly number: number }
  /** R22: who referred it is told by the case that it was merged into. */
  | { readonly code: 'MergedIntoOpenCase'; readonly into: CaseReference }
  /** The same, once that is taken up again (R20), which it cannot be without texts of its own. */
  | { readonly code: 'MergedIntoCaseThatMayGoOn'; readonly into: CaseReference };

/** A case that has taken it in, itself or by taking in another that had; `readable` is whether its own key is there. */
export interface Absorber {
  readonly state: RapidReview;
  readonly readable: boolean;
}

/** What is undone: a withdrawal, and a settlement by mistake. */
const MAY_GO_ON: readonly EndingCause[] = ['withdrawn', 'settled'];

const neededBy = ({ state, readable }: Absorber): TextsNeeded | undefined => {
  if (state.status === 'open') return { code: 'MergedIntoOpenCase', into: state.reference };
  return state.status === 'ended' && MAY_GO_ON.includes(state.ending.cause) && readable
    ? { code: 'MergedIntoCaseThatMayGoOn', into: state.reference }
    : undefined;
};

/** However it ended itself: it may have been withdrawn while another was taking it in. */
export const textsNeeded = (state: RapidReview, absorbers: readonly Absorber[]): TextsNeeded | undefined => {
  if (state.status === 'none') return { code: 'NoSuchCase' };
  if (state.status === 'open') return { code: 'CaseIsOpen' };
  const [concern] = unacknowledged(state);
  if (concern !== undefined) return { code: 'ConcernWaits', number: concern.number };
  return absorbers.map(neededBy).find((needed) => needed !== undefined);
};
