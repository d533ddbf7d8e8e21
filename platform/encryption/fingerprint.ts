// Telling whether two texts are the same without keeping either, nor anything by which a guess could be confirmed:
// a keyed hash. A plain hash of a body with a child's name would confirm a guessed name.

import { timingSafeEqual } from 'node:crypto';
import type { KeyRing } from './keyRing';
import { keyedHash } from './keyedHash';

export interface Fingerprint {
  readonly keyId: string;
  readonly mac: Buffer;
}

const macOf = keyedHash('rapid-review/fingerprint');

export const fingerprint = (ring: KeyRing, text: string): Fingerprint => ({
  keyId: ring.current.id,
  mac: macOf(ring.current.key, text),
});

/** Throws `UnknownKey` where the ring no longer holds the key it was made with. */
export const isFingerprintOf = (ring: KeyRing, { keyId, mac }: Fingerprint, text: string): boolean => {
  const own = macOf(ring.byId(keyId), text);
  return own.length === mac.length && timingSafeEqual(own, mac);
};
