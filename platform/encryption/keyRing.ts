// The keys of one purpose, by id: the first encrypts, all decrypt. Keys are kept as key objects, which show nothing
// of themselves in logs or JSON, and no message here repeats anything that could be a part of one.

import { createSecretKey, type KeyObject } from 'node:crypto';

export interface NamedKey {
  readonly id: string;
  readonly key: KeyObject;
}

export interface KeyRing {
  /** The key that encrypts. */
  readonly current: NamedKey;
  readonly ids: readonly string[];
  /** Throws `UnknownKey`. */
  byId(id: string): KeyObject;
}

export class UnknownKey extends Error {
  override readonly name = 'UnknownKey';
  /** Nothing where what names the key could be no name of one. */
  readonly keyId: string | undefined;
  constructor(named: string) {
    const keyId = isKeyId(named) ? named : undefined;
    super(
      keyId === undefined
        ? 'what is to be decrypted names no usable key id'
        : `what was encrypted with the key "${keyId}" cannot be read: that key is not among those given`,
    );
    this.keyId = keyId;
  }
}

const ID = /^[A-Za-z0-9._-]{1,64}$/;
const KEY_BYTES = 32;

/** Whether a list of keys takes it as the name of one. */
export const isKeyId = (text: string): boolean => ID.test(text);

/** Throws `RangeError` on an empty list, a bad id or length, or the same id twice. */
export const keyRingOf = (keys: readonly { readonly id: string; readonly bytes: Uint8Array }[]): KeyRing => {
  const byId = new Map<string, KeyObject>();
  keys.forEach(({ id, bytes }, index) => {
    // The id is not repeated before it is known to be one: it may be a key in the wrong place.
    if (!isKeyId(id))
      throw new RangeError(`key ${index + 1} of the list has no usable id: letters, digits, ".", "_", "-"`);
    if (bytes.byteLength !== KEY_BYTES)
      throw new RangeError(`the key "${id}" is not ${KEY_BYTES} bytes of base64`);
    if (byId.has(id)) throw new RangeError(`the key id "${id}" is there twice`);
    byId.set(id, createSecretKey(bytes));
  });
  const [first] = byId;
  if (first === undefined) throw new RangeError('a key ring needs at least one key: id:base64[,id:base64]');
  return {
    current: { id: first[0], key: first[1] },
    ids: [...byId.keys()],
    byId: (id) => {
      const key = byId.get(id);
      if (key === undefined) throw new UnknownKey(id);
      return key;
    },
  };
};
