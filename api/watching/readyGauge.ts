// Whether each part that the whole needs is there, as `/readyz` would say it now: so that an alert can name the part.

import { Gauge } from 'prom-client';
import { OURS, type Registry } from '../../platform/metrics/registry';
import type { Check } from '../health/readiness';

export const readyGauge = (registry: Registry): ((checks: readonly Check[]) => void) => {
  const ready = new Gauge({
    name: `${OURS}ready`,
    help: '1 for each part that is there (database, temporal, worker, cases, calendar), else 0.',
    labelNames: ['check'] as const,
    registers: [registry],
  });
  return (checks) => {
    ready.reset();
    for (const { name, ok } of checks)
      // Keys that are missing have a figure of their own: the engine serves all the same.
      if (name !== 'keys') ready.set({ check: name }, ok ? 1 : 0);
  };
};
