// Why an act on the end of a case is refused.

import type { CivilDate } from '../../calendar/civilDate';
import type { EndingCause } from './state';

export type EndingRejection =
  /** R20: after the notification it can only be found not to meet the criteria. */
  | { readonly code: 'NotifiedAlready'; readonly on: CivilDate }
  | { readonly code: 'NotNotifiedYet' }
  /** The Panel has decision and report: only its settled reply ends the case. */
  | { readonly code: 'PanelHasDecision'; readonly on: CivilDate }
  | { readonly code: 'NotWithdrawn'; readonly cause?: EndingCause };
