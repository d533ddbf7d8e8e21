// Tokens: what is kept of them, and when they are good.

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { instant } from '../../domain/calendar/instant';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { IssuedToken, TokenId, TokenToIssue } from '../../records/records';
import { everyTableAsText } from './everyTable';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());

const NOW = instant(1_000_000);
const issued = (rest: Partial<TokenToIssue> = {}): Promise<IssuedToken> =>
  under.records.people.issue({ role: 'coordinator', person: 'Ottoline Invented', at: NOW, ...rest });
const found = (token: string, at = NOW): Promise<unknown> => under.records.people.findByToken(token, at);

describe('a token', () => {
  test('tells who comes with it', async () => {
    const { token, tokenId, actor } = await issued({
      role: 'partnerDelegate',
      seats: ['police', 'localAuthority'],
    });
    expect(token).toMatch(/^rr_TK-\d{4}_[A-Za-z0-9_-]{43}$/);
    expect(await found(token)).toEqual({
      actor,
      role: 'partnerDelegate',
      seats: ['police', 'localAuthority'],
      tokenId,
    });
    expect(await under.records.people.nameOf(actor)).toBe('Ottoline Invented');
    const unknown = 'P-9999' as typeof actor;
    expect(await under.records.people.namesOf([actor, unknown])).toEqual(
      new Map([[actor, 'Ottoline Invented']]),
    );
    expect(await under.records.people.namesOf([])).toEqual(new Map());
  });

  test('is not the person: the same person may have several', async () => {
    const first = await issued();
    const second = await issued({ actor: first.actor, person: 'ignored', role: 'auditor' });
    expect(second.actor).toBe(first.actor);
    expect(await found(second.token)).toMatchObject({ actor: first.actor, role: 'auditor' });
    expect(await under.records.people.nameOf(first.actor)).toBe('Ottoline Invented');
    expect((await issued()).actor).not.toBe(first.actor);
  });

  test('is random, and nothing by which it could be used is kept', async () => {
    const tokens = await Promise.all(Array.from({ length: 10 }, () => issued()));
    const secrets = tokens.map(({ token }) => token.split('_').slice(2).join('_'));
    expect(new Set(secrets).size).toBe(10);
    const everything = await everyTableAsText(under.database);
    for (const secret of secrets) {
      expect(everything).not.toContain(secret);
      expect(everything).not.toContain(Buffer.from(secret, 'base64url').toString('latin1'));
      expect(everything).toContain(createHash('sha256').update(secret).digest().toString('latin1'));
    }
    expect(everything).not.toContain('Ottoline');
  });
});

describe('no good are', () => {
  test.each([
    ['', 'nothing'],
    ['rr_TK-0001_', 'an empty secret'],
    ['rr_TK-9999_0123456789012345678901234567890123456789012', 'an unknown id'],
    ['Bearer rr_TK-0001_0123456789012345678901234567890123456789012', 'another form'],
    ["rr_TK-0001' or true --_0123456789012345678901234567890123456789012", 'an attack'],
  ])('%p (%s)', async (token) => {
    await issued();
    expect(await found(token)).toBeUndefined();
  });

  test('a changed secret, or the secret of another token', async () => {
    const [one, two] = [await issued(), await issued()];
    const last = one.token.at(-2) === 'A' ? 'B' : 'A';
    expect(await found(one.token.slice(0, -2) + last + one.token.slice(-1))).toBeUndefined();
    expect(await found(one.token.replace(one.tokenId, two.tokenId))).toBeUndefined();
    expect(await found(`${one.token}=`)).toBeUndefined();
    expect(await found(one.token)).toBeDefined();
  });

  test('an expired token, from the very instant', async () => {
    const { token } = await issued({ expiresAt: instant(NOW + 1_000) });
    expect(await found(token, instant(NOW + 999))).toBeDefined();
    expect(await found(token, instant(NOW + 1_000))).toBeUndefined();
  });

  test('a revoked token, once, and others stay good', async () => {
    const [one, two] = [await issued(), await issued()];
    expect(await under.records.people.revoke(one.tokenId, NOW)).toBe(true);
    expect(await under.records.people.revoke(one.tokenId, NOW)).toBe(false);
    expect(await under.records.people.revoke('TK-9999' as TokenId, NOW)).toBe(false);
    expect(await found(one.token)).toBeUndefined();
    expect(await found(two.token)).toBeDefined();
  });

  test('demonstration tokens once they are all taken back', async () => {
    const [demo, real] = [await issued({ demo: true }), await issued()];
    expect(await under.records.people.revokeDemo(NOW)).toBe(1);
    expect(await under.records.people.revokeDemo(NOW)).toBe(0);
    expect(await found(demo.token)).toBeUndefined();
    expect(await found(real.token)).toBeDefined();
  });
});

test('the list has every token with its person, oldest first, and no secret', async () => {
  const { token, tokenId, actor } = await issued({
    role: 'service',
    expiresAt: instant(NOW + 5),
    demo: true,
  });
  await under.records.people.revoke(tokenId, instant(NOW + 1));
  const list = await under.records.people.list();
  expect(list.at(-1)).toEqual({
    tokenId,
    actor,
    role: 'service',
    seats: [],
    person: 'Ottoline Invented',
    demo: true,
    issuedAt: NOW,
    expiresAt: NOW + 5,
    revokedAt: NOW + 1,
  });
  expect(list.map((each) => each.tokenId)).toEqual(list.map((each) => each.tokenId).sort());
  expect(JSON.stringify(list)).not.toContain(token.slice(-20));
});

test('nobody is known by a code that was never given', async () => {
  expect(await under.records.people.nameOf('P-9999' as ActorId)).toBeUndefined();
  await expect(issued({ actor: 'P-9999' as ActorId })).rejects.toThrow('foreign key');
});
