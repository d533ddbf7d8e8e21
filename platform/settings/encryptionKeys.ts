// The written form of a list of keys, `id:base64-of-32-bytes[,id:base64...]`. It says nothing of what a key
// is for. What is given as a setting, the table of settings has already checked.

export interface EncryptionKey {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** Ids that production refuses: keys made on a developer's machine. */
export const DEVELOPMENT_PREFIX = 'development-';

/** Node reads base64 leniently; a mistyped key must not become another key, but none. */
const strictBase64 = (text: string): Uint8Array => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : new Uint8Array();
};

/** What is no key is among them all the same: without an id, or without bytes. Whoever makes a ring of them refuses it. */
export function parseKeys(list: string): readonly EncryptionKey[] {
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const colon = entry.indexOf(':');
      // A key that stands where an id should becomes no id: an id is told in messages.
      return { id: entry.slice(0, Math.max(colon, 0)), bytes: strictBase64(entry.slice(colon + 1)) };
    });
}

export function formatKeys(keys: readonly EncryptionKey[]): string {
  return keys.map(({ id, bytes }) => `${id}:${Buffer.from(bytes).toString('base64')}`).join(',');
}

/** What makes a well-formed list unusable: the same id twice would leave the choice of key to chance. */
export function repeatedId(keys: readonly EncryptionKey[]): string | undefined {
  return keys.map(({ id }) => id).find((id, at, ids) => ids.indexOf(id) !== at);
}
