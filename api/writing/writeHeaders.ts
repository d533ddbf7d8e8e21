// The two headers of a write: the key that makes it repeatable, and the version that the person saw.

import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';

const KEY = /^[A-Za-z0-9._:~-]{8,128}$/;
const VERSION = /^"([1-9]\d{0,8})"$/;

/** For the documentation only: other headers come along, and a missing key has its own problem. */
export const WriteHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      description:
        'Required. Your own key for this request: 8 to 128 characters, best a new UUID. Repeating the request with it is safe.',
    }),
  ),
  'if-match': Type.Optional(
    Type.String({
      description:
        'The ETag of what you read, such as "7". The write is refused when it has changed since. A correction is refused without; its preview answers it.',
    }),
  ),
});

export const idempotencyKeyOf = ({ headers }: FastifyRequest): string => {
  const key = headers['idempotency-key'];
  const at = (detail: string) => [{ in: 'header', pointer: '/idempotency-key', detail }] as const;
  if (key === undefined || key === '') throw problem(requestProblems.keyMissing, {}, at('is missing'));
  if (typeof key !== 'string' || !KEY.test(key))
    throw problem(requestProblems.keyMalformed, {}, at('has the wrong form'));
  return key;
};

/** Nothing where the header is absent or `*`. */
export const expectedVersionOf = ({ headers }: FastifyRequest): number | undefined => {
  const given = headers['if-match'];
  if (given === undefined || given === '*') return undefined;
  const version = VERSION.exec(given)?.[1];
  if (version === undefined)
    throw problem(requestProblems.malformedIfMatch, {}, [
      { in: 'header', pointer: '/if-match', detail: 'must be a version in quotation marks' },
    ]);
  return Number(version);
};

export const etagOf = (version: number): string => `"${version}"`;
