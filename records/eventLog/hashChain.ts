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

/** What an event says beside its body. */
type Envelope = Omit<CaseEvent, 'body'>;

/**
 * With a canonical body, the same text as `canonicalText` gives of the whole. Written out, because the envelope is the same for
 * every event, and because a body that was recorded in its canonical text need not be read to be checked.
 */
const linkTo = (previousHash: string, event: Envelope, body: string): string => {
  const { number, at, actor, authority, commandId, kind } = event;
  return sha256(
    `${previousHash}\n{"actor":${JSON.stringify(actor)},"at":${at},"authority":${JSON.stringify(authority)},` +
      `"body":${body},"commandId":${JSON.stringify(commandId)},"kind":${JSON.stringify(kind)},"number":${number}}`,
  );
};

/** The body as it is recorded, and the hash of its event after that hash. */
export const linkOf = (
  previousHash: string,
  event: CaseEvent,
): { readonly body: string; readonly hash: string } => {
  const body = canonicalText(event.body);
  return { body, hash: linkTo(previousHash, event, body) };
};

export const hashOf = (previousHash: string, event: CaseEvent): string => linkOf(previousHash, event).hash;

/** An event as it stands in the log. */
export interface ChainedEvent extends Envelope {
  /** JSON, as it is written there. */
  readonly body: string;
  readonly hash: string;
  readonly previousHash: string;
}

/** Its body may stand in another text of the same JSON: so does one that was recorded before the log kept texts. */
const isLink = (previousHash: string, event: ChainedEvent): boolean => {
  if (event.previousHash !== previousHash) return false;
  if (linkTo(previousHash, event, event.body) === event.hash) return true;
  try {
    return linkTo(previousHash, event, canonicalText(JSON.parse(event.body))) === event.hash;
  } catch {
    // What has no canonical text, as a number beyond all or half a character, was never recorded.
    return false;
  }
};

export interface ChainHead {
  readonly number: number;
  readonly hash: string;
}

export interface HeadOfCase extends ChainHead {
  readonly reference: CaseReference;
}

/** One case being checked, event by event in the order of their numbers: it holds one event at a time, not the case. */
export class ChainUnderCheck {
  #previous: string;
  #broken: number | undefined;
  checked = 0;

  constructor(readonly reference: CaseReference) {
    this.#previous = chainStart(reference);
  }

  follow(event: ChainedEvent): void {
    this.checked += 1;
    if (event.number !== this.checked || !isLink(this.#previous, event)) this.#broken ??= this.checked;
    this.#previous = event.hash;
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
