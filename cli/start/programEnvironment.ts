// What the worker and the API are told by `npm start`: where its servers are, and the keys it made. What the
// user gave, by value or by file, stays as it was given.
import { developmentKeys, KEY_SETTINGS } from '../../platform/settings/developmentKeys';
import { notGiven } from '../../platform/settings/environment';
import type { StartSettings } from '../../platform/settings/readSettings';
import { LOOPBACK } from './freePort';

/** Where the API answers for somebody on this machine. */
export function apiUrlOf({ apiHost, apiPort }: StartSettings): string {
  return `http://${apiHost === '0.0.0.0' ? LOOPBACK : apiHost}:${apiPort}`;
}

export function programEnvironment(
  env: NodeJS.ProcessEnv,
  settings: StartSettings,
  databaseUrl: string,
  dataFolder: string,
): NodeJS.ProcessEnv {
  const made = {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: `${LOOPBACK}:${settings.temporalPort}`,
    SMTP_URL: `smtp://${LOOPBACK}:${settings.mailboxSmtpPort}`,
    PUBLIC_URL: apiUrlOf(settings),
    // Where the settings have both, none is made that nothing would use.
    ...(notGiven(env, KEY_SETTINGS).length > 0 ? developmentKeys(dataFolder) : {}),
  };
  const names = Object.keys(made) as (keyof typeof made)[];
  const missing = notGiven(env, names).map((name) => [name, made[name]] as const);
  return { ...env, ...Object.fromEntries(missing), DATA_DIR: dataFolder, DATA_DIR_FILE: undefined };
}
