// The records held against what the workflow of a case knows: which events they lack, and which they have otherwise; and
// taking what is missing over from the workflow's history, as the workflow itself would have recorded it.

import type { CaseReference } from '../../domain/rapidReview/references';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { Instant } from '../../domain/calendar/instant';
import { canonicalText } from '../../records/eventLog/hashChain';
import type { RecordedEvent, Records } from '../../records/records';
import { knownToWorkflow, type KnownToWorkflow } from './knownToWorkflow';
import type { OpenedTemporal } from './openTemporal';

export interface Compared {
  readonly reference: CaseReference;
  /** Number of the last event in the records; 0 for a case that they do not know. */
  readonly recorded: number;
  readonly known: KnownToWorkflow;
  /** The first event that both have, and not the same. */
  readonly otherwise?: number;
}

const withoutHash = ({ hash: _, ...event }: RecordedEvent): CaseEvent => event;

/** Nothing where Temporal has no workflow of the case that was ever opened. */
export const compareCase = async (
  { events }: Pick<Records, 'events'>,
  temporal: OpenedTemporal,
  reference: CaseReference,
): Promise<Compared | undefined> => {
  const log = await events.ofCase(reference);
  const known = await knownToWorkflow(temporal, reference, log.length);
  if (known === undefined || known.version === 0) return undefined;
  const otherwise = log.find((event) => {
    const same = known.events.get(event.number);
    return same !== undefined && canonicalText(same) !== canonicalText(withoutHash(event));
  });
  return {
    ...{ reference, known, recorded: log.length },
    ...(otherwise === undefined ? {} : { otherwise: otherwise.number }),
  };
};

export const isBehind = ({ recorded, known }: Compared): boolean => known.version > recorded;

export type TakenOver =
  | { readonly taken: number; readonly mayHaveGone: number }
  /** The first number that Temporal does not have any more either. */
  | { readonly lost: number };

/**
 * Records the missing events with the notices that they call for. Such a notice may have gone when it was first called for:
 * an attempt without a known end is noted, by which its mail says so.
 */
export const takeOver = async (
  { events, notices, snapshots, reservations }: Records,
  { reference, recorded, known }: Compared,
  at: Instant,
): Promise<TakenOver> => {
  const tail: CaseEvent[] = [];
  for (let number = recorded + 1; number <= known.version; number += 1) {
    const event = known.events.get(number);
    if (event === undefined) return { lost: number };
    tail.push(event);
  }
  for (const calendar of known.calendars.values()) await snapshots.put(calendar);
  const called = [...known.notices.values()].filter(({ event }) => event > recorded);
  await reservations.passOver(reference);
  await events.record({ reference, events: tail, notices: called });
  for (const { key } of called) await notices.begin(key, at);
  return { taken: tail.length, mayHaveGone: called.length };
};
