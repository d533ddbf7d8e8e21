// Refuses to make secrets anew for a database that is there already: what it holds is sealed with those that are gone, and new
// ones would open none of it. Whether a database is there, and which secrets it rests on, the caller knows.

import { existsSync } from 'node:fs';
import { developmentKeyFile, KEY_SETTINGS, type KeySetting } from '../../platform/settings/developmentKeys';
import { notGiven } from '../../platform/settings/environment';
import { appliedMigrations } from '../../records/migrate';
import { onDatabase } from '../../records/connect';
import { StartFailure } from './startFailure';

const HOW = 'docs/operations.md, "A master key is lost" and "A codec key is lost"';

/** `lost` by their names, and where each was looked for. */
export const lostKeys = (lost: readonly string[], lookedFor: string): StartFailure =>
  new StartFailure(
    `A database is there already, and what it needs is not: ${lost.join(' and ')}, looked for in ${lookedFor}. ` +
      'Made anew, it would open nothing of what is there, so none was made and nothing was changed. ' +
      `Put the copy back and start again; where there is none, ${HOW}, say how to go on.`,
  );

/** Which keys neither the settings nor the folder of `npm start` have. */
export const keysNotThere = (env: NodeJS.ProcessEnv, dataFolder: string): readonly KeySetting[] =>
  existsSync(developmentKeyFile(dataFolder)) ? [] : notGiven(env, KEY_SETTINGS);

/** Before keys are made: throws where the database has tables already. An empty one rests on no key yet. */
export const requireKeptKeys = async (
  env: NodeJS.ProcessEnv,
  databaseUrl: string,
  dataFolder: string,
): Promise<void> => {
  const lost = keysNotThere(env, dataFolder);
  if (lost.length === 0) return;
  if ((await onDatabase(databaseUrl, appliedMigrations)).length > 0)
    throw lostKeys(lost, `${developmentKeyFile(dataFolder)} and in the settings`);
};
