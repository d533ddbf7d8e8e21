// Every route for every role, from the one table; and who is not let in at all.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fastify from 'fastify';
import { guardRoutes, RouteWithoutPermission } from '../../api/permissions/guard';
import { grantsOf, reachOf } from '../../api/permissions/permissions';
import { ROLES } from '../../domain/rapidReview/commands';
import { instant } from '../../domain/calendar/instant';
import { apiUnderTest, at, type ApiUnderTest } from './apiUnderTest';
import { Changes, listing } from './changesOfCalendar';
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
    ).toEqual([
      'GET /agencies',
      'GET /agencies/:agency',
      'GET /calendar-changes',
      'GET /calendar-changes/:number',
      'GET /calendar-changes/:number/cases',
      'GET /cases',
      'GET /cases/:reference',
      'GET /cases/:reference/answer-links/:agency',
      'GET /cases/:reference/calendars',
      'GET /cases/:reference/chronology',
      'GET /cases/:reference/coming-notices',
      'GET /cases/:reference/decision',
      'GET /cases/:reference/meeting/proposals',
      'GET /cases/:reference/meeting/quorum',
      'GET /cases/:reference/meetings',
      'GET /cases/:reference/notices',
      'GET /cases/:reference/panel',
      'GET /cases/:reference/particulars',
      'GET /cases/:reference/returns',
      'GET /cases/:reference/returns/:agency',
      'GET /cases/:reference/safety-concerns',
      'GET /cases/:reference/timetable',
      'GET /cases/:reference/timetable.txt',
      'GET /cases/:reference/timetable/:key',
      'GET /cases/:reference/views',
      'GET /coming-notices',
      'GET /holidays',
      'GET /holidays/:date',
      'GET /holidays/readings',
      'GET /local-days',
      'GET /local-days/:localDays',
      'GET /reports/lateness',
      'GET /reports/lateness.txt',
      'GET /safety-notice',
      'GET /sub-group-dates',
      'GET /sub-group-dates/:date',
      'PATCH /agencies/:agency',
      'POST /agencies',
      'POST /calendar-changes',
      'POST /calendar-changes/preview',
      'POST /calendar-changes/preview.csv',
      'POST /calendar-changes/preview.txt',
      'POST /cases',
      'POST /cases/:reference/agencies',
      'POST /cases/:reference/agencies/:agency/removal',
      'POST /cases/:reference/agencies/:agency/removal/preview',
      'POST /cases/:reference/agencies/:agency/removal/preview.txt',
      'POST /cases/:reference/criteria-not-met',
      'POST /cases/:reference/decision',
      'POST /cases/:reference/decision/confirmation',
      'POST /cases/:reference/duplicates',
      'POST /cases/:reference/duplicates/:of/settlement',
      'POST /cases/:reference/duties',
      'POST /cases/:reference/escalations/:agency',
      'POST /cases/:reference/excluded-contacts',
      'POST /cases/:reference/excluded-contacts/:contact/readmission',
      'POST /cases/:reference/lateness/:key',
      'POST /cases/:reference/meeting',
      'POST /cases/:reference/meeting/arrivals',
      'POST /cases/:reference/meeting/cancellation',
      'POST /cases/:reference/meeting/closing',
      'POST /cases/:reference/meeting/conflicts',
      'POST /cases/:reference/meeting/departures',
      'POST /cases/:reference/meeting/opening',
      'POST /cases/:reference/meeting/rearrangement',
      'POST /cases/:reference/meeting/replies',
      'POST /cases/:reference/meeting/seats',
      'POST /cases/:reference/notification-reference',
      'POST /cases/:reference/panel/contacts',
      'POST /cases/:reference/panel/dispatch',
      'POST /cases/:reference/panel/dispatch/sent-another-way',
      'POST /cases/:reference/panel/dispatches/:number/corrections',
      'POST /cases/:reference/panel/dispatches/:number/corrections/preview',
      'POST /cases/:reference/panel/dispatches/:number/corrections/preview.txt',
      'POST /cases/:reference/panel/replies',
      'POST /cases/:reference/panel/replies/:number/corrections',
      'POST /cases/:reference/panel/replies/:number/corrections/preview',
      'POST /cases/:reference/panel/replies/:number/corrections/preview.txt',
      'POST /cases/:reference/panel/settlement',
      'POST /cases/:reference/particulars',
      'POST /cases/:reference/proposals/:proposal/declined',
      'POST /cases/:reference/records-secured/:agency',
      'POST /cases/:reference/records-secured/:agency/corrections',
      'POST /cases/:reference/records-secured/:agency/corrections/preview',
      'POST /cases/:reference/records-secured/:agency/corrections/preview.txt',
      'POST /cases/:reference/reminders/:agency',
      'POST /cases/:reference/report',
      'POST /cases/:reference/returns/:agency',
      'POST /cases/:reference/returns/:agency/:number/acceptance',
      'POST /cases/:reference/returns/:agency/:number/corrections',
      'POST /cases/:reference/returns/:agency/:number/corrections/preview',
      'POST /cases/:reference/returns/:agency/:number/corrections/preview.txt',
      'POST /cases/:reference/returns/:agency/:number/sent-back',
      'POST /cases/:reference/returns/:agency/agreed-date',
      'POST /cases/:reference/safety-concerns',
      'POST /cases/:reference/safety-concerns/:number/acknowledgement',
      'POST /cases/:reference/safety-concerns/:number/actions',
      'POST /cases/:reference/scoping-requests',
      'POST /cases/:reference/scoping-requests/:agency/bounces',
      'POST /cases/:reference/scoping-requests/:agency/corrections',
      'POST /cases/:reference/scoping-requests/:agency/corrections/preview',
      'POST /cases/:reference/scoping-requests/:agency/corrections/preview.txt',
      'POST /cases/:reference/scoping-requests/:agency/sent-another-way',
      'POST /cases/:reference/scoping-requests/:agency/void',
      'POST /cases/:reference/sign-offs',
      'POST /cases/:reference/timestamps',
      'POST /cases/:reference/timestamps/:timestamp/corrections',
      'POST /cases/:reference/timestamps/:timestamp/corrections/preview',
      'POST /cases/:reference/timestamps/:timestamp/corrections/preview.txt',
      'POST /cases/:reference/withdrawal',
      'POST /cases/:reference/withdrawal/undoing',
      'POST /holidays',
      'POST /holidays/:date/kept-differences',
      'POST /holidays/:date/withdrawals',
      'POST /local-days',
      'POST /local-days/:localDays/withdrawal',
      'POST /sub-group-dates',
      'POST /sub-group-dates/:date/cancellation',
      'POST /sub-group-dates/:date/moves',
      'POST /timetables',
    ]);
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
      ...{ role: 'auditor', person: 'Quinn Larkhill', at: under.clock.now },
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
      ...{ method: method as 'GET' | 'HEAD' | 'POST', url: path },
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
