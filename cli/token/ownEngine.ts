// Where the engine is for a command that is run beside it: the database, Temporal and the keys, as the settings say, or as
// `npm start` made them. Nothing is started here.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CLONE } from '../start/clone';
import { keyRingOf, type KeyRing } from '../../platform/encryption/keyRing';
import {
  developmentKeyFile,
  developmentKeysIfMade,
  KEY_SETTINGS,
  type KeySetting,
} from '../../platform/settings/developmentKeys';
import { parseKeys } from '../../platform/settings/encryptionKeys';
import { readSettings, readStartSettings } from '../../platform/settings/readSettings';
import { LOOPBACK } from '../start/freePort';
import { ownDatabaseUrl, sameDatabase } from './ownDatabase';

export interface OwnEngine {
  /** Nothing where `npm start` has never made one. */
  readonly databaseUrl: string | undefined;
  /** Whether it is the one that `npm start` makes and runs. */
  readonly databaseOfStart: boolean;
  readonly dataFolder: string;
  readonly postgresPort: number;
  /** Those that are neither set nor kept for this database: what is there instead may not be the keys of that engine. */
  readonly keysNotGiven: readonly KeySetting[];
  /** Where the keys of `npm start` were looked for, where its database is meant and they are not there. */
  readonly keyFileLost?: string;
  /** Those that `npm start` made for this database, since they are not set: they may be older than what is there. */
  readonly keysOfFolder: readonly KeySetting[];
  readonly master: KeyRing;
  readonly codec: KeyRing;
  readonly temporal: {
    readonly address: string;
    readonly namespace: string;
    readonly taskQueue: string;
  };
}

export const ownEngine = (): OwnEngine => {
  // As `npm start` does: the environment wins over the file.
  const ownSettings = resolve(CLONE, '.env');
  if (existsSync(ownSettings)) process.loadEnvFile(ownSettings);
  if (process.env['NODE_ENV'] === 'production') {
    const settings = readSettings(process.env);
    return {
      databaseUrl: settings.databaseUrl,
      databaseOfStart: false,
      keysNotGiven: [],
      keysOfFolder: [],
      dataFolder: resolve(CLONE, settings.dataDir),
      postgresPort: settings.postgresPort,
      master: keyRingOf(settings.masterKeys),
      codec: keyRingOf(settings.codecKeys),
      temporal: {
        address: settings.temporalAddress,
        namespace: settings.temporalNamespace,
        taskQueue: settings.temporalTaskQueue,
      },
    };
  }
  // In development what is not set is what `npm start` made.
  const settings = readStartSettings(process.env);
  const dataFolder = resolve(CLONE, settings.dataDir);
  const { masterKeys, codecKeys } = settings;
  const ofStart = ownDatabaseUrl(dataFolder, settings.postgresPort);
  const named = settings.databaseUrl !== undefined && !sameDatabase(settings.databaseUrl, ofStart);
  const keyFileLost = !named && !existsSync(developmentKeyFile(dataFolder));
  const given = { MASTER_KEYS: masterKeys, CODEC_KEYS: codecKeys };
  const notGiven = KEY_SETTINGS.filter((name) => given[name] === undefined);
  const ring = (made: KeySetting): KeyRing => {
    // None is made here: beside a database whose keys are lost, new ones would hide that.
    return keyRingOf(given[made] ?? parseKeys(developmentKeysIfMade(dataFolder)[made]));
  };
  return {
    databaseUrl: settings.databaseUrl ?? ofStart,
    keysNotGiven: named || keyFileLost ? notGiven : [],
    keysOfFolder: named || keyFileLost ? [] : notGiven,
    ...(keyFileLost ? { keyFileLost: developmentKeyFile(dataFolder) } : {}),
    databaseOfStart: settings.databaseUrl === undefined,
    dataFolder,
    postgresPort: settings.postgresPort,
    master: ring('MASTER_KEYS'),
    codec: ring('CODEC_KEYS'),
    temporal: {
      address: settings.temporalAddress ?? `${LOOPBACK}:${settings.temporalPort}`,
      namespace: settings.temporalNamespace,
      taskQueue: settings.temporalTaskQueue,
    },
  };
};
