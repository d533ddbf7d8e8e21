// The list of cases as a work list, over HTTP: what is due next in each, whose it is and what is late; by what is due, and as a page
// to read. It names agencies, and nobody else.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { Cast, COUNCIL, HOSPITAL, type Race } from './cast';
import { problemIn } from './stories';

let under: ApiUnderTest;
let second: Race;
let late: string;
let fresh: string;
let recordedOnly: string;
beforeAll(async () => {
  under = await apiUnderTest();
  const cast = await Cast.of(under);
  // Its headline comes after that of the other, since it is received later.
  const first = await cast.open({ agencies: [COUNCIL], receivedAt: '2026-03-30T11:00:00+01:00' });
  fresh = first.reference;
  second = await cast.open({ agencies: [COUNCIL, HOSPITAL], receivedAt: '2026-03-30T12:00:00+01:00' });
  late = second.reference;
  recordedOnly = (await cast.open({ nature: 'careLeaverDeath', agencies: [] })).reference;
  first.at('03-31 10:00');
  await first.act(`/scoping-requests/${COUNCIL}/sent-another-way`, { channel: 'paper', on: '2026-03-31' });
  await second.act(`/scoping-requests/${HOSPITAL}/sent-another-way`, { channel: 'paper', on: '2026-03-31' });
  await second.at('04-02 10:00').wake();
});
afterAll(() => under.close());

interface Item {
  readonly reference: string;
  readonly next?: Readonly<Record<string, string>>;
  readonly obligations: { readonly missedNotDone: number };
}
interface Page {
  readonly items: readonly Item[];
  readonly next?: string;
}
const list = async (query = ''): Promise<Page> => {
  const answer = await under.ask('GET', `/cases${query}`, { as: 'auditor' });
  expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([200, expect.anything()]);
  return answer.json<Page>();
};
const found = async (query: string): Promise<readonly string[]> =>
  (await list(query)).items.map(({ reference }) => reference);

test('each case says what is due next, whose it is, and how many are missed and not done', async () => {
  const { items } = await list();
  const of = (reference: string) => items.find((item) => item.reference === reference);
  expect(of(late)?.next).toEqual({
    key: `scopingDispatch:${COUNCIL}`,
    obligation: 'scopingDispatch',
    agency: COUNCIL,
    inWords: `sending the scoping request, Example City Council (${COUNCIL})`,
    due: '2026-04-01',
    status: 'missed',
  });
  expect(of(late)?.obligations.missedNotDone).toBe(1);
  expect(of(fresh)?.next).toMatchObject({
    key: `recordsSecured:${COUNCIL}`,
    due: '2026-04-02',
    status: 'open',
  });
  expect(of(fresh)?.obligations.missedNotDone).toBe(0);
  expect(of(recordedOnly)?.next).toBeUndefined();
});

test('by what is due, page by page, and before a day', async () => {
  expect(await found('?order=due')).toEqual([late, fresh, recordedOnly]);
  const { items, next } = await list('?order=due&limit=1');
  expect(items).toHaveLength(1);
  expect(await found(`?order=due&limit=5&after=${String(next)}`)).toEqual([fresh, recordedOnly]);
  const foreign = await under.ask('GET', `/cases?limit=5&after=${String(next)}`);
  expect([foreign.statusCode, problemIn(foreign).type]).toEqual([400, '/problems/unreadable-cursor']);
  expect(await found('?dueBefore=2026-04-02')).toEqual([late]);
  expect(await found('?dueBefore=2026-04-03&order=due')).toEqual([late, fresh]);
  expect(await found('?dueBefore=2026-04-02&status=open')).toEqual([late]);
  expect(await found('?order=headline')).toEqual(await found(''));
});

test('as a page to read: the open cases, what is missed first', async () => {
  const answer = await under.ask('GET', '/cases.txt', { as: 'auditor' });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
  const lines = answer.body.split('\n').map((line) => line.replaceAll(/ {2,}/g, ' | '));
  expect(lines).toEqual([
    'The open cases on Thursday 2 April 2026, what is missed and what is due first before the rest',
    '"Missed" is how many are missed and not done.',
    '',
    'Case | Due | How it stands | Missed To be complete by | Key | What is due next, and whose it is',
    expect.stringMatching(/^-+( -+)+$/),
    `${late} | Wednesday 1 April | missed | 1 | Wednesday 22 April | scopingDispatch:${COUNCIL} | sending the scoping request, Example City Council (${COUNCIL})`,
    `${fresh} | Thursday 2 April | due today | 0 | Wednesday 22 April | recordsSecured:${COUNCIL} | securing the records, Example City Council (${COUNCIL})`,
    '',
  ]);
  expect(answer.body).not.toMatch(/Canary/i);
});

test('as a page to read of what is due before a day, which may be none', async () => {
  const page = async (day: string) => (await under.ask('GET', `/cases.txt?dueBefore=${day}`)).body;
  const early = await page('2026-04-02');
  expect(early).toContain('Of which something that is not done is due before Thursday 2 April 2026\n');
  expect(early).toContain(late);
  expect(early).not.toContain(fresh);
  expect((await page('2026-03-01')).split('\n').slice(-2)).toEqual(['None.', '']);
});

test('as a page to read, in which a case that goes on while it is read stands once', async () => {
  const { cases } = under.records;
  const list: typeof cases.list = async (query) => {
    const page = await cases.list({ ...query, limit: 1 });
    // What it is first for is done: it is to be met again, further down.
    if (query.after === undefined)
      await second.act(`/scoping-requests/${COUNCIL}/sent-another-way`, {
        channel: 'paper',
        on: '2026-04-02',
      });
    return page;
  };
  const other = await apiUnderTest({
    records: { ...under.records, cases: { ...cases, list } },
    identity: under.identity,
  });
  const authorization = `Bearer ${under.tokens.auditor}`;
  const answer = await other.ask('GET', '/cases.txt', { as: null, headers: { authorization } });
  expect(answer.body.match(/^RR-\S+/gm)).toEqual([late, fresh]);
  expect(await found('?order=due&status=open')).toEqual([fresh, late]);
  await other.close();
});
