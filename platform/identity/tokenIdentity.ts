// Identity by bearer token: reads the header and asks the register that was given. It keeps nothing, and a token
// goes nowhere but to that question.

import type { Instant } from '../../domain/calendar/instant';
import type { Identity, IdentityPort } from './identity';

export type FindByToken = (token: string, at: Instant) => Promise<Identity | undefined>;

const BEARER = /^bearer +([A-Za-z0-9._~+/-]+=*) *$/i;
const LONGEST_HEADER = 1_000;

export const tokenIdentity = (findByToken: FindByToken): IdentityPort => ({
  identify: async (authorization, at) => {
    if (authorization === undefined) return { ok: false, refusal: 'missing' };
    const token = authorization.length > LONGEST_HEADER ? undefined : BEARER.exec(authorization)?.[1];
    if (token === undefined) return { ok: false, refusal: 'malformed' };
    const identity = await findByToken(token, at);
    return identity === undefined ? { ok: false, refusal: 'unknown' } : { ok: true, identity };
  },
});
