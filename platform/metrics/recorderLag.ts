// How long events took from their moment to the records, counted by whichever process records them.

import { Histogram } from 'prom-client';
import { OURS, type Registry } from './registry';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 1_800, 7_200];

/** By the clock of the process. The moment of an event is the Temporal server's, whatever day the act itself is dated. */
export const recorderLag = (
  registry: Registry,
  now: () => number,
): ((events: readonly { readonly at: number }[]) => void) => {
  const lag = new Histogram({
    name: `${OURS}recorder_lag_seconds`,
    help: 'From the moment of an event to its commit in the records.',
    buckets: SECONDS,
    registers: [registry],
  });
  return (events) => {
    // Two machines may disagree by some milliseconds about what time it is.
    for (const { at } of events) lag.observe(Math.max(0, now() - at) / 1_000);
  };
};
