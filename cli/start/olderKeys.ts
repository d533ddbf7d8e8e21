// Whether keys are missing that something here rests on. Keys are changed in the settings (docs/operations.md, "Keys"): where those
// are gone, the folder of the data has the earlier keys, and is refused. Which master keys something is sealed under, the database
// knows; which codec keys, only each history does, so those of the last start are noted by their ids.

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  developmentKeyFile,
  developmentKeys,
  type KeySetting,
} from '../../platform/settings/developmentKeys';
import { parseKeys, type EncryptionKey } from '../../platform/settings/encryptionKeys';
import { onDatabase } from '../../records/connect';
import { missingKeys } from '../../records/keys/keysInUse';
import type { SealingKey } from '../../records/records';
import { whole } from '../progress/whole';
import { SERVERS_ONLY } from './startCommand';
import { StartFailure } from './startFailure';

const noteIn = (dataFolder: string): string => join(dataFolder, 'keys', 'last-start.json');

const codecKeysOfLastStart = (dataFolder: string): readonly string[] =>
  existsSync(noteIn(dataFolder))
    ? (JSON.parse(readFileSync(noteIn(dataFolder), 'utf8')) as { readonly CODEC_KEYS: readonly string[] })
        .CODEC_KEYS
    : [];

type Keys = readonly EncryptionKey[];
const idsOf = (keys: Keys): readonly string[] => keys.map(({ id }) => id);

/** Of the codec keys of the last start, those that are not among these. */
export const codecKeysGone = (codecKeys: Keys, dataFolder: string): readonly string[] => {
  const ids = idsOf(codecKeys);
  return codecKeysOfLastStart(dataFolder).filter((id) => !ids.includes(id));
};

export const noteCodecKeys = (codecKeys: Keys, dataFolder: string): void => {
  mkdirSync(join(dataFolder, 'keys'), { recursive: true, mode: 0o700 });
  const note = noteIn(dataFolder);
  // Whole or not at all, as the keys beside it.
  writeFileSync(`${note}.new`, `${JSON.stringify({ CODEC_KEYS: idsOf(codecKeys) }, undefined, 2)}\n`);
  renameSync(`${note}.new`, note);
};

/** What is sealed there under others than these. */
export const missingMasterKeys = (databaseUrl: string, masterKeys: Keys): Promise<readonly SealingKey[]> =>
  onDatabase(databaseUrl, (database) => missingKeys(database, idsOf(masterKeys)));

/** What is sealed under each: `rotated (keys of cases: 3, names of people: 9)`. */
const saySealed = (missing: readonly SealingKey[]): string =>
  missing
    .map(
      ({ keyId, sealed }) =>
        `${keyId} (${sealed.map(({ what, rows }) => `${what}: ${whole(rows)}`).join(', ')})`,
    )
    .join(' and ');

const putBack = (name: KeySetting): string => `Put ${name} back where it was set (.env), or the copy of it.`;

/** Throws where something is sealed under others than the folder's own. `named`: DATABASE_URL says which database it is. */
export const refuseOlderMasterKeys = (
  missing: readonly SealingKey[],
  dataFolder: string,
  named = false,
): void => {
  if (missing.length === 0) return;
  throw new StartFailure(
    `MASTER_KEYS is not set, and what is sealed under ${saySealed(missing)} cannot be read with the keys in ` +
      `${developmentKeyFile(dataFolder)}. ` +
      (named
        ? 'Set MASTER_KEYS to the keys of the engine whose database DATABASE_URL names, or unset DATABASE_URL for that of "npm start".'
        : `${putBack('MASTER_KEYS')} If there is none any more, set MASTER_KEYS to a new key with what is in that file behind it, and see ` +
          '"A master key is lost" in docs/operations.md.') +
      ' Nothing was changed.',
  );
};

/** Throws where the last start had others than the folder's own. Nothing of the folder, nothing to refuse. */
export const refuseOlderCodecKeys = (dataFolder: string): void => {
  if (!existsSync(developmentKeyFile(dataFolder))) return;
  const gone = codecKeysGone(parseKeys(developmentKeys(dataFolder).CODEC_KEYS), dataFolder);
  if (gone.length === 0) return;
  throw new StartFailure(
    `CODEC_KEYS is not set, and ${developmentKeyFile(dataFolder)} does not have ${gone.join(' and ')}, which the last start had: ` +
      `a case whose history was encrypted with that would be stuck. ${putBack('CODEC_KEYS')} Whether a case needs it, ` +
      `"npm run keys -- show" says while "npm start -- ${SERVERS_ONLY}" runs; where none does, set CODEC_KEYS to what is in that file. ` +
      'Nothing was changed.',
  );
};

/**
 * What a person must hear of who starts with keys of their own: it may be so on purpose, or a key in the wrong place. `place`: where
 * the keys stand.
 */
export const missingMasterKeysSaid = (
  missing: readonly SealingKey[],
  place = 'MASTER_KEYS',
): readonly string[] =>
  missing.length === 0
    ? []
    : [
        `${place} does not open what is sealed under ${saySealed(missing)}: nobody can read that until the key is put there, behind the first. If it is lost, see "A master key is lost" in docs/operations.md.`,
      ];

export const codecKeysGoneSaid = (gone: readonly string[]): readonly string[] =>
  gone.length === 0
    ? []
    : [
        `CODEC_KEYS no longer has ${gone.join(' and ')}, which the last start had: "npm run keys -- show" says whether a case still needs it. Such a case is stuck until it is put back.`,
      ];
