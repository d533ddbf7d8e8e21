// Large payloads are small before they are encrypted: a calendar of fourteen kilobytes is one of under two. The name in the
// metadata is that of the compressing codec of Temporal's Go SDK, and what it compresses is, as there, the whole payload.

import { constants, deflateSync, inflateSync } from 'node:zlib';
import type { Payload } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { bytes, metadataOf } from './payloadMetadata';

const ENCODING = 'binary/zlib';

/** In bytes. Below, there is nothing to gain. */
const LARGE = 1_024;

const { Payload: Wire } = temporal.api.common.v1;

/** A large one as its smaller self, where it has one; any other as it is. */
export const compressed = (payload: Payload): Payload => {
  if ((payload.data?.byteLength ?? 0) < LARGE) return payload;
  const whole = Wire.encode(payload).finish();
  const data = deflateSync(whole, { level: constants.Z_BEST_SPEED });
  return data.byteLength < whole.byteLength ? { metadata: { encoding: bytes(ENCODING) }, data } : payload;
};

/** As it was before; one that was not compressed is answered as it is. */
export const expanded = (payload: Payload): Payload =>
  metadataOf(payload, 'encoding') === ENCODING
    ? Wire.decode(inflateSync(payload.data ?? new Uint8Array()))
    : payload;
