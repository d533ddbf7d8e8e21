// Keys that are lost are asked for, never replaced without a word.

import { describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { keysNotThere } from '../../../cli/start/lostKeys';
import { secretFiles, type SecretsOfStack } from '../../../cli/stack/secretFiles';
import { developmentKeys } from '../../../platform/settings/developmentKeys';
import { freshFolder } from '../../freshFolder';

describe('the keys of npm start', () => {
  it('are missing where neither their file nor the settings have them', () => {
    const folder = freshFolder('lost-keys');
    expect(keysNotThere({}, folder)).toEqual(['MASTER_KEYS', 'CODEC_KEYS']);
    expect(keysNotThere({ MASTER_KEYS: 'one', CODEC_KEYS_FILE: '/a/file' }, folder)).toEqual([]);
    developmentKeys(folder);
    expect(keysNotThere({}, folder)).toEqual([]);
  });
});

describe('the secrets of the stack', () => {
  const secrets = (folder: string, databaseThere: boolean): SecretsOfStack => ({
    ...{ folder, databaseThere, databaseHost: '127.0.0.1:5432', smtpUrl: 'smtp://127.0.0.1:1025' },
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
