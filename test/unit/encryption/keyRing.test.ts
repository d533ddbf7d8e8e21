// The ring of keys: how it is read, and that it never repeats a key to anybody.

import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { keyRingOf, UnknownKey, type KeyRing } from '../../../platform/encryption/keyRing';
import { parseKeys } from '../../../platform/settings/encryptionKeys';

const ringOf = (list: string): KeyRing => keyRingOf(parseKeys(list));

const material = (): string => randomBytes(32).toString('base64');

const messageOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return String(error);
  }
  throw new Error('nothing was refused');
};

describe('reading a ring', () => {
  test('the first key encrypts, all are found by id', () => {
    const [first, second] = [material(), material()];
    const ring = ringOf(`k-2:${first}, k-1:${second}`);
    expect(ring.current.id).toBe('k-2');
    expect(ring.ids).toEqual(['k-2', 'k-1']);
    expect(ring.current.key.export().toString('base64')).toBe(first);
    expect(ring.byId('k-1').export().toString('base64')).toBe(second);
  });

  test('the same from keys already parsed', () => {
    const bytes = randomBytes(32);
    expect(
      keyRingOf([{ id: 'a', bytes }])
        .byId('a')
        .export(),
    ).toEqual(bytes);
  });

  test.each([
    ['nothing', '', 'at least one key'],
    ['only a comma', ',', 'at least one key'],
    ['the same id twice', `a:${material()},a:${material()}`, 'the key id "a" is there twice'],
    ['a short key', `a:${randomBytes(16).toString('base64')}`, 'the key "a" is not 32 bytes'],
    ['a long key', `a:${randomBytes(33).toString('base64')}`, 'the key "a" is not 32 bytes'],
    ['a key with a wrong character', `a:*${material().slice(1)}`, 'the key "a" is not 32 bytes'],
    [
      'a key with a stray character',
      `a:${material().slice(0, 9)}!${material().slice(9)}`,
      'the key "a" is not 32 bytes',
    ],
    ['an id with a space', `a b:${material()}`, 'key 1 of the list has no usable id'],
    ['no id', `:${material()}`, 'key 1 of the list has no usable id'],
  ])('refuses %s', (_, text, message) => {
    expect(messageOf(() => ringOf(text))).toContain(message);
  });

  test('refuses a key that stands where the id should, without repeating it', () => {
    // Without + and /, as many are: but for the last character it could be an id.
    const key = Buffer.alloc(32, 'A1b2').toString('base64');
    for (const text of [key, `${key}:id`, `fine:${material()},${key}`]) {
      expect(messageOf(() => ringOf(text))).not.toContain(key.slice(0, 8));
    }
  });
});

describe('an id that is not in the ring', () => {
  const ring = ringOf(`known:${material()}`);

  test('is named', () => {
    expect(() => ring.byId('older')).toThrow(UnknownKey);
    expect(messageOf(() => ring.byId('older'))).toContain('"older"');
  });

  test('is not repeated when it is no id at all', () => {
    expect(messageOf(() => ring.byId('Somebody <somebody@mail.example>'))).not.toContain('mail.example');
  });

  test('is not found in what objects inherit', () => {
    expect(() => ring.byId('constructor')).toThrow(UnknownKey);
  });
});

test('a ring shows no key when it is logged or turned into JSON', () => {
  const key = randomBytes(32);
  const ring = keyRingOf([{ id: 'k', bytes: key }]);
  const shown = `${inspect(ring, { depth: 9, showHidden: true })} ${JSON.stringify(ring)}`;
  expect(shown).toContain('k');
  for (const form of ['base64', 'hex', 'latin1'] as const) expect(shown).not.toContain(key.toString(form));
});
