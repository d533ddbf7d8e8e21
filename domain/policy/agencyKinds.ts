// What kinds of agency there are, and which of them may fill which partner's seat (R14). Who is in the register is the
// records' to know.

import type { Seat } from './policyProfile';

export const AGENCY_KINDS = [
  'localAuthority',
  'police',
  'britishTransportPolice',
  'integratedCareBoard',
  'nhsProvider',
  'generalPractice',
  'school',
  'earlyYears',
  'probation',
  'youthJustice',
  'housing',
  'voluntary',
  'other',
] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

/** R14: each seat belongs to one kind of agency; a provider never fills the ICB's, nor the BTP the police's. */
export const maySit = (kind: AgencyKind, seat: Seat): boolean => kind === seat;
