// `npm run token` and the tokens of `npm start`: what may be asked for, and that what is made works.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Command } from 'commander';
import { demoTokens } from '../../cli/token/demoTokens';
import { readTokenCommand, runTokenCommand } from '../../cli/token/tokenCommand';
import { DAY, instant } from '../../domain/calendar/instant';
import type { ActorId } from '../../domain/rapidReview/commands';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
const NOW = instant(1_774_880_400_000);
const [KEY_ID, KEY] = ['demo', Buffer.alloc(32, 7)];

beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());

// Commander ends the process on a mistake, and writes about it; here it throws, and says nothing.
const throwing = (command: Command): Command =>
  command.exitOverride().configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
const run = (...args: readonly string[]): Promise<readonly string[]> =>
  runTokenCommand(under.records, readTokenCommand(args, throwing), NOW);

describe('npm run token', () => {
  test('makes a token that works, for 90 days', async () => {
    const [token = ''] = await run('--role', 'coordinator', '--person', 'Ottoline Invented');
    expect(await under.records.people.findByToken(token, instant(NOW + 90 * DAY - 1))).toMatchObject({
      role: 'coordinator',
    });
    expect(await under.records.people.findByToken(token, instant(NOW + 90 * DAY))).toBeUndefined();
  });

  test('for seats, for an agency, for other days, for somebody known', async () => {
    const [delegate = ''] = await run(
      '--role',
      'partnerDelegate',
      '--person',
      'D',
      '--seat',
      'police',
      '--seat',
      'localAuthority',
    );
    const held = await under.records.people.findByToken(delegate, NOW);
    expect(held?.seats).toEqual(['police', 'localAuthority']);
    const agency = await under.records.agencies.add({
      name: 'Invented School',
      kind: 'school',
      contacts: [],
      by: 'P-0001' as ActorId,
      at: NOW,
      commandId: 'a',
    });
    const [contact = ''] = await run(
      '--role',
      'agencyContact',
      '--person',
      'C',
      '--agency',
      agency.id,
      '--days',
      '1',
    );
    expect(await under.records.people.findByToken(contact, NOW)).toMatchObject({ agency: agency.id });
    expect(await under.records.people.findByToken(contact, instant(NOW + DAY))).toBeUndefined();
    const [second = ''] = await run('--role', 'auditor', '--actor', held?.actor ?? '');
    expect((await under.records.people.findByToken(second, NOW))?.actor).toBe(held?.actor);
  });

  test('lists and revokes', async () => {
    const [token = '', , about = ''] = await run('--role', 'service', '--person', 'Listed System');
    const id = about.split(' ')[0] ?? '';
    expect((await run('--list')).find((line) => line.startsWith(id))).toMatch(
      /service {2}Listed System {2}in force until/,
    );
    expect(await run('--revoke', id)).toEqual([`${id} is revoked.`]);
    expect(await under.records.people.findByToken(token, NOW)).toBeUndefined();
    expect((await run('--list')).find((line) => line.startsWith(id))).toContain(
      'revoked Monday 30 March 2026 at 15:20',
    );
    expect(await run('--revoke', id)).toEqual([`${id} was revoked already.`]);
    await expect(run('--revoke', 'TK-9999')).rejects.toThrow(
      'There is no token "TK-9999"; --list shows every token. Nothing was changed.',
    );
    expect((await run('--list')).join()).not.toContain(token.slice(-20));
  });

  test.each([
    [[], /--role is missing.* Nothing was changed\.$/],
    [['--role', 'coordinator'], 'whom it is for'],
    [['--role', 'coordinator', '--person', ' '], 'whom it is for'],
    [['--role', 'coordinator', '--person', '\u200b'], 'whom it is for'],
    [['--role', 'coordinator', '--person', 'a\u202eb'], 'U+202E'],
    [['--role', 'coordinator', '--person', 'a', '--actor', 'P-0001'], 'whom it is for'],
    [['--role', 'coordinator', '--actor', 'P-9999'], 'nobody with the code'],
    [['--role', 'coordinator', '--person', 'a', '--seat', 'police'], '--seat goes with'],
    [['--role', 'partnerDelegate', '--person', 'a'], '--seat goes with'],
    [['--role', 'agencyContact', '--person', 'a'], '--agency goes with'],
    [['--role', 'auditor', '--person', 'a', '--agency', 'AG-0001'], '--agency goes with'],
    [['--role', 'agencyContact', '--person', 'a', '--agency', 'AG-9999'], 'no agency'],
    [['--role', 'coordinator', '--person', 'a\nTK-0001  P-0001'], 'line break'],
    [['--list', '--revoke', 'TK-0001'], 'cannot be used with'],
    [['--revoke', 'TK-0001', '--role', 'auditor'], 'cannot be used with'],
    [['--role', 'king', '--person', 'a'], 'Allowed choices'],
    [['--role', 'partnerDelegate', '--person', 'a', '--seat', 'fire'], 'One of localAuthority'],
    [['--role', 'auditor', '--person', 'a', '--days', '0'], 'whole number of days'],
    [['--role', 'auditor', '--person', 'a', '--days', 'ten'], 'whole number of days'],
    [['--role', 'auditor', '--person', 'a', 'stray'], 'too many arguments'],
  ])('refuses %p', async (args, message) => {
    const before = await under.records.people.list();
    await expect(Promise.resolve().then(() => run(...args))).rejects.toThrow(message);
    expect(await under.records.people.list()).toEqual(before);
  });
});

test('npm start gives one working token a role, takes the earlier ones back, and keeps the people', async () => {
  const other = await recordsUnderTest();
  const now = (): ReturnType<typeof instant> => instant(Date.now());
  const first = await demoTokens(other.url, [{ id: KEY_ID, bytes: KEY }]);
  expect(first.map(({ role }) => role)).toEqual([
    ...[
      'coordinator',
      'meetingChair',
      'independentChair',
      'partnerDelegate localAuthority',
      'partnerDelegate police',
    ],
    ...['partnerDelegate integratedCareBoard', 'auditor', 'service'],
  ]);
  const identities = await Promise.all(
    first.map(({ token }) => other.records.people.findByToken(token, now())),
  );
  expect(identities.every((identity) => identity !== undefined)).toBe(true);

  await other.records.agencies.add({
    name: 'Invented School',
    kind: 'school',
    contacts: [],
    by: 'P-0001' as ActorId,
    at: NOW,
    commandId: 'a',
  });
  const second = await demoTokens(other.url, [{ id: KEY_ID, bytes: KEY }]);
  expect(second.map(({ role }) => role)).toContain('agencyContact AG-0001');
  for (const { token } of first) expect(await other.records.people.findByToken(token, now())).toBeUndefined();
  const again = await Promise.all(second.map(({ token }) => other.records.people.findByToken(token, now())));
  const actors = new Set(again.map((identity) => identity?.actor));
  for (const identity of identities) expect(actors).toContain(identity?.actor);
  await other.close();
});

test('under a lost master key tokens are listed without names, and npm start makes its own until it is found', async () => {
  const other = await recordsUnderTest();
  try {
    const lost = await other.records.people.issue({ role: 'auditor', person: 'Edith Varnholt', at: NOW });
    await demoTokens(other.url, [{ id: KEY_ID, bytes: KEY }]);
    const lines = await runTokenCommand(other.records, readTokenCommand(['--list'], throwing), NOW);
    expect(lines.find((line) => line.startsWith(lost.tokenId))).toContain('Edith Varnholt');
    expect(lines.at(-1)).toMatch(/^TK-\d+ .*service.*name not readable.*in force/);
    const inForce = async () =>
      (await other.records.people.list())
        .filter(({ demo, revokedAt }) => demo && revokedAt === undefined)
        .map(({ actor, role, seats }) => [actor, role, seats]);
    const before = await inForce();
    const another = { id: 'another', bytes: Buffer.alloc(32, 8) };
    await demoTokens(other.url, [another]);
    const own = await inForce();
    expect(own.map(([, ...what]) => what)).toEqual(before.map(([, ...what]) => what));
    expect(own.filter(([actor]) => before.some(([earlier]) => earlier === actor))).toEqual([]);
    await demoTokens(other.url, [another]);
    expect(await inForce()).toEqual(own);
    await demoTokens(other.url, [{ id: KEY_ID, bytes: KEY }, another]);
    expect(await inForce()).toEqual(before);
  } finally {
    await other.close();
  }
});
