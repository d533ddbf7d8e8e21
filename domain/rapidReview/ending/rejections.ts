// Why an act on the end of a case is refused.

import type { CivilDate } from '../../calendar/civilDate';
import type { CaseReference } from '../references';
import type { Ending } from './state';

/** Nothing where the case is open. */
type HowEnded = Partial<Pick<Ending, 'cause' | 'into'>>;

export type EndingRejection =
  /** R20: after the notification, of which its copy may be all that is known, it can only be found not to meet the criteria. */
  | { readonly code: 'NotifiedAlready'; readonly on: CivilDate; readonly byItsCopy?: true }
  | { readonly code: 'NotNotifiedYet' }
  /** The Panel has decision and report: only its settled reply ends the case. */
  | { readonly code: 'PanelHasDecision'; readonly on: CivilDate }
  /** R22: it has itself absorbed the case that it should end for, so that one of the two would not go on. */
  | { readonly code: 'MergedTheOtherWay'; readonly into: CaseReference; readonly goesOn: CaseReference }
  | ({ readonly code: 'NotWithdrawn' } & HowEnded)
  | ({ readonly code: 'NotSettled' } & HowEnded);
