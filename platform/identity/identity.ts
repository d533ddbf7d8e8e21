// Who is asking: the one port through which identity comes in, whatever proves it. Tokens are the first proof;
// single sign-on can stand beside them. What an identity may do is decided in api/permissions.

import type { Instant } from '../../domain/calendar/instant';
import type { Seat } from '../../domain/policy/policyProfile';
import type { ActorId, Role } from '../../domain/rapidReview/commands';
import type { AgencyId } from '../../domain/timetable/facts';

export interface Identity {
  /** A code from the identity register; the name stays there. */
  readonly actor: ActorId;
  readonly role: Role;
  /** For a partner delegate: the seats whose authority they hold. */
  readonly seats: readonly Seat[];
  /** For an agency contact: the agency they answer for. */
  readonly agency?: AgencyId;
}

/** Nothing was shown, what was shown has another form, or it proves nobody (any more): which is not told apart. */
export type IdentityRefusal = 'missing' | 'malformed' | 'unknown';

export type Identified =
  | { readonly ok: true; readonly identity: Identity }
  | { readonly ok: false; readonly refusal: IdentityRefusal };

export interface IdentityPort {
  /** `authorization` is the header as it came, or nothing. */
  identify(authorization: string | undefined, at: Instant): Promise<Identified>;
}
