// Commands that write under a key, given the database of another engine and not its keys: refused before anything is written,
// since nobody there could read it. What needs no key goes on.

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { developmentKeys } from '../../platform/settings/developmentKeys';
import { requireKeptKeys } from '../../cli/start/lostKeys';
import { noteCodecKeys } from '../../cli/start/olderKeys';
import { requireKeys } from '../../cli/token/requireKeys';
import { instant } from '../../domain/calendar/instant';
import { keyRingOf } from '../../platform/encryption/keyRing';
import { sameDatabase } from '../../cli/token/ownDatabase';
import { freshFolder } from '../freshFolder';
import { commandLine, type Said } from '../system/commandLine';
import { emptyDatabase } from '../postgres/testDatabase';
import { everyTableAsText } from './everyTable';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());

const TOKEN = ['--role', 'auditor', '--person', 'Edith Varnholt'] as const;

const run = (
  folder: string,
  keys: NodeJS.ProcessEnv,
  ...[name, ...args]: Parameters<typeof commandLine> extends [unknown, infer N, ...infer A]
    ? [N, ...A]
    : never
): Promise<Said> => {
  const { PATH, HOME } = process.env;
  return commandLine({ PATH, HOME, DATABASE_URL: under.url, DATA_DIR: folder, ...keys }, name, ...args);
};

test('a token is refused, before and after the engine has made its own, and one that is made can be taken back', async () => {
  const folder = freshFolder('no-keys');
  const before = await everyTableAsText(under.database);
  const refused = await run(folder, {}, 'token', ...TOKEN);
  expect(refused).toMatchObject({ status: 1, out: '' });
  expect(refused.err).toMatch(/MASTER_KEYS is not set: .* Set MASTER_KEYS to the keys of that engine/);
  expect(refused.err).toContain('Nothing was changed.');
  expect(await everyTableAsText(under.database)).toBe(before);
  expect(existsSync(join(folder, 'keys'))).toBe(false);

  const engine = developmentKeys(freshFolder('the-engine'));
  expect(await run(folder, { ...engine }, 'token', ...TOKEN)).toMatchObject({ status: 0 });
  // A folder with keys of its own is no better.
  developmentKeys(folder);
  const [token, keys, cases] = await Promise.all([
    run(folder, {}, 'token', ...TOKEN),
    run(folder, {}, 'keys', 'rewrap'),
    run(folder, {}, 'restore', '--cases'),
  ]);
  expect(token).toMatchObject({ status: 1, out: '' });
  expect(keys.err).toContain('MASTER_KEYS is not set');
  expect(cases.err).toContain('CODEC_KEYS is not set');
  expect((await run(folder, { ...engine }, 'token', '--list')).out).toContain('Edith Varnholt');
  expect(await run(folder, {}, 'token', '--revoke', 'TK-0001')).toMatchObject({ status: 0 });
}, 120_000);

test('the database that npm start runs over with the keys of its folder takes them', async () => {
  const its = await recordsUnderTest();
  try {
    const folder = freshFolder('own-keys');
    const keys = { ...developmentKeys(folder), DATABASE_URL: its.url };
    expect(await run(folder, keys, 'token', ...TOKEN)).toMatchObject({ status: 0 });
    const again = await run(folder, { DATABASE_URL: its.url }, 'token', ...TOKEN);
    expect(again).toMatchObject({ status: 0, err: '' });
  } finally {
    await its.close();
  }
}, 60_000);

test('a command does not write under the older keys of the folder', async () => {
  const its = await recordsUnderTest();
  try {
    const folder = freshFolder('older-keys');
    developmentKeys(folder);
    const engine = { ...its, dataFolder: folder, keysNotGiven: [], master: its.ring };
    const ofFolder = { ...engine, keysOfFolder: ['MASTER_KEYS', 'CODEC_KEYS'] } as const;
    const other = { master: keyRingOf([{ id: 'other', bytes: randomBytes(32) }]) };
    await its.records.people.issue({ role: 'auditor', person: 'Edith Varnholt', at: instant(1) });
    await requireKeys(ofFolder, 'MASTER_KEYS');
    await requireKeys({ ...engine, ...other, keysOfFolder: [] }, 'MASTER_KEYS');
    await expect(requireKeys({ ...ofFolder, ...other }, 'MASTER_KEYS')).rejects.toThrow(
      /MASTER_KEYS is not set, and what is sealed under test \(names of people: 1\) .*Nothing was changed/,
    );
    await requireKeys(ofFolder, 'CODEC_KEYS');
    noteCodecKeys([{ id: 'rotated', bytes: randomBytes(32) }], folder);
    await requireKeys({ ...engine, keysOfFolder: ['MASTER_KEYS'] }, 'CODEC_KEYS');
    await expect(requireKeys(ofFolder, 'CODEC_KEYS')).rejects.toThrow(
      /does not have rotated, which the last start/,
    );
  } finally {
    await its.close();
  }
});

test('keys are made for an empty database, and asked for where it has tables', async () => {
  const folder = freshFolder('keys-gone');
  const lost = requireKeptKeys({ CODEC_KEYS: 'set' }, under.url, folder);
  await expect(lost).rejects.toThrow(
    /MASTER_KEYS, looked for in .*development\.json and in the settings.*nothing was changed.*Put the copy back/,
  );
  await expect(requireKeptKeys({}, under.url, folder)).rejects.toThrow('MASTER_KEYS and CODEC_KEYS');
  expect(existsSync(join(folder, 'keys'))).toBe(false);
  developmentKeys(folder);
  await requireKeptKeys({}, under.url, folder);

  const empty = await emptyDatabase();
  try {
    await requireKeptKeys({}, empty.url, freshFolder('new'));
  } finally {
    await empty.drop();
  }
});

test('the own database is known however its URL is written', () => {
  const own = 'postgres://rapid_review:secret@127.0.0.1:54329/rapid_review';
  expect(sameDatabase('postgresql://me:other@localhost:54329/rapid_review', own)).toBe(true);
  expect(sameDatabase('postgres://rapid_review:secret@127.0.0.1/rapid_review', own)).toBe(false);
  expect(sameDatabase('postgres://rapid_review:secret@db.internal:54329/rapid_review', own)).toBe(false);
  expect(sameDatabase(own, undefined)).toBe(false);
});
