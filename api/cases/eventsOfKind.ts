// The recorded events of a case that are of one kind, in order.

import type { EventKind, EventOf } from '../../domain/rapidReview/events';
import type { FoldedCase } from '../../records/records';

export const eventsOfKind = <K extends EventKind>({ events }: FoldedCase, kind: K): readonly EventOf<K>[] =>
  events.filter((event): event is FoldedCase['events'][number] & EventOf<K> => event.kind === kind);
