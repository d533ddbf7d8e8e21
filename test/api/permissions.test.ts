// Every route for every role, from the one table; and who is not let in at all.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fastify from 'fastify';
import { guardRoutes, RouteWithoutPermission } from '../../api/permissions/guard';
import { grantsOf, reachOf } from '../../api/permissions/permissions';
import { ROLES } from '../../domain/rapidReview/commands';
import { instant } from '../../domain/calendar/instant';
import { apiUnderTest, at, type ApiUnderTest } from './apiUnderTest';
import { Changes, listing } from './changesOfCalendar';
import { GUARDED } from './guardedRoutes';
import { openCase, problemIn } from './stories';

let under: ApiUnderTest;
let reference: string;
beforeAll(async () => {
  under = await apiUnderTest();
  reference = await openCase(under);
  // So that there is one of each to read.
  await under.ask('POST', '/sub-group-dates', { body: { startsAt: '2026-04-14T10:00:00+01:00' } });
  const closure = { kind: 'closure', title: 'Shut-down', firstDay: '2026-12-24', lastDay: '2026-12-31' };
  await under.ask('POST', '/local-days', { body: closure });
  const asked = { body: { channel: 'telephone', on: '2026-03-30' } };
  await under.ask('POST', `/cases/${reference}/scoping-requests/AG-0001/sent-another-way`, asked);
  await new Changes(under).accept(listing('2027-05-10'));
});
afterAll(() => under.close());

const filled = (url: string): string =>
  url
    .replace('/sub-group-dates/:date', '/sub-group-dates/SG-0001')
    .replace(':localDays', 'LD-0001')
    .replace(':reference', reference)
    .replace(':of', 'RR-2026-0002')
    .replace(':number', '1')
    .replace(':seat', 'police')
    .replace(':proposal', '1')
    .replace(':contact', 'AG-0001-C1')
    .replace(':agency', 'AG-0001')
    .replace(':timestamp', 'incident')
    .replace(':key', 'completeLocal')
    .replace(':date', '2026-12-25')
    .replace(':slug', 'unknown-case');

const METHODS = ['GET', 'POST', 'PATCH'] as const;
const guarded = () =>
  under.app.guardedRoutes.flatMap(({ method, url, permission, byLink }) => {
    if (permission === 'public' || byLink) return [];
    const known = METHODS.find((one) => one === method);
    if (known === undefined) throw new Error(`a route with the method ${method}`);
    return [{ method: known, url, permission }];
  });

describe('every route that asks who you are', () => {
  test('there are as many as were built', () => {
    expect(
      guarded()
        .map(({ method, url }) => `${method} ${url}`)
        .sort(),
    ).toEqual(GUARDED);
  });

  test.each(ROLES)('lets %s through where the table grants it, and nowhere else', async (role) => {
    for (const { method, url, permission } of guarded()) {
      // A body that is refused by its form: whoever gets as far as that was let through.
      const body = method === 'GET' ? {} : { body: { nonsense: true } };
      const answer = await under.ask(method, filled(url), { as: role, ...body });
      const route = `${method} ${url} as ${role}`;
      if (reachOf(role, permission) === undefined) {
        expect([route, answer.statusCode, problemIn(answer).type]).toEqual([
          route,
          403,
          '/problems/forbidden',
        ]);
        const may = ROLES.filter((one) => reachOf(one, permission) !== undefined);
        expect([route, problemIn(answer).detail]).toEqual([
          route,
          expect.stringContaining(`whose role includes it: ${may.join(', ')}.`),
        ]);
      } else {
        expect([route, answer.statusCode]).toEqual([route, method === 'GET' ? 200 : 400]);
      }
    }
  });

  test('turns away whoever does not say who they are, before the body is read', async () => {
    for (const { method, url } of guarded()) {
      const answer = await under.ask(method, filled(url), { as: null });
      expect([url, answer.statusCode]).toEqual([url, 401]);
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="rapid-review"');
    }
  });
});

describe('tokens', () => {
  const asked = (authorization: string) =>
    under.ask('GET', '/cases', { as: null, headers: { authorization } });
  test.each([
    ['another scheme', 'Basic c2FtOnNlY3JldA=='],
    ['no token behind the scheme', 'Bearer'],
    ['two tokens', 'Bearer one two'],
    ['a token of somewhere else', `Bearer rr_TK-0001_${'x'.repeat(43)}`],
    ['a very long token', `Bearer ${'x'.repeat(5_000)}`],
  ])('%s is refused', async (_, authorization) => {
    const answer = await asked(authorization);
    expect(answer.statusCode).toBe(401);
    expect(problemIn(answer).type).toBe('/problems/unauthenticated');
  });

  test('an expired and a revoked one no longer let in', async () => {
    const { people } = under.records;
    const issued = await people.issue({
      role: 'auditor',
      person: 'Quinn Larkhill',
      at: under.clock.now,
      expiresAt: at('2026-04-01T00:00:00+01:00'),
    });
    const bearer = `Bearer ${issued.token}`;
    expect((await asked(bearer)).statusCode).toBe(200);
    const before = under.clock.now;
    under.clock.now = at('2026-04-01T00:00:01+01:00');
    expect((await asked(bearer)).statusCode).toBe(401);
    under.clock.now = before;
    await people.revoke(issued.tokenId, before);
    expect((await asked(bearer)).statusCode).toBe(401);
  });
});

describe('narrow views', () => {
  test('an agency contact sees their own agency, and no other', async () => {
    const list = await under.ask('GET', '/agencies', { as: 'agencyContact' });
    expect(list.json<{ items: { id: string }[] }>().items.map(({ id }) => id)).toEqual(['AG-0001']);
    const other = await under.ask('GET', '/agencies/AG-0002', { as: 'agencyContact' });
    expect(other.statusCode).toBe(403);
    expect(problemIn(other).type).toBe('/problems/not-your-agency');
  });

  test('the auditor reads everything but the particulars of children', () => {
    const denied = ['readParticulars'];
    const reading = Object.keys(grantsOf.coordinator).filter((name) => name.startsWith('read'));
    expect(reading.filter((name) => !(name in grantsOf.auditor))).toEqual(denied);
    expect(Object.keys(grantsOf.auditor).filter((name) => !name.startsWith('read'))).toEqual([]);
  });
});

test('a page of an agency lets nobody in by a token, and asks for its link', async () => {
  const pages = under.app.guardedRoutes.filter(({ byLink }) => byLink);
  expect(pages.map(({ method, url }) => `${method} ${url}`).sort()).toEqual([
    'GET /answers/:reference/:agency/:proof',
    'GET /answers/:reference/:agency/:proof/answer',
    'GET /answers/:reference/:agency/:proof/records-secured',
    'HEAD /answers/:reference/:agency/:proof',
    'POST /answers/:reference/:agency/:proof/answer',
    'POST /answers/:reference/:agency/:proof/records-secured',
  ]);
  for (const { method, url } of pages) {
    const path = filled(url).replace(':proof', 'A'.repeat(22));
    const answer = await under.app.inject({
      method: method as 'GET' | 'HEAD' | 'POST',
      url: path,
      headers: { authorization: `Bearer ${under.tokens.coordinator}` },
    });
    expect([path, answer.statusCode]).toEqual([path, 404]);
  }
});

describe('an API that was built wrongly does not start', () => {
  const nobody = { identify: () => Promise.resolve({ ok: false, refusal: 'missing' } as const) };
  const noLink = () => Promise.reject(new Error('nobody follows one'));
  const now = () => instant(0);

  test('with a route that states no permission', async () => {
    const app = fastify();
    guardRoutes(app, nobody, noLink, now);
    app.get('/left-open', () => 'everything');
    await expect(app.ready()).rejects.toThrow(RouteWithoutPermission);
    await expect(app.ready()).rejects.toThrow('/left-open');
  });

  test('with a route that does not narrow what some role may see in part', () => {
    const app = fastify();
    guardRoutes(app, nobody, noLink, now);
    expect(() => app.get('/all', { config: { permission: 'readAgencies' } }, () => 'everything')).toThrow(
      'must narrow',
    );
  });
});
