// The chain that makes a change in the past visible: each event's hash covers the one before and its own content.
// It says where a chain breaks, not who broke it; the events themselves come from elsewhere.

import { hash as hashNow } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { CaseReference } from '../../domain/rapidReview/state';

// In one call: a hash object for each of a million events would take longer than the hashing.
const sha256 = (text: string): string => hashNow('sha256', text, 'hex');

/** What stands before the first event: derived from the reference, so that a chain fits its own case only. */
export const chainStart = (reference: CaseReference): string => sha256(`rapid-review/case/${reference}`);

/** RFC 8785: the same content gives the same text, whatever the order of its properties. */
export const canonicalText = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('only JSON has a canonical text');
  return text;
};

/**
 * The same text as `canonicalText` gives of the whole. Written out, because the envelope is the same for every event and
 * costs more than the body where a million of them are checked.
 */
const canonicalEvent = ({ number, at, actor, authority, commandId, kind, body }: CaseEvent): string =>
  `{"actor":${JSON.stringify(actor)},"at":${at},"authority":${JSON.stringify(authority)},` +
  `"body":${canonicalText(body)},"commandId":${JSON.stringify(commandId)},"kind":${JSON.stringify(kind)},"number":${number}}`;

export const hashOf = (previousHash: string, event: CaseEvent): string =>
  sha256(`${previousHash}\n${canonicalEvent(event)}`);

export interface ChainedEvent {
  readonly event: CaseEvent;
  readonly hash: string;
  readonly previousHash: string;
}

export interface ChainHead {
  readonly number: number;
  readonly hash: string;
}

/** One case being checked, event by event in the order of their numbers: it holds one event at a time, not the case. */
export class ChainUnderCheck {
  #previous: string;
  #broken: number | undefined;
  checked = 0;

  constructor(readonly reference: CaseReference) {
    this.#previous = chainStart(reference);
  }

  follow({ event, hash, previousHash }: ChainedEvent): void {
    this.checked += 1;
    const holds =
      event.number === this.checked &&
      previousHash === this.#previous &&
      hashOf(this.#previous, event) === hash;
    if (!holds) this.#broken ??= this.checked;
    this.#previous = hash;
  }

  /** The number of the first event that is not what was recorded; nothing when all of them are. */
  brokenAt(head: ChainHead | undefined): number | undefined {
    if (this.#broken !== undefined) return this.#broken;
    // Cut off at the end, or added to without the head.
    if (head === undefined) return this.checked === 0 ? undefined : 1;
    if (head.number !== this.checked) return Math.min(head.number, this.checked) + 1;
    return head.hash === this.#previous ? undefined : Math.max(head.number, 1);
  }
}
