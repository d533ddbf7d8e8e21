// A concern for a child's immediate safety (R23): raised, alerted, acknowledged by a named person. What it is about is
// in the dossier.

import type { Instant } from '../../calendar/instant';
import type { ActorId } from '../asked';

export interface SafetyConcern {
  /** 1 for the first of the case. */
  readonly number: number;
  /** The last alert to those on call, and how many there were. */
  readonly alertedAt: Instant;
  readonly alerts: number;
  readonly acknowledgedBy?: ActorId;
  /** The team was told that an alert reached nobody on call. */
  readonly teamHeard?: true;
}
