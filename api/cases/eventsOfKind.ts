// The recorded events of a case that are of one kind, in order.

import { ofKinds, type EventKind, type EventOf } from '../../domain/rapidReview/events';
import type { FoldedCase } from '../../records/records';

export const eventsOfKind = <K extends EventKind>({ events }: FoldedCase, kind: K): readonly EventOf<K>[] =>
  events.filter(ofKinds([kind]));
