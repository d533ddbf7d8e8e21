// Encrypts every payload, the large ones compressed, before it reaches the Temporal server, and decrypts what comes back. A payload that is not
// encrypted is refused, so that a part that was set up without the codec is noticed at once. The names in the
// metadata are those of the SDK's own encryption sample, by which its tools know an encrypted payload.

import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { compressed, expanded } from './compressedPayload';
import type { KeyRing } from './keyRing';
import { bytes, metadataOf, text } from './payloadMetadata';
import { CannotBeOpened } from './sealed';

const ENCODING = 'binary/encrypted';
const KEY_ID = 'encryption-key-id';
const IV_BYTES = 12;
const TAG_BYTES = 16;

export class PlaintextPayloadRefused extends Error {
  override readonly name = 'PlaintextPayloadRefused';
  constructor() {
    super('a payload that is not encrypted was refused: whoever wrote it works without the payload codec');
  }
}

// The id of the key is authenticated: an attacker cannot point a payload at another key of the ring.
const encrypted = (keyId: string, key: KeyObject, payload: Payload): Payload => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(bytes(keyId));
  const plain = temporal.api.common.v1.Payload.encode(compressed(payload)).finish();
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return {
    metadata: { encoding: bytes(ENCODING), [KEY_ID]: bytes(keyId) },
    data: Buffer.concat([iv, body, cipher.getAuthTag()]),
  };
};

const decrypted = (ring: KeyRing, payload: Payload): Payload => {
  const keyId = metadataOf(payload, KEY_ID);
  const key = ring.byId(keyId);
  const data = payload.data ?? new Uint8Array();
  if (data.byteLength < IV_BYTES + TAG_BYTES) throw new CannotBeOpened();
  const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(bytes(keyId));
  decipher.setAuthTag(data.subarray(data.byteLength - TAG_BYTES));
  try {
    const body = data.subarray(IV_BYTES, data.byteLength - TAG_BYTES);
    const plain = Buffer.concat([decipher.update(body), decipher.final()]);
    return expanded(temporal.api.common.v1.Payload.decode(plain));
  } catch {
    throw new CannotBeOpened();
  }
};

export const payloadCodec = (ring: KeyRing): PayloadCodec => ({
  // Both are done at once and not in turn: the cipher is quicker than a thread would be.
  encode: (payloads) =>
    Promise.resolve(payloads.map((payload) => encrypted(ring.current.id, ring.current.key, payload))),
  // Async, so that a refusal is a rejection and not thrown at the caller.
  // oxlint-disable-next-line typescript/require-await
  decode: async (payloads) =>
    payloads.map((payload) => {
      if (metadataOf(payload, 'encoding') !== ENCODING) throw new PlaintextPayloadRefused();
      return decrypted(ring, payload);
    }),
});

/** The ids of the keys that encrypted the payloads in it, however deep they lie: nothing is decrypted for it. */
export const keyIdsIn = (value: unknown, found: Set<string> = new Set()): ReadonlySet<string> => {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return found;
  const { metadata } = value as { readonly metadata?: Readonly<Record<string, unknown>> | null };
  const keyId = metadata?.[KEY_ID];
  if (keyId instanceof Uint8Array) found.add(text(keyId));
  else for (const part of Object.values(value)) keyIdsIn(part, found);
  return found;
};
