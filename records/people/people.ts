// What the identity register promises: people as codes (their names encrypted), and tokens of which only a hash
// is kept. What a role may do is decided elsewhere.

import type { Instant } from '../../domain/calendar/instant';
import type { Seat } from '../../domain/policy/policyProfile';
import type { ActorId, Role } from '../../domain/rapidReview/commands';
import type { AgencyId } from '../../domain/timetable/facts';
import type { Identity } from '../../platform/identity/identity';

/** `TK-0001`. */
export type TokenId = string & { readonly __brand: 'TokenId' };

/** Who shows a token, and which. */
export interface TokenHolder extends Identity {
  readonly tokenId: TokenId;
}

export interface TokenToIssue {
  readonly role: Role;
  /** The name; kept encrypted. */
  readonly person: string;
  /** A further token for somebody known; their recorded name stays as it is. */
  readonly actor?: ActorId;
  readonly seats?: readonly Seat[];
  readonly agency?: AgencyId;
  readonly expiresAt?: Instant;
  readonly at: Instant;
  /** Made by `npm start` for trying out; `revokeDemo` takes them all back. */
  readonly demo?: boolean;
}

export interface IssuedToken {
  /** `rr_<token id>_<secret>`: shown once, kept nowhere. */
  readonly token: string;
  readonly tokenId: TokenId;
  readonly actor: ActorId;
}

export interface TokenListing extends TokenHolder {
  /** The name, decrypted: for the people who look after tokens. Nothing where the key that sealed it is lost. */
  readonly person?: string;
  readonly issuedAt: Instant;
  readonly expiresAt?: Instant;
  readonly revokedAt?: Instant;
  readonly demo: boolean;
}

export interface People {
  issue(token: TokenToIssue): Promise<IssuedToken>;
  /** Nothing for an unknown, altered, expired or revoked token; which of them is not said. */
  findByToken(token: string, at: Instant): Promise<TokenHolder | undefined>;
  /** Every token ever issued, oldest first. */
  list(): Promise<readonly TokenListing[]>;
  /** Whether there was such a token in force. */
  revoke(tokenId: TokenId, at: Instant): Promise<boolean>;
  revokeDemo(at: Instant): Promise<number>;
  nameOf(actor: ActorId): Promise<string | undefined>;
  /** Whoever is not in the register is left out. */
  namesOf(actors: readonly ActorId[]): Promise<ReadonlyMap<ActorId, string>>;
}
