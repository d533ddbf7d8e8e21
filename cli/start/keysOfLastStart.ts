// Which keys `npm start` last ran with, by their ids. Keys are changed in the settings (docs/operations.md, "Keys"): where those
// are gone, what is in the folder of the data are the keys of before, which may not open what was sealed since.

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  developmentKeyFile,
  developmentKeys,
  type KeySetting,
} from '../../platform/settings/developmentKeys';
import { parseKeys } from '../../platform/settings/encryptionKeys';
import type { Settings } from '../../platform/settings/readSettings';
import { StartFailure } from './startFailure';

type KeyIds = Readonly<Record<KeySetting, readonly string[]>>;

const noteIn = (dataFolder: string): string => join(dataFolder, 'keys', 'last-start.json');

export const noteKeysOfStart = (
  { masterKeys, codecKeys }: Pick<Settings, 'masterKeys' | 'codecKeys'>,
  dataFolder: string,
): void => {
  const ids: KeyIds = {
    MASTER_KEYS: masterKeys.map(({ id }) => id),
    CODEC_KEYS: codecKeys.map(({ id }) => id),
  };
  mkdirSync(join(dataFolder, 'keys'), { recursive: true, mode: 0o700 });
  const note = noteIn(dataFolder);
  // Whole or not at all, as the keys beside it.
  writeFileSync(`${note}.new`, `${JSON.stringify(ids, undefined, 2)}\n`);
  renameSync(`${note}.new`, note);
};

export interface KeysPassedOver {
  readonly name: KeySetting;
  readonly ids: readonly string[];
}

/** Of the settings that are not given: those whose keys of the last start the folder does not have. */
export const keysPassedOver = (
  notGiven: readonly KeySetting[],
  dataFolder: string,
): readonly KeysPassedOver[] => {
  if (!existsSync(noteIn(dataFolder)) || !existsSync(developmentKeyFile(dataFolder))) return [];
  const last = JSON.parse(readFileSync(noteIn(dataFolder), 'utf8')) as KeyIds;
  const kept = developmentKeys(dataFolder);
  return notGiven.flatMap((name) => {
    const there = new Set(parseKeys(kept[name]).map(({ id }) => id));
    const ids = last[name].filter((id) => !there.has(id));
    return ids.length === 0 ? [] : [{ name, ids }];
  });
};

const list = (names: readonly string[]): string => names.join(' and ');

export const refusePassedOver = (passedOver: readonly KeysPassedOver[], dataFolder: string): void => {
  if (passedOver.length === 0) return;
  const names = list(passedOver.map(({ name }) => name));
  const ids = passedOver.flatMap((one) => one.ids);
  throw new StartFailure(
    `${names} ${passedOver.length === 1 ? 'is' : 'are'} not set, and the last start had ${list(ids)} from there, which ` +
      `${developmentKeyFile(dataFolder)} does not have: what was sealed under that cannot be opened without it. Put ${names} ` +
      `back where it was set (.env), or the copy of it. If what is in that file is enough, set ${names} to it. ` +
      'Nothing was changed.',
  );
};
