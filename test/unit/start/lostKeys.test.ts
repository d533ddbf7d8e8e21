// Keys that are lost are asked for, never replaced without a word.

import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { keysNotThere } from '../../../cli/start/lostKeys';
import {
  codecKeysGone,
  codecKeysGoneSaid,
  missingMasterKeysSaid,
  noteCodecKeys,
  refuseOlderCodecKeys,
  refuseOlderMasterKeys,
} from '../../../cli/start/olderKeys';
import { programEnvironment } from '../../../cli/start/programEnvironment';
import { secretFiles, type SecretsOfStack } from '../../../cli/stack/secretFiles';
import { developmentKeys } from '../../../platform/settings/developmentKeys';
import { formatKeys, parseKeys } from '../../../platform/settings/encryptionKeys';
import { readStartSettings } from '../../../platform/settings/readSettings';
import { freshFolder } from '../../freshFolder';

const newKey = (id: string): string => formatKeys([{ id, bytes: randomBytes(32) }]);

describe('the keys of npm start', () => {
  it('are missing where neither their file nor the settings have them', () => {
    const folder = freshFolder('lost-keys');
    expect(keysNotThere({}, folder)).toEqual(['MASTER_KEYS', 'CODEC_KEYS']);
    expect(keysNotThere({ MASTER_KEYS: 'one', CODEC_KEYS_FILE: '/a/file' }, folder)).toEqual([]);
    developmentKeys(folder);
    expect(keysNotThere({}, folder)).toEqual([]);
  });

  it('are made only where the settings do not have both', () => {
    const settings = readStartSettings({});
    const folder = freshFolder('keys-given');
    const both = { MASTER_KEYS: newKey('master'), CODEC_KEYS_FILE: '/a/file' };
    expect(programEnvironment(both, settings, 'postgres://own', folder)).toMatchObject(both);
    expect(existsSync(join(folder, 'keys'))).toBe(false);
    const one = programEnvironment({ CODEC_KEYS: both.MASTER_KEYS }, settings, 'postgres://own', folder);
    expect(one).toMatchObject({ ...developmentKeys(folder), CODEC_KEYS: both.MASTER_KEYS });
  });

  it('are not the older ones of the folder where the last start had other codec keys from the settings', () => {
    const folder = freshFolder('keys-changed');
    const own = parseKeys(developmentKeys(folder).CODEC_KEYS);
    const ids = own.map(({ id }) => id);
    const rotated = parseKeys(newKey('rotated'));

    refuseOlderCodecKeys(folder);
    noteCodecKeys(own, folder);
    refuseOlderCodecKeys(folder);
    expect(codecKeysGoneSaid(codecKeysGone(own, folder))).toEqual([]);
    noteCodecKeys([...rotated, ...own], folder);
    expect(() => refuseOlderCodecKeys(folder)).toThrow(
      /^CODEC_KEYS is not set, and .*development\.json does not have rotated, which the last start had.*Put CODEC_KEYS back.*--servers-only.*Nothing was changed/,
    );
    expect(codecKeysGone(rotated, folder)).toEqual(ids);
    expect(codecKeysGoneSaid(ids)).toEqual([expect.stringContaining(`no longer has ${ids.join()}`)]);
    // What it notes opens nothing.
    expect(readFileSync(join(folder, 'keys', 'last-start.json'), 'utf8')).not.toContain('=');
  });

  it('are not the older ones of the folder where something is sealed under another master key', () => {
    const sealed = [
      { what: 'keys of cases', rows: 1_234 },
      { what: 'names of people', rows: 9 },
    ];
    refuseOlderMasterKeys([], '/a/folder');
    expect(() => refuseOlderMasterKeys([{ keyId: 'rotated', sealed }], '/a/folder')).toThrow(
      /^MASTER_KEYS is not set, and what is sealed under rotated \(keys of cases: 1,234, names of people: 9\) cannot be read with the keys in \/a\/folder\/keys\/development\.json\. Put MASTER_KEYS back.*a new key with what is in that file behind it.*"A master key is lost".*Nothing was changed/,
    );
    expect(() => refuseOlderMasterKeys([{ keyId: 'rotated', sealed }], '/a/folder', true)).toThrow(
      /Set MASTER_KEYS to the keys of the engine whose database DATABASE_URL names, or unset DATABASE_URL.*Nothing was changed/,
    );
    expect(missingMasterKeysSaid([])).toEqual([]);
    expect(missingMasterKeysSaid([{ keyId: 'rotated', sealed }])).toEqual([
      expect.stringContaining('sealed under rotated (keys of cases: 1,234,'),
    ]);
    expect(missingMasterKeysSaid([{ keyId: 'rotated', sealed }], 'a/master_keys')).toEqual([
      expect.stringMatching(/^a\/master_keys does not open /),
    ]);
  });
});

describe('the secrets of the stack', () => {
  const secrets = (folder: string, databaseThere: boolean): SecretsOfStack => ({
    folder,
    databaseThere,
    databaseHost: '127.0.0.1:5432',
    smtpUrl: 'smtp://127.0.0.1:1025',
  });

  it('are made for a new database, and again with an empty folder', () => {
    const folder = join(freshFolder('secrets'), 'secrets');
    const first = secretFiles(secrets(folder, false)).read('master_keys');
    expect(secretFiles(secrets(folder, true)).read('master_keys')).toBe(first);
  });

  it('are refused to a database that has lost its keys, which are named with where they were looked for', () => {
    const folder = join(freshFolder('secrets'), 'secrets');
    secretFiles(secrets(folder, false));
    for (const name of ['master_keys', 'smtp_url']) rmSync(join(folder, name));
    const before = readdirSync(folder);
    expect(() => secretFiles(secrets(folder, true))).toThrow(
      new RegExp(
        `is not: master_keys, looked for in ${folder}\\..*nothing was changed.*A master key is lost`,
      ),
    );
    expect(readdirSync(folder)).toEqual(before);
  });

  it('are not made where the whole folder is gone', () => {
    const folder = join(freshFolder('secrets'), 'secrets');
    mkdirSync(join(folder, '..'), { recursive: true });
    expect(() => secretFiles(secrets(folder, true))).toThrow(/database_url and .* and master_keys/);
    expect(existsSync(folder)).toBe(false);
  });
});
