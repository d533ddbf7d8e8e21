// Makes the keys of a developer's machine on first start and finds them again later, readable by their
// owner only. Their ids say what they are, so that production can refuse them.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEVELOPMENT_PREFIX, formatKeys } from './encryptionKeys';

export const KEY_SETTINGS = ['MASTER_KEYS', 'CODEC_KEYS'] as const;
export type KeySetting = (typeof KEY_SETTINGS)[number];

/** The values of the settings of these names. */
export type DevelopmentKeys = Readonly<Record<KeySetting, string>>;

function newKey(purpose: string): string {
  const id = `${DEVELOPMENT_PREFIX}${purpose}-${randomBytes(3).toString('hex')}`;
  return formatKeys([{ id, bytes: randomBytes(32) }]);
}

const newKeys = (): DevelopmentKeys => ({ CODEC_KEYS: newKey('codec'), MASTER_KEYS: newKey('master') });

/** Where they are kept. */
export const developmentKeyFile = (dataFolder: string): string =>
  join(dataFolder, 'keys', 'development.json');

/** Those that a start has made there; else keys that nothing is kept of, and that must seal nothing. */
export function developmentKeysIfMade(dataFolder: string): DevelopmentKeys {
  return existsSync(developmentKeyFile(dataFolder)) ? developmentKeys(dataFolder) : newKeys();
}

export function developmentKeys(dataFolder: string): DevelopmentKeys {
  const folder = join(dataFolder, 'keys');
  const file = developmentKeyFile(dataFolder);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    // Whole or not at all: half a key file would lose every case encrypted so far.
    writeFileSync(`${file}.new`, `${JSON.stringify(newKeys(), undefined, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  const { CODEC_KEYS, MASTER_KEYS } = JSON.parse(readFileSync(file, 'utf8')) as DevelopmentKeys;
  return { CODEC_KEYS, MASTER_KEYS };
}
