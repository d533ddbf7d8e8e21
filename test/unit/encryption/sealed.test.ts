// Sealing: only the key opens, and only in the place it was sealed for.

import { createSecretKey, randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { fingerprint, isFingerprintOf } from '../../../platform/encryption/fingerprint';
import { keyRingOf, UnknownKey } from '../../../platform/encryption/keyRing';
import { CannotBeOpened, open, openWith, seal, sealWith } from '../../../platform/encryption/sealed';

const named = (id: string): { id: string; bytes: Buffer } => ({ id, bytes: randomBytes(32) });
const older = named('older');
const newer = named('newer');
const ring = keyRingOf([newer, older]);
const content = Buffer.from('Wilhelmina Invented-Canary', 'utf8');
const place = ['contact', 'AG-0001-C1'];

test('what was sealed is opened, and is not the content', () => {
  const sealed = seal(ring, content, place);
  expect(sealed.keyId).toBe('newer');
  expect(sealed.sealed.includes(content)).toBe(false);
  expect(open(ring, sealed, place)).toEqual(content);
});

test('the same content is sealed differently each time', () => {
  const ivs = Array.from({ length: 50 }, () =>
    seal(ring, content, place).sealed.toString('hex').slice(0, 24),
  );
  expect(new Set(ivs).size).toBe(50);
});

test('what an older key sealed is still opened', () => {
  const before = seal(keyRingOf([older]), content, place);
  expect(open(ring, before, place)).toEqual(content);
});

test('another place does not open it, not even one with the same letters', () => {
  const sealed = seal(ring, content, ['contact', 'AG-0001-C1']);
  expect(() => open(ring, sealed, ['contact', 'AG-0001-C2'])).toThrow(CannotBeOpened);
  expect(() => open(ring, sealed, ['contactAG-0001-C1'])).toThrow(CannotBeOpened);
  expect(() => open(ring, sealed, ['contactA', 'G-0001-C1'])).toThrow(CannotBeOpened);
});

test('another key of the ring does not open it', () => {
  const sealed = seal(ring, content, place);
  expect(() => open(ring, { ...sealed, keyId: 'older' }, place)).toThrow(CannotBeOpened);
  expect(() => open(keyRingOf([older]), sealed, place)).toThrow(UnknownKey);
});

test('a change of any byte is noticed', () => {
  const key = createSecretKey(randomBytes(32));
  const sealed = sealWith(key, content, place);
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => openWith(key, changed, place)).toThrow(CannotBeOpened);
  }
  for (const length of [0, 11, 27, sealed.length - 1]) {
    expect(() => openWith(key, sealed.subarray(0, length), place)).toThrow(CannotBeOpened);
  }
});

test('nothing can be sealed too', () => {
  expect(open(ring, seal(ring, Buffer.alloc(0), place), place)).toEqual(Buffer.alloc(0));
});

test('a fingerprint knows its text and no other', () => {
  const print = fingerprint(ring, 'body');
  expect(isFingerprintOf(ring, print, 'body')).toBe(true);
  expect(isFingerprintOf(ring, print, 'bodY')).toBe(false);
  expect(isFingerprintOf(ring, fingerprint(keyRingOf([older]), 'body'), 'body')).toBe(true);
  // Without the key nobody can make one to compare with.
  expect(isFingerprintOf(keyRingOf([{ ...older, id: 'newer' }]), print, 'body')).toBe(false);
  expect(() => isFingerprintOf(keyRingOf([older]), print, 'body')).toThrow(UnknownKey);
});
