// The two headers of a write: the key that makes it repeatable, and the version that the person saw, with what they saw of
// it where that was the preview of a correction.

import type { FastifyRequest } from 'fastify';
import { Type, type TObject } from 'typebox';
import { problem, type FieldError, type Problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';

const KEY = /^[A-Za-z0-9._:~-]{8,128}$/;
const SEEN = /^"([1-9]\d{0,8})(?:\.([0-9a-f]{12}))?"$/;

const KeyField = Type.String({
  description:
    'Your own key for this request: 8 to 128 characters, best a new UUID. Repeating the request with it is safe.',
});
const IfMatchField = Type.String({
  description: 'The ETag of what you read, such as "7". The write is refused when it has changed since.',
});
const PreviewedField = Type.String({
  description:
    'The ETag of the preview of this very correction, such as "7.9f86d081884c". The correction is refused without, and when the case has changed since.',
});

/** What is checked of them: nothing is demanded here, because what is missing has a problem of its own that says more. */
export const WriteHeaders = Type.Object({
  'idempotency-key': Type.Optional(KeyField),
  'if-match': Type.Optional(IfMatchField),
});
export const CorrectionHeaders = Type.Object({
  'idempotency-key': Type.Optional(KeyField),
  'if-match': Type.Optional(PreviewedField),
});

const DESCRIBED = new Map<unknown, TObject>([
  [WriteHeaders, Type.Object({ 'idempotency-key': KeyField, 'if-match': Type.Optional(IfMatchField) })],
  [CorrectionHeaders, Type.Object({ 'idempotency-key': KeyField, 'if-match': PreviewedField })],
]);

/** As the description of the API shows them: required is what a request is refused without. */
export const describedHeaders = (checked: unknown): TObject | undefined => DESCRIBED.get(checked);

const KEY_FAULTS = {
  keyMissing: 'is missing: it must be 8 to 128 characters, best a new UUID',
  keyMalformed: 'must be 8 to 128 letters, digits and - . _ : ~ characters, best a new UUID',
} as const;

const faultOfKey = ({ headers }: FastifyRequest): keyof typeof KEY_FAULTS | undefined => {
  const key = headers['idempotency-key'];
  if (key === undefined || key === '') return 'keyMissing';
  return typeof key === 'string' && KEY.test(key) ? undefined : 'keyMalformed';
};

const atKey = (fault: keyof typeof KEY_FAULTS): FieldError => ({
  in: 'header',
  pointer: '/idempotency-key',
  detail: KEY_FAULTS[fault],
});

/** What is wrong with the key of a request that is refused for something else: said in the same round. None where none is needed. */
export const keyErrors = (request: FastifyRequest): readonly FieldError[] => {
  const fault = DESCRIBED.has(request.routeOptions.schema?.headers) ? faultOfKey(request) : undefined;
  return fault === undefined ? [] : [atKey(fault)];
};

export const idempotencyKeyOf = (request: FastifyRequest): string => {
  const fault = faultOfKey(request);
  if (fault !== undefined) throw problem(requestProblems[fault], {}, [atKey(fault)]);
  return String(request.headers['idempotency-key']);
};

export interface Seen {
  readonly version: number;
  /** What a preview was asked about; absent where the version was read elsewhere. */
  readonly previewed?: string;
}

const malformed = (detail: string): Problem =>
  problem(requestProblems.malformedIfMatch, {}, [{ in: 'header', pointer: '/if-match', detail }]);

/** Nothing where the header is absent or `*`. */
export const seenBy = ({ headers }: FastifyRequest): Seen | undefined => {
  const given = headers['if-match'];
  if (given === undefined || given === '*') return undefined;
  const [, version, previewed] = SEEN.exec(given) ?? [];
  if (version === undefined) throw malformed('must be a version in quotation marks');
  return { version: Number(version), ...(previewed === undefined ? {} : { previewed }) };
};

/** Where nothing is previewed. Nothing where the header is absent or `*`. */
export const expectedVersionOf = (request: FastifyRequest): number | undefined => {
  const seen = seenBy(request);
  if (seen?.previewed !== undefined) throw malformed('must be a version alone: nothing is previewed here');
  return seen?.version;
};

export const etagOf = (version: number | string): string => `"${version}"`;
