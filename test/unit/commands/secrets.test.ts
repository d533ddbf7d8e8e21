// What `npm run secrets` refuses before anything is written.

import { describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsIn, namesIn } from '../../../cli/secrets/secretsAsked';
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
});
