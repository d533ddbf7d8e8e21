// Telling whether two texts are the same without keeping either, nor anything by which a guess could be confirmed:
// a keyed hash. A plain hash of a body with a child's name would confirm a guessed name.

import { createHmac, hkdfSync, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { KeyRing } from './keyRing';

export interface Fingerprint {
  readonly keyId: string;
  readonly mac: Buffer;
}

// A key of its own, so that the master key itself serves encryption only.
const macOf = (key: KeyObject, text: string): Buffer => {
  const derived = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'rapid-review/fingerprint', 32));
  return createHmac('sha256', derived).update(text, 'utf8').digest();
};

export const fingerprint = (ring: KeyRing, text: string): Fingerprint => ({
  keyId: ring.current.id,
  mac: macOf(ring.current.key, text),
});

/** Throws `UnknownKey` where the ring no longer holds the key it was made with. */
export const isFingerprintOf = (ring: KeyRing, { keyId, mac }: Fingerprint, text: string): boolean => {
  const own = macOf(ring.byId(keyId), text);
  return own.length === mac.length && timingSafeEqual(own, mac);
};
