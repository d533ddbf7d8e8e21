// A hash that only who holds the key can make: for each purpose under a key of its own, derived from the one given, so that this one
// itself serves encryption only.

import { createHmac, hkdfSync, type KeyObject } from 'node:crypto';

/** 32 bytes. A purpose is never renamed: what was made under it would not be found any more. */
export const keyedHash =
  (purpose: string) =>
  (key: KeyObject, text: string): Buffer => {
    const derived = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, 32));
    return createHmac('sha256', derived).update(text, 'utf8').digest();
  };
