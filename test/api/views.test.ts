// Who has read which kind of text of a case, when and why, over HTTP: page by page, to those who account for it, and without a text.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiUnderTest, PEOPLE, type ApiUnderTest } from './apiUnderTest';
import { Cast, SCHOOL } from './cast';
import { CANARIES, openCase } from './stories';

interface Page {
  readonly items: readonly {
    readonly number: number;
    readonly who: string;
    readonly kind: string;
    readonly why: string;
  }[];
  readonly next?: number;
}

let under: ApiUnderTest;
let reference: string;
beforeAll(async () => {
  under = await apiUnderTest();
  reference = await openCase(under, {});
});
afterAll(() => under.close());

const look = (times: number, why: string) =>
  Promise.all(
    Array.from({ length: times }, () =>
      under.ask('GET', `/cases/${reference}/particulars?why=${why}`, { as: 'meetingChair' }),
    ),
  );
const views = async (query = ''): Promise<Page> =>
  (await under.ask('GET', `/cases/${reference}/views${query}`, { as: 'auditor' })).json<Page>();

test('each says who, what kind of text and why, the newest first, and nothing of the text', async () => {
  await look(1, 'meeting');
  const { items, next } = await views();
  expect(items.map(({ kind }) => kind).sort()).toEqual(['childParticulars', 'incident', 'referrer']);
  expect(new Set(items.map(({ who, why }) => `${who} ${why}`))).toEqual(
    new Set([`${PEOPLE.meetingChair} meeting`]),
  );
  expect(next).toBeUndefined();
  const said = JSON.stringify(items);
  for (const text of Object.values(CANARIES)) expect(said).not.toContain(text);
  // It is no view itself.
  expect((await views()).items).toHaveLength(3);
});

test('comes page by page, without a gap and nothing twice', async () => {
  await look(40, 'casework');
  const first = await views();
  expect(first.items).toHaveLength(100);
  const second = await views(`?before=${first.next ?? 0}`);
  expect([second.items.length, second.next]).toEqual([23, undefined]);
  const numbers = [...first.items, ...second.items].map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a));
});

test('says by which event a text came, and of which agency: of particulars neither', async () => {
  const race = await (await Cast.of(under)).open();
  await race.at('03-31 10:00').act('/scoping-requests');
  await race.mailGoes();
  await race.at('04-07 12:00').act(`/returns/${SCHOOL}`, { answer: 'full', content: 'Canaryanswer' });
  await race.read('/particulars?why=casework');
  const { events } = await race.read<{ events: readonly { kind: string; number: number }[] }>('/chronology');
  const answered = events.find(({ kind }) => kind === 'ReturnReceived')?.number;
  const { items } = await race.read<Page>('/views', { as: 'auditor' });
  expect(items.find(({ kind }) => kind === 'return')).toMatchObject({ event: answered, agency: SCHOOL });
  for (const item of items.filter(({ kind }) => kind === 'childParticulars')) {
    expect(item).not.toHaveProperty('event');
    expect(item).not.toHaveProperty('agency');
  }
});

test('is shown to nobody who only reads cases', async () => {
  const answer = await under.ask('GET', `/cases/${reference}/views`, { as: 'partnerDelegate' });
  expect(answer.statusCode).toBe(403);
});
