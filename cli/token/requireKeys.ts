// Whether a command may write under the keys that it has. In an engine that DATABASE_URL names they must be that engine's own:
// what is sealed with another key nobody there can read, and the API fails over it.

import type { KeySetting } from '../../platform/settings/developmentKeys';
import { keysInUse, missingKeys } from '../../records/keys/keysInUse';
import { lostKeys } from '../start/lostKeys';
import { refuseOlderCodecKeys, refuseOlderMasterKeys } from '../start/olderKeys';
import { StartFailure } from '../start/startFailure';
import type { OpenedEngine } from './ownRecords';

/** `npm start` may run over a database of one's own, and seals there with the keys of its data folder. */
const sealedHere = async ({
  database,
  master,
}: Pick<OpenedEngine, 'database' | 'master'>): Promise<boolean> => {
  const sealing = (await keysInUse(database)).filter(({ sealed }) => sealed.length > 0);
  return sealing.length > 0 && sealing.every(({ keyId }) => master.ids.includes(keyId));
};

/** Throws before anything is written. */
export const requireKeys = async (
  engine: Pick<
    OpenedEngine,
    'database' | 'dataFolder' | 'master' | 'keysNotGiven' | 'keyFileLost' | 'keysOfFolder'
  >,
  needed: KeySetting,
): Promise<void> => {
  if (engine.keysOfFolder.includes(needed)) {
    if (needed === 'CODEC_KEYS') refuseOlderCodecKeys(engine.dataFolder);
    else refuseOlderMasterKeys(await missingKeys(engine.database, engine.master.ids), engine.dataFolder);
  }
  if (!engine.keysNotGiven.includes(needed) || (await sealedHere(engine))) return;
  if (engine.keyFileLost !== undefined) throw lostKeys([needed], `${engine.keyFileLost} and in the settings`);
  throw new StartFailure(
    `DATABASE_URL names the database, and ${needed} is not set: what this writes would be under a key that the engine there ` +
      `does not have. Set ${needed} to the keys of that engine, or unset DATABASE_URL for the one of "npm start". Nothing was changed.`,
  );
};
