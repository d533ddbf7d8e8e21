// Closures and school holidays are named beside the dates of a case that lie in them, wherever these are read, and move none (R2).

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LocalDaysView } from '../../api/localDays/localDaysSchemas';
import type { ProposalsView } from '../../api/meetings/proposalsView';
import type { TimetableView } from '../../api/timetable/timetableSchema';
import type { WhatIfView } from '../../api/timetables/whatIfSchema';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { openCase } from './stories';

const DISPATCH = 'scopingDispatch:AG-0001';

let under: ApiUnderTest;
let reference: string;
let before: TimetableView;
let ofAll: string;
beforeAll(async () => {
  under = await apiUnderTest();
  // Received on Monday 30 March: the requests are due on Wednesday 1 April.
  reference = await openCase(under, {});
  before = await timetable();
  ofAll = await add({ kind: 'schoolHolidays', title: 'Easter holidays', lastDay: '2026-04-10' });
  await add({ kind: 'closure', title: 'Stocktaking', agency: 'AG-0001', lastDay: '2026-04-01' });
});
afterAll(() => under.close());

const add = async (days: Readonly<Record<string, string>>): Promise<string> => {
  const answer = await under.ask('POST', '/local-days', { body: { firstDay: '2026-03-31', ...days } });
  expect([answer.statusCode, answer.body.slice(0, 200)]).toEqual([201, expect.anything()]);
  return answer.json<LocalDaysView>().id;
};
const read = (path: string) => under.ask('GET', `/cases/${reference}${path}`);
const timetable = async (): Promise<TimetableView> =>
  (await read('/timetable')).json<{ timetable: TimetableView }>().timetable;
const namedIn = ({ obligations }: TimetableView, key: string): readonly string[] =>
  obligations.find((line) => line.key === key)?.localDays?.map(({ inWords }) => inWords) ?? [];

const HOLIDAYS = `school holidays "Easter holidays" (Tuesday 31 March 2026 to Friday 10 April 2026); it counts as a working day.`;
const CLOSURE = /lies in the closure "Stocktaking" of .+ \(Tuesday 31 March 2026 to Wednesday 1 April 2026\)/;

test("a line names everybody's and its own agency's, and no other's", async () => {
  const now = await timetable();
  const [first, second, ...more] = namedIn(now, DISPATCH);
  const said = [first, second].sort();
  expect([said[0], more]).toEqual([expect.stringMatching(CLOSURE), []]);
  expect(said[1]).toBe(`Wednesday 1 April 2026 lies in the ${HOLIDAYS}`);
  expect(namedIn(now, 'scopingDispatch:AG-0002')).toEqual([said[1]]);
  // Due on Thursday 23 April.
  expect(namedIn(now, 'completeLocal')).toEqual([]);
});

test('R2: no date moves by them', async () => {
  const { obligations, ...now } = await timetable();
  expect({ ...now, obligations: obligations.map(({ localDays: _, ...line }) => line) }).toEqual(before);
});

test('the picture says each once, the explanation those of its line', async () => {
  const { body } = await read('/timetable.txt');
  expect(body.split('\n').filter((line) => line.includes(HOLIDAYS))).toHaveLength(1);
  expect(body).toMatch(CLOSURE);
  const explained = (await read(`/timetable/${DISPATCH}`)).json<{ explanation: { text: string } }>();
  expect(explained.explanation.text).toMatch(CLOSURE);
  const other = (await read('/timetable/completeLocal')).json<{ explanation: { text: string } }>();
  expect(other.explanation.text).not.toContain('school holidays');
});

test('a timetable that is only asked about names them too', async () => {
  const body = {
    receivedAt: '2026-03-30T16:20:00+01:00',
    sentOn: '2026-04-01',
    agencies: [{ agency: 'AG-0001' }],
  };
  const answer = await under.ask('POST', '/timetables', { body, key: null });
  const { timetable: supposed, explanations } = answer.json<WhatIfView>();
  expect([...namedIn(supposed, DISPATCH)].sort()[0]).toMatch(CLOSURE);
  expect(namedIn(supposed, 'agencyReturn:AG-0001')).toEqual([`Friday 10 April 2026 lies in the ${HOLIDAYS}`]);
  expect(explanations.find(({ key }) => key === DISPATCH)?.text).toMatch(CLOSURE);
});

test("a day that is proposed for the meeting names everybody's and those of the agencies on the case", async () => {
  const day = (on: string) => ({ firstDay: on, lastDay: on });
  await add({ kind: 'closure', title: 'Inset day', agency: 'AG-0001', ...day('2026-04-13') });
  const other = await under.records.agencies.add({
    name: 'Example Nursery',
    kind: 'earlyYears',
    contacts: [],
    by: under.actors.coordinator,
    at: under.clock.now,
    commandId: randomUUID(),
  });
  await add({ kind: 'closure', title: 'Elsewhere', agency: other.id, ...day('2026-04-14') });
  const { proposals } = (await read('/meeting/proposals')).json<ProposalsView>();
  expect(proposals.slice(0, 3).map(({ localDays }) => localDays)).toEqual([
    [{ localDays: ofAll, on: '2026-04-10', inWords: `Friday 10 April 2026 lies in the ${HOLIDAYS}` }],
    [expect.objectContaining({ on: '2026-04-13', inWords: expect.stringContaining('"Inset day" of ') })],
    undefined,
  ]);
});

test('once taken back they are named no more', async () => {
  const answer = await under.ask('POST', `/local-days/${ofAll}/withdrawal`, { body: {} });
  expect(answer.statusCode).toBe(200);
  expect(namedIn(await timetable(), 'scopingDispatch:AG-0002')).toEqual([]);
  expect(namedIn(await timetable(), DISPATCH)).toHaveLength(1);
});
