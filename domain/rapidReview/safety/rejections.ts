// Why an act on a safety concern is refused.

import type { ActorId } from '../asked';

export type SafetyRejection =
  | { readonly code: 'NoSuchConcern'; readonly number: number }
  | { readonly code: 'ConcernAlreadyAcknowledged'; readonly number: number; readonly by: ActorId };
