// How a refusal is put to the test: its type, its status, a sentence that says what to do, the pointer to the field, and
// that everything stands as it did.

import { expect } from '@jest/globals';
import { sql } from 'kysely';
import type { ApiUnderTest, Asking } from './apiUnderTest';
import { problemIn } from './stories';

export interface Bad {
  readonly name: string;
  readonly method?: 'POST' | 'PATCH' | 'GET';
  readonly asking?: Asking;
  readonly status: number;
  readonly type: string;
  readonly pointer?: string;
  /** Part of what is said. */
  readonly says?: string;
}

/** Everything a refusal must leave as it was. */
const standing = async ({ database }: ApiUnderTest): Promise<unknown> => {
  const { rows } = await sql`
    select (select count(*) from case_event) as events, (select count(*) from notice) as notices,
      (select count(*) from agency) as agencies, (select count(*) from case_list) as cases,
      (select max(version) from case_list) as version, (select count(*) from holiday_fact) as days,
      (select count(*) from calendar_change) as changes,
      (select string_agg(distinct calendar, ',') from case_list) as calendars`.execute(database);
  return rows;
};

interface Described {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly requestBody?: { readonly content: Content } }>>>
  >;
}
type Content = Readonly<
  Record<string, { readonly schema?: { readonly properties?: Readonly<Record<string, unknown>> } }>
>;

/** Of the form that is asked for at that address, by the description of the API; none where none is known. */
const fieldsAsked = ({ app }: ApiUnderTest, method: string, url: string): readonly string[] => {
  const { paths } = app.swagger() as unknown as Described;
  const [path = ''] = url.split('?');
  // `/cases/{reference}/meeting` before `/cases/{reference}/{what}`, should there ever be both.
  const [found] = Object.keys(paths)
    .filter((one) => new RegExp(`^${one.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path))
    .sort((a, b) => a.split('{').length - b.split('{').length);
  const asked = paths[found ?? '']?.[method.toLowerCase()]?.requestBody?.content['application/json'];
  return Object.keys(asked?.schema?.properties ?? {});
};

export const expectRefused = async (under: ApiUnderTest, url: string, bad: Bad): Promise<void> => {
  const { name, method = 'POST', asking = {}, status, type, pointer, says } = bad;
  const before = await standing(under);
  const answer = await under.ask(method, url, asking);
  const body = problemIn(answer);
  expect([name, answer.statusCode, body.type]).toEqual([name, status, `/problems/${type}`]);
  expect(body.status).toBe(status);
  expect(body.requestId).toBe(answer.headers['x-request-id']);
  expect(body.detail.endsWith('Nothing was changed.')).toBe(method !== 'GET');
  // What is misspelt is pointed at where it stands; whatever else is wrong lies in a field that is asked for, or was given.
  const pointed = (body.errors ?? []).flatMap((error) =>
    error.in === 'body' && status !== 400 ? (error.pointer.split('/')[1] ?? []) : [],
  );
  if (pointed.length > 0)
    expect([...fieldsAsked(under, method, url), ...Object.keys(asking.body ?? {})]).toEqual(
      expect.arrayContaining(pointed),
    );
  if (pointer !== undefined)
    expect(body.errors?.map((error) => `${error.in} ${error.pointer}`)).toContain(pointer);
  if (says !== undefined) expect(JSON.stringify(body)).toContain(says);
  expect(await standing(under)).toEqual(before);
};

/** A row of a table of bad acts on one case. */
export type Refusal = readonly [
  name: string,
  path: string,
  body: object,
  bad: Pick<Bad, 'status' | 'type' | 'pointer' | 'says'>,
];
