// Sealing a few bytes so that only the key opens them, and only in the place they were sealed for: AES-256-GCM,
// a fresh random IV each time, the place (purpose, table row) as additional data.

import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';
import type { KeyRing } from './keyRing';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Altered, of another place, or sealed with another key: which of them cannot be told. */
export class CannotBeOpened extends Error {
  override readonly name = 'CannotBeOpened';
  constructor() {
    super('the sealed content cannot be opened: it was altered, belongs elsewhere, or has another key');
  }
}

/** Where the content belongs, part by part, such as `['contact', 'AG-0001-C1']`. */
export type Place = readonly string[];

// Parts are written unambiguously: ['a', 'bc'] is another place than ['ab', 'c'].
const additionalData = (place: Place): Buffer => Buffer.from(JSON.stringify(place), 'utf8');

/** IV, tag and ciphertext in one. */
export const sealWith = (key: KeyObject, content: Uint8Array, place: Place): Buffer => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(additionalData(place));
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
};

export const openWith = (key: KeyObject, sealed: Uint8Array, place: Place): Buffer => {
  if (sealed.byteLength < IV_BYTES + TAG_BYTES) throw new CannotBeOpened();
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(additionalData(place));
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    throw new CannotBeOpened();
  }
};

export interface Sealed {
  /** Which key of the ring opens it. */
  readonly keyId: string;
  readonly sealed: Buffer;
}

/** With the ring's first key, whose id is part of the place. */
export const seal = (ring: KeyRing, content: Uint8Array, place: Place): Sealed => {
  const { id, key } = ring.current;
  return { keyId: id, sealed: sealWith(key, content, [id, ...place]) };
};

/** Throws `UnknownKey` or `CannotBeOpened`. */
export const open = (ring: KeyRing, { keyId, sealed }: Sealed, place: Place): Buffer =>
  openWith(ring.byId(keyId), sealed, [keyId, ...place]);

export const sealText = (ring: KeyRing, text: string, place: Place): Sealed =>
  seal(ring, Buffer.from(text, 'utf8'), place);

/** Throws what `open` throws. */
export const openText = (ring: KeyRing, sealed: Sealed, place: Place): string =>
  open(ring, sealed, place).toString('utf8');
