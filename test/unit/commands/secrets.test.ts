// What `npm run secrets` refuses before anything is written, and how it writes.

import { describe, expect, it } from '@jest/globals';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsIn, namesIn } from '../../../cli/secrets/secretsAsked';
import { writeSecrets } from '../../../cli/secrets/writeSecrets';
import { freshFolder } from '../../freshFolder';

const databaseHost = 'postgres:5432';

describe('the secrets of a deployment', () => {
  it.each([
    ['postgres:5432', 'smtps://name:p%40ss@mail.example:465'],
    ['10.0.0.7:6432', 'smtp://mail.example:25'],
    ['[::1]:5432', undefined],
  ])('are made for the database at %s and the mail server %s', (host, smtpUrl) => {
    expect(faultsIn({ databaseHost: host, smtpUrl })).toEqual([]);
  });

  it.each([['postgres'], ['postgres:0'], ['postgres:65536'], ['postgres:5432/x'], ['a b:5432'], ['']])(
    'are not made for a database at "%s"',
    (host) => {
      expect(faultsIn({ databaseHost: host })).toEqual([expect.stringContaining('such as postgres:5432')]);
    },
  );

  it.each([
    ['mail.example:465'],
    ['https://name:hidden@mail.example'],
    ['smtps://name:hid den@mail.example'],
    [''],
  ])('are not made for the mail server "%s", whose password is not repeated', (smtpUrl) => {
    const faults = faultsIn({ databaseHost, smtpUrl });
    expect(faults).toEqual([expect.stringContaining('--smtp-url must be the URL of a mail server')]);
    expect(faults.join()).not.toContain('hid');
  });

  it('go into a folder that may be there or not, and not through a file', () => {
    const folder = freshFolder('secrets');
    writeFileSync(join(folder, 'file'), '');
    expect(namesIn(folder)).toEqual(['file']);
    expect(namesIn(join(folder, 'new', 'one'))).toEqual([]);
    expect(() => namesIn(join(folder, 'file', 'new'))).toThrow(/a file is in its way\. Nothing was written/);
    expect(() => namesIn(join(folder, 'file'))).toThrow(/a file is in its way/);
  });

  const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
  const contents = (folder: string): readonly (readonly string[])[] =>
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
  /** Into a folder that is there only where it is made before. */
  const asked = () => ({ databaseHost, folder: join(freshFolder('secrets'), 'secrets') });

  it('are written into a folder that others cannot enter, each with content of its own', () => {
    const one = asked();
    expect(writeSecrets(one).join('\n')).toContain('Still to be written by you');
    expect(modeOf(one.folder)).toBe('700');
    const files = contents(one.folder);
    expect(files.map(([name = '']) => [name, modeOf(join(one.folder, name))])).toEqual(
      ['codec_keys', 'database_url', 'master_keys', 'postgres_password', 'temporal_database_password'].map(
        (name) => [name, '444'],
      ),
    );
    expect(new Set(files.map(([, content]) => content)).size).toBe(files.length);
    const other = asked();
    writeSecrets(other);
    expect(contents(other.folder)).not.toEqual(files);
  });

  it('are not written into a folder that others can enter, and are into one that is closed', () => {
    const one = asked();
    mkdirSync(one.folder);
    chmodSync(one.folder, 0o755);
    expect(() => writeSecrets(one)).toThrow(/open to every account.*Nothing was written.*chmod 700/);
    expect(readdirSync(one.folder)).toEqual([]);
    chmodSync(one.folder, 0o750);
    writeSecrets(one);
    expect(readdirSync(one.folder)).toContain('master_keys');
  });

  it.each(['master_keys', 'postgres_password'])('are never written over: %s', (name) => {
    const one = asked();
    mkdirSync(one.folder, { mode: 0o700 });
    writeFileSync(join(one.folder, name), 'of before');
    expect(() => writeSecrets(one)).toThrow(new RegExp(`already holds ${name}. Nothing was written`));
    expect(contents(one.folder)).toEqual([[name, 'of before']]);
  });
});
