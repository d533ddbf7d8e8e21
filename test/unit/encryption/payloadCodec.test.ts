// What reaches the Temporal server: nothing readable, and nothing comes back that was not encrypted by us.

import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { ApplicationFailure, defaultPayloadConverter, type Payload } from '@temporalio/common';
// The functions by which client and worker themselves use a converter.
import {
  decodeArrayFromPayloads,
  decodeOptionalFailureToOptionalError,
  encodeErrorToFailure,
  encodeToPayload,
  encodeToPayloads,
} from '@temporalio/common/lib/internal-non-workflow';
import { loadDataConverter } from '@temporalio/common/lib/internal-non-workflow/data-converter-helpers';
import { temporal } from '@temporalio/proto';
import { encryptedDataConverter } from '../../../platform/encryption/dataConverter';
import { keyRingOf, UnknownKey } from '../../../platform/encryption/keyRing';
import { payloadCodec, PlaintextPayloadRefused } from '../../../platform/encryption/payloadCodec';
import { shippedSnapshot } from '../../../platform/holidays/shippedLists';
import { CannotBeOpened } from '../../../platform/encryption/sealed';

const older = { id: 'older', bytes: randomBytes(32) };
const ring = keyRingOf([{ id: 'newer', bytes: randomBytes(32) }, older]);
const codec = payloadCodec(ring);
const CANARY = 'Wilhelmina Invented-Canary';

const textOf = (payload: Payload): string =>
  Buffer.concat([
    ...Object.values(payload.metadata ?? {}).map((value) => Buffer.from(value)),
    Buffer.from(payload.data ?? []),
  ]).toString('latin1');

const plain = (value: unknown): Payload => defaultPayloadConverter.toPayload<unknown>(value);

const only = (payloads: readonly Payload[]): Payload => {
  const [payload, second] = payloads;
  if (payload === undefined || second !== undefined) throw new Error('one payload was expected');
  return payload;
};
const encrypted = async (value: unknown, by = codec): Promise<Payload> =>
  only(await by.encode([plain(value)]));

describe('payloads', () => {
  test.each([[{ name: CANARY }], [CANARY], [null], [undefined], [[1, 2, 3]], [new Uint8Array([1, 2])]])(
    'come back as they were: %p',
    async (value) => {
      const payload = await encrypted(value);
      expect(textOf(payload)).not.toContain(CANARY);
      expect(defaultPayloadConverter.fromPayload(only(await codec.decode([payload])))).toEqual(value);
    },
  );

  test('say that they are encrypted and by which key, and nothing else', async () => {
    const { metadata = {} } = await encrypted({ a: 1 });
    const shown = Object.entries(metadata ?? {}).map(([name, value]) => [
      name,
      Buffer.from(value).toString(),
    ]);
    expect(Object.fromEntries(shown)).toEqual({ encoding: 'binary/encrypted', 'encryption-key-id': 'newer' });
  });

  test('keep their order, and none at all is fine', async () => {
    const payloads = await codec.encode(['a', 'b', 'c'].map(plain));
    const back = (await codec.decode(payloads)).map((payload) =>
      defaultPayloadConverter.fromPayload(payload),
    );
    expect(back).toEqual(['a', 'b', 'c']);
    expect(await codec.encode([])).toEqual([]);
    expect(await codec.decode([])).toEqual([]);
  });

  test('of the same content differ each time', async () => {
    const seen = await Promise.all(Array.from({ length: 20 }, async () => textOf(await encrypted('same'))));
    expect(new Set(seen).size).toBe(20);
  });

  test('are small where they are large and repeat themselves, and only there', async () => {
    const sizeOf = async (value: unknown): Promise<number> =>
      (await encrypted(value)).data?.byteLength ?? Infinity;
    expect(await sizeOf(shippedSnapshot())).toBeLessThan(JSON.stringify(shippedSnapshot()).length / 5);
    const noise = randomBytes(5_000);
    expect(await sizeOf(noise)).toBeLessThan(noise.byteLength + 100);
    const back = only(await codec.decode([await encrypted(shippedSnapshot())]));
    expect(defaultPayloadConverter.fromPayload(back)).toEqual(shippedSnapshot());
  });

  test('of an older key are still read', async () => {
    const payload = await encrypted('before', payloadCodec(keyRingOf([older])));
    expect(defaultPayloadConverter.fromPayload(only(await codec.decode([payload])))).toBe('before');
  });

  test('that were compressed before they were encrypted are read', async () => {
    const whole = temporal.api.common.v1.Payload.encode(plain({ name: CANARY })).finish();
    const compressed = { metadata: { encoding: Buffer.from('binary/zlib') }, data: deflateSync(whole) };
    const back = only(await codec.decode(await codec.encode([compressed])));
    expect(defaultPayloadConverter.fromPayload(back)).toEqual({ name: CANARY });
  });
});

describe('refused are', () => {
  test('payloads with any byte changed', async () => {
    const payload = await encrypted({ name: CANARY });
    const data = Buffer.from(payload.data ?? []);
    for (let at = 0; at < data.length; at += 1) {
      const changed = Buffer.from(data);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(codec.decode([{ ...payload, data: changed }])).rejects.toThrow(CannotBeOpened);
    }
    await expect(codec.decode([{ ...payload, data: data.subarray(0, 20) }])).rejects.toThrow(CannotBeOpened);
  });

  test('payloads that name another key of the ring, also one with the same bytes', async () => {
    const bytes = randomBytes(32);
    const twin = payloadCodec(
      keyRingOf([
        { id: 'a', bytes },
        { id: 'b', bytes },
      ]),
    );
    const payload = await encrypted('x', twin);
    const renamed = { ...payload, metadata: { ...payload.metadata, 'encryption-key-id': Buffer.from('b') } };
    await expect(twin.decode([renamed])).rejects.toThrow(CannotBeOpened);
  });

  test('payloads of a key that is not in the ring', async () => {
    const foreign = payloadCodec(keyRingOf([{ id: 'foreign', bytes: randomBytes(32) }]));
    await expect(codec.decode([await encrypted('x', foreign)])).rejects.toThrow(UnknownKey);
  });

  test('payloads that are not encrypted', async () => {
    await expect(codec.decode([plain({ a: 1 })])).rejects.toThrow(PlaintextPayloadRefused);
    await expect(codec.decode([{}])).rejects.toThrow(PlaintextPayloadRefused);
  });
});

describe('the data converter', () => {
  const converter = loadDataConverter(encryptedDataConverter(ring));

  test('hides arguments', async () => {
    const payloads = await encodeToPayloads(converter, { name: CANARY });
    expect((payloads ?? []).map(textOf).join()).not.toContain(CANARY);
    expect(await decodeArrayFromPayloads(converter, payloads)).toEqual([{ name: CANARY }]);
  });

  test('hides messages, traces and details of failures, causes too', async () => {
    const cause = new Error(`inner ${CANARY}`);
    const error = ApplicationFailure.create({ message: CANARY, type: 'Refused', details: [CANARY], cause });
    const failure = await encodeErrorToFailure(converter, error);
    const wire = JSON.stringify(failure, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );
    expect(wire).not.toContain('Canary');
    expect(wire).not.toContain('payloadCodec.test');
    const back = await decodeOptionalFailureToOptionalError(converter, failure);
    expect(back?.message).toBe(CANARY);
    expect(back).toMatchObject({ type: 'Refused', details: [CANARY] });
  });

  test('reads nothing that came without it', async () => {
    const bare = loadDataConverter();
    await expect(decodeArrayFromPayloads(converter, [await encodeToPayload(bare, 'x')])).rejects.toThrow(
      PlaintextPayloadRefused,
    );
  });
});
