// The registry of one process and what every process says of itself: memory, processor, event loop, under the names that
// prom-client gives them everywhere. What API and worker add is theirs; nothing is kept globally.

import { collectDefaultMetrics, Registry } from 'prom-client';

export type { Registry } from 'prom-client';

/** Before the name of every metric of our own. */
export const OURS = 'rapid_review_';

export const processRegistry = (): Registry => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
};
