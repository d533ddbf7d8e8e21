// The chain that makes a change in the past visible: each event's hash covers the one before and its own content.
// It says where a chain breaks, not who broke it; the events themselves come from elsewhere.

import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { CaseReference } from '../../domain/rapidReview/state';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** What stands before the first event: derived from the reference, so that a chain fits its own case only. */
export const chainStart = (reference: CaseReference): string => sha256(`rapid-review/case/${reference}`);

/** RFC 8785: the same content gives the same text, whatever the order of its properties. */
export const canonicalText = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('only JSON has a canonical text');
  return text;
};

export const hashOf = (previousHash: string, event: CaseEvent): string => {
  const { number, at, actor, authority, commandId, kind, body } = event;
  return sha256(`${previousHash}\n${canonicalText({ number, at, actor, authority, commandId, kind, body })}`);
};

export interface ChainedEvent {
  readonly event: CaseEvent;
  readonly hash: string;
  readonly previousHash: string;
}

export interface ChainHead {
  readonly number: number;
  readonly hash: string;
}

/** The number of the first event that is not what was recorded; nothing when all of them are. */
export const brokenAt = (
  reference: CaseReference,
  events: readonly ChainedEvent[],
  head: ChainHead | undefined,
): number | undefined => {
  let previous = chainStart(reference);
  for (const [index, { event, hash, previousHash }] of events.entries()) {
    const number = index + 1;
    if (event.number !== number || previousHash !== previous || hashOf(previous, event) !== hash)
      return number;
    previous = hash;
  }
  // Cut off at the end, or added to without the head.
  if (head === undefined) return events.length === 0 ? undefined : 1;
  if (head.number !== events.length) return Math.min(head.number, events.length) + 1;
  return head.hash === previous ? undefined : Math.max(head.number, 1);
};
