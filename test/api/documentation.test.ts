// The description of the API: complete, with an example for every request and answer that is true to its schema; and
// the headers that every answer carries.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Compile } from 'typebox/compile';
import { ROLES } from '../../domain/rapidReview/commands';
import { reachOf } from '../../api/permissions/permissions';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';

let under: ApiUnderTest;
beforeAll(async () => {
  under = await apiUnderTest();
});
afterAll(() => under.close());

interface Media {
  readonly schema?: Record<string, unknown>;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}
interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
  }[];
  readonly security?: unknown;
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}
interface OpenApi {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Record<string, unknown>>> };
}

const described = async (): Promise<OpenApi> =>
  (await under.ask('GET', '/docs/json', { as: null })).json<OpenApi>();

const examplesOf = ({ example, examples = {} }: Media): readonly unknown[] => [
  ...(example === undefined ? [] : [example]),
  ...Object.values(examples).map(({ value }) => value),
];

describe('/docs/json', () => {
  test('describes every route that there is, in OpenAPI 3.1', async () => {
    const { openapi, paths } = await described();
    expect(openapi).toBe('3.1.0');
    const listed = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    // A page is for people, and no part of what programs ask.
    const built = under.app.guardedRoutes
      .filter(({ byLink, url }) => !byLink && !url.startsWith('/answers/') && url !== '/')
      .map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`)
      .filter((route) => !route.includes('/docs'));
    expect(listed.sort()).toEqual(built.sort());
  });

  test('R24: of each mail to the Panel that only announces something, it says that the team sends the thing itself', async () => {
    const { paths } = await described();
    for (const path of ['panel/dispatch', 'panel/contacts', 'criteria-not-met'])
      expect(paths[`/cases/{reference}/${path}`]?.['post']?.description).toMatch(
        /send (?:it|them) yourselves, at the same time, by the secure way agreed with the Panel/u,
      );
  });

  test('has an example for every request and every answer, and each is true to its schema', async () => {
    const { paths, components } = await described();
    const refs = Object.fromEntries(
      Object.entries(components.schemas).map(([name, schema]) => [`#/components/schemas/${name}`, schema]),
    );
    for (const [path, operations] of Object.entries(paths)) {
      for (const [method, { summary, requestBody, responses }] of Object.entries(operations)) {
        const route = `${method} ${path}`;
        expect([route, summary]).toEqual([route, expect.any(String)]);
        const medias = [requestBody, ...Object.values(responses)].flatMap((one) =>
          Object.values(one?.content ?? {}),
        );
        expect([route, medias.length > 0]).toEqual([route, true]);
        for (const { schema = {}, ...media } of medias) {
          const ref = schema['$ref'];
          const whole = typeof ref === 'string' ? (refs[ref] ?? {}) : schema;
          const given = (whole['examples'] as unknown[] | undefined) ?? [];
          const examples = [...examplesOf(media), ...given];
          expect([route, examples.length > 0]).toEqual([route, true]);
          const check = Compile(whole as Parameters<typeof Compile>[0]);
          for (const example of examples) expect([route, [...check.Errors(example)]]).toEqual([route, []]);
        }
      }
    }
  });

  const isPreviewed = (path: string): boolean => /\/(corrections|removal)$/.test(path);

  test('says of each header whether a request is refused without it', async () => {
    const { paths } = await described();
    const required = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, { parameters = [] }]) => {
        const headers = parameters.filter((one) => one.in === 'header');
        return headers.length === 0
          ? []
          : [
              [
                ...[method, path],
                ...headers.map((one) => `${one.name}${one.required === true ? '' : '?'}`).sort(),
              ],
            ];
      }),
    );
    expect(required.length).toBeGreaterThan(40);
    for (const [method = '', path = '', ...headers] of required)
      expect([method, path, headers]).toEqual([
        ...[method, path],
        isPreviewed(path) ? ['idempotency-key', 'if-match'] : ['idempotency-key', 'if-match?'],
      ]);
    expect(required.filter(([, path = '']) => isPreviewed(path))).toHaveLength(13);
  });

  test('says on each route that asks who you are that a token is needed', async () => {
    const { paths } = await described();
    for (const { method, url, permission } of under.app.guardedRoutes) {
      const operation = paths[url.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      if (operation !== undefined)
        expect([url, operation.security !== undefined]).toEqual([url, permission !== 'public']);
    }
  });

  test('says of each route which roles may ask it, and which of them of their own agency alone', async () => {
    const { paths } = await described();
    const who = /\*\*Roles\*\*: (?<who>.*)\.$/u;
    for (const { method, url, permission } of under.app.guardedRoutes) {
      const operation = paths[url.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      if (operation === undefined) continue;
      const said = who.exec(operation.description ?? '')?.groups?.['who'];
      const may = ROLES.flatMap((role) => {
        const reach = permission === 'public' ? undefined : reachOf(role, permission);
        if (reach === undefined) return [];
        return [reach === 'all' ? role : `${role} (of its own agency)`];
      });
      const expected = permission === 'public' ? 'anybody, without a token' : may.join(', ');
      expect([url, said]).toEqual([url, expected]);
    }
    const particulars = paths['/cases/{reference}/particulars']?.['get'];
    expect(who.exec(particulars?.description ?? '')?.groups?.['who']).toBe(
      'coordinator, meetingChair, independentChair, partnerDelegate',
    );
  });
});

test('whoever asks for the address alone is sent to the description', async () => {
  const answer = await under.ask('GET', '/', { as: null });
  expect([answer.statusCode, answer.headers.location]).toEqual([302, '/docs']);
});

test('the page at /docs runs its scripts under a policy of its own; nothing else runs any', async () => {
  const page = await under.ask('GET', '/docs', { as: null });
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  expect(page.headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  const other = await under.ask('GET', '/healthz', { as: null });
  expect(other.headers['content-security-policy']).toBe(
    "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
  );
  expect(other.headers['x-content-type-options']).toBe('nosniff');
});

test('the type of a problem can be opened', async () => {
  const all = (await under.ask('GET', '/problems', { as: null })).json<{
    items: { type: string; status: number }[];
  }>().items;
  expect(all.length).toBeGreaterThan(40);
  for (const { type, status } of all) {
    const one = await under.ask('GET', type, { as: null });
    expect([type, one.statusCode, one.json<{ status: number }>().status]).toEqual([type, 200, status]);
  }
});
