// Whose token was good the last time it was shown, by its hash: they are counted each by themselves, so that whoever guesses tokens from the
// same address takes nothing from those who are at work. Nobody is let in by it: the guard asks each time.

import { createHash } from 'node:crypto';
import type { ActorId } from '../../domain/rapidReview/commands';

/** More people than a partnership has; the one not seen for longest makes room. */
const MOST = 10_000;

const hashOf = (authorization: string): string =>
  createHash('sha256').update(authorization).digest('base64url');

export class LetIn {
  readonly #people = new Map<string, ActorId>();

  note(authorization: string | undefined, person: ActorId): void {
    if (authorization === undefined) return;
    const hash = hashOf(authorization);
    this.#people.delete(hash);
    this.#people.set(hash, person);
    const [longestAgo] = this.#people.keys();
    if (this.#people.size > MOST && longestAgo !== undefined) this.#people.delete(longestAgo);
  }

  /** It has ended since: what is asked with it is not asked by whoever had it. */
  forget(authorization: string | undefined): void {
    if (authorization !== undefined) this.#people.delete(hashOf(authorization));
  }

  /** Nothing for anyone not let in yet: they are counted with everybody at their address. */
  who(authorization: string | undefined): ActorId | undefined {
    return authorization === undefined ? undefined : this.#people.get(hashOf(authorization));
  }
}
