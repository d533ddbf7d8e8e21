// What a token looks like, and what of it is kept: the id and a hash of the secret. The secret is 256 random bits, so a
// plain hash is enough; it is compared in constant time.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { TokenId } from './people';

const SECRET_BYTES = 32;
const FORM = /^rr_(TK-\d{4,9})_([A-Za-z0-9_-]{43})$/;

export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

export const hashOfSecret = (secret: string): Buffer => createHash('sha256').update(secret, 'utf8').digest();

export const writeToken = (id: TokenId, secret: string): string => `rr_${id}_${secret}`;

export const readToken = (token: string): { readonly id: TokenId; readonly secret: string } | undefined => {
  const [, id, secret] = FORM.exec(token) ?? [];
  return id === undefined || secret === undefined ? undefined : { id: id as TokenId, secret };
};

export const isSecret = (secret: string, hash: Buffer): boolean => {
  const own = hashOfSecret(secret);
  return own.length === hash.length && timingSafeEqual(own, hash);
};
