// Large payloads are small before they are encrypted: a calendar of fourteen kilobytes is one of under two. The name in the
// metadata is that of the compressing codec of Temporal's Go SDK, and what it compresses is, as there, the whole payload.

import { inflateSync } from 'node:zlib';
import type { Payload } from '@temporalio/common';
import { temporal } from '@temporalio/proto';

const ENCODING = 'binary/zlib';

const { Payload: Wire } = temporal.api.common.v1;

/** As it was before; one that was not compressed is answered as it is. */
export const expanded = (payload: Payload): Payload =>
  Buffer.from(payload.metadata?.['encoding'] ?? []).toString('utf8') === ENCODING
    ? Wire.decode(inflateSync(payload.data ?? new Uint8Array()))
    : payload;
