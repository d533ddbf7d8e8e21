// How many master keys are missing that something is sealed under. Which they are, `npm run keys -- show` says.

import { Gauge } from 'prom-client';
import { OURS, type Registry } from '../../platform/metrics/registry';

/** Takes nothing where it could not be found out, and shows nothing then. */
export const missingKeysGauge = (registry: Registry): ((missing: number | undefined) => void) => {
  const gauge = new Gauge({
    name: `${OURS}master_keys_missing`,
    help: 'Master keys that something is sealed under and that the API does not have.',
    registers: [registry],
  });
  return (missing) => {
    if (missing === undefined) gauge.remove({});
    else gauge.set(missing);
  };
};
