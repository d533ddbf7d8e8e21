// Who asks something of a case, under which authority, and how the same asking is known again.

import type { Instant } from '../calendar/instant';
import type { Seat } from '../policy/policyProfile';

export const ROLES = [
  'coordinator',
  'meetingChair',
  'independentChair',
  'partnerDelegate',
  'agencyContact',
  'auditor',
  'service',
] as const;
export type Role = (typeof ROLES)[number];

/** Who asks, as a code from the identity register; the name stays there. */
export type ActorId = string & { readonly __brand: 'ActorId' };

export interface Asked {
  readonly actor: ActorId;
  /** The role under which they act. */
  readonly authority: Role;
  /** For a partner's delegate: whose authority they hold. */
  readonly seats?: readonly Seat[];
  /** The same id twice has the effect of once. */
  readonly commandId: string;
  /** When the request first reached the API: the receipt of a referral that gives no other. */
  readonly askedAt: Instant;
  /** The version that the person saw (`If-Match`); refused when the case has moved on. */
  readonly expectedVersion?: number;
}
