// How a case has ended (R20).

import type { CivilDate } from '../../calendar/civilDate';
import type { CaseReference } from '../references';

export const ENDINGS = ['withdrawn', 'criteriaNotMet', 'settled', 'merged'] as const;
export type EndingCause = (typeof ENDINGS)[number];

export interface Ending {
  readonly cause: EndingCause;
  readonly on: CivilDate;
  /** Merged: the case that goes on. */
  readonly into?: CaseReference;
}
