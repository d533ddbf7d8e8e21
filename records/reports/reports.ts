// What is promised about reports: numbers over all cases, by obligation, worked out from the projections when asked for.

import type { CivilDate } from '../../domain/calendar/civilDate';
import type { ObligationName } from '../../domain/policy/policyProfile';

export interface LatenessQuery {
  /** The day of the report: what is not done and due before it is late. */
  readonly today: CivilDate;
  /** Of referrals received on or after and on or before. */
  readonly receivedFrom?: CivilDate;
  readonly receivedTo?: CivilDate;
}

/** Against the first dates nobody is helped by an extension or a bank holiday; against the present ones everybody is. */
export interface Lateness {
  readonly obligation: ObligationName;
  /** Done, or late and not done, in cases that were not merged into another. */
  readonly judged: number;
  readonly done: number;
  readonly lateByPresentDate: number;
  readonly lateByFirstDate: number;
  /** Of which the date has moved. */
  readonly moved: number;
}

export interface Reports {
  lateness(query: LatenessQuery): Promise<readonly Lateness[]>;
}
