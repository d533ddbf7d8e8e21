// What is said of a key behind the first that nothing rests on. In the records an old key and a new one look the same; their names
// may tell them apart.

import type { KeyRing } from '../../platform/encryption/keyRing';

/** When `keys new` made it, by its name; nothing where the name does not say. Those of an installation are there before any of these. */
const madeOn = (keyId: string): string | undefined =>
  /^(?:development-)?(?:master|codec)-[0-9a-f]{6}$/.test(keyId)
    ? ''
    : /^\d{4}-\d{2}-\d{2}(?=-)/.exec(keyId)?.[0];

/** `where` follows what is said of one that may be put away. */
export const sayUnused = (ring: KeyRing, keyId: string, where = ''): string => {
  const [made, firstMade] = [madeOn(keyId), madeOn(ring.current.id)];
  return made !== undefined && firstMade !== undefined && made > firstMade
    ? 'nothing is under it yet; it is newer than the first, and has yet to be put first'
    : `if it is new, it has yet to be put first; if it is the old one, it is NO LONGER NEEDED${where}`;
};
