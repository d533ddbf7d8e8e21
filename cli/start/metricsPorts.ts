// Where `npm start` lets worker and API show their metrics: where the user says, or on ports that are free now. Prometheus
// needs them to stay the same, and whoever runs one sets them; for a look with a browser any port will do.
import { notGiven } from '../../platform/settings/environment';
import type { SettingName } from '../../platform/settings/settingsTable';
import { freePort } from './freePort';

const PORTS = [
  'API_METRICS_PORT',
  'WORKER_METRICS_PORT',
  'SDK_METRICS_PORT',
] as const satisfies readonly SettingName[];

/** The environment with all of them. */
export async function withMetricsPorts(env: NodeJS.ProcessEnv): Promise<NodeJS.ProcessEnv> {
  const missing = notGiven(env, PORTS);
  const taken = await Promise.all(missing.map(async (name) => [name, String(await freePort())] as const));
  return { ...env, ...Object.fromEntries(taken) };
}
