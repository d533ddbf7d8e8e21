// What a correction would do, as a page to read (R6, R8, R9): a table of what moves, who would hear of it, what to know, and what
// the chronology would say. What the data behind it hold is tested beside this.

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { askedOnPaper } from './askedOnPaper';
import { SOCIETY } from './changesOfCalendar';
import { Cast, COUNCIL, type Race } from './cast';

let under: ApiUnderTest;
let cast: Cast;
let race: Race;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
beforeEach(async () => {
  race = await askedOnPaper(cast);
});
afterAll(() => under.close());

const pageOf = async (path: string, body: object): Promise<readonly string[]> => {
  const answer = await race.ask(`${path}/corrections/preview.txt`, { body });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
  const asData = await race.ask(`${path}/corrections/preview`, { body });
  expect(answer.headers['etag']).toBe(asData.headers['etag']);
  expect(answer.body).toContain(`send the correction with If-Match: ${String(answer.headers['etag'])}\n`);
  return answer.body.split('\n');
};

/** The spaces between columns are for the eye. */
const rowsOf = (page: readonly string[]): readonly string[] =>
  page.slice(2, page.indexOf('', 2)).map((line) => line.replace(/ {2,}/g, ' | '));
const partOf = (page: readonly string[], title: string): readonly string[] => {
  const at = page.findIndex((line) => line.startsWith(title));
  return at === -1 ? [] : page.slice(at + 1, page.indexOf('', at));
};

test('R7, R9: what moves stands in a table, and below it who hears of it and what the chronology would say', async () => {
  const page = await pageOf(`/scoping-requests/${COUNCIL}`, { on: '2026-03-30' });
  expect(page[0]).toBe(`What the correction of ${race.reference} would do. Nothing has been changed.`);
  const [head, , ...rows] = rowsOf(page);
  const whose = 'Example City Council (AG-0001)';
  expect([head, ...rows.slice(0, 4)]).toEqual([
    'what | from | to | effect | agency',
    `the scoping return | Thursday 9 April 2026 | Wednesday 8 April 2026 | moves | ${whose}`,
    `securing the records | Thursday 2 April 2026 | Wednesday 1 April 2026 | moves | ${whose}`,
    `how it stands: sending the scoping request | Wednesday 1 April 2026 | Wednesday 1 April 2026 | still met | ${whose}`,
    `reminder two working days before, of the scoping return | Tuesday 7 April 2026 | Thursday 2 April 2026 | comes sooner | ${whose}`,
  ]);
  expect(rows.at(-1)).toMatch(/^team's warning before the scoping return \| Wednesday 8 April 2026 \| /);
  expect(partOf(page, 'Who would hear of it')).toContainEqual(
    '- Thursday 2 April 2026 at 09:00, the team: missed: securing the records (Example City Council)',
  );
  const society = await pageOf(`/scoping-requests/${SOCIETY}`, { on: '2026-03-30' });
  expect(partOf(society, 'Who would hear of it')[0]).toMatch(
    /^- .*, Example Voluntary Society, to be told by the team, since nobody there can be mailed: its new dates: /,
  );
  expect(partOf(page, 'What the chronology would say')[0]).toBe(
    '- Corrected: the scoping request to Example City Council was sent on Monday 30 March 2026, not on Tuesday 31 March 2026.',
  );
  expect(partOf(page, 'What to know')).toEqual([]);
});

test('R8: what would be late, what would stand otherwise, what falls away, what nobody would hear any more', async () => {
  await race.at('04-02 12:00').wake();
  const received = await pageOf('/timestamps/referralReceived', { at: '2026-03-09T10:00:00Z' });
  const rows = rowsOf(received);
  expect(rows[3]).toBe(
    'the completion (15 working days from the referral) | Wednesday 22 April 2026 | Monday 30 March 2026 | becomes late',
  );
  expect(rows[4]).toBe(
    'how it stands: sending the scoping request | Wednesday 1 April 2026 | Wednesday 11 March 2026 | met, and would be late | Example City Council (AG-0001)',
  );
  expect(partOf(received, 'What the chronology would say')).toContain(
    '- Restated: sending the scoping request (Example City Council) is late, on Tuesday 31 March 2026 (due Wednesday 11 March 2026); it stood as met on Tuesday 31 March 2026 (due Wednesday 1 April 2026).',
  );
  expect(rows).toContain(
    'the first day on which the meeting can be | Friday 10 April 2026 | Wednesday 18 March 2026 | moves',
  );
  expect(rows).toContain(
    "team's warning before the Rapid Review meeting | Friday 17 April 2026 | falls away",
  );
  expect(partOf(received, 'What to know')[0]).toContain(
    'is due on Thursday 9 April 2026, after the last day',
  );
  const sent = await pageOf(`/scoping-requests/${COUNCIL}`, { on: '2026-04-02' });
  expect(partOf(sent, 'Who would not hear')).toEqual([
    '- Tuesday 7 April 2026 at 09:00, the team: missed: securing the records (Example City Council)',
  ]);
});

test('R8: what is late already, and has its date ahead again', async () => {
  race = await cast.open({ agencies: [COUNCIL], receivedAt: '2026-03-26T10:00:00Z' });
  await race.at('04-02 10:00').wake();
  const page = await pageOf('/timestamps/referralReceived', { at: '2026-04-02T08:00:00Z' });
  expect(rowsOf(page)[2]).toBe(
    'sending the scoping request | Monday 30 March 2026 | Wednesday 8 April 2026 | in time again | Example City Council (AG-0001)',
  );
});

test("R12: a line of the team's mails that comes on another day stands in the table", async () => {
  race = await cast.open({ agencies: [COUNCIL] });
  const page = await pageOf('/timestamps/referralReceived', { at: '2026-03-27T10:00:00Z' });
  expect(rowsOf(page).at(-1)).toBe(
    "team's line that no meeting is fixed | Wednesday 1 April 2026 | Tuesday 31 March 2026 | comes sooner",
  );
});

test('R2: a closure in which a date would lie then is among what to know', async () => {
  const closure = {
    kind: 'closure',
    title: 'Spring shut-down',
    firstDay: '2026-04-21',
    lastDay: '2026-04-22',
  };
  expect((await under.ask('POST', '/local-days', { body: closure })).statusCode).toBe(201);
  race = await cast.open({ agencies: [COUNCIL] });
  const page = await pageOf('/timestamps/referralReceived', { at: '2026-03-27T10:00:00Z' });
  const toKnow = partOf(page, 'What to know').filter((line) => line.includes('Spring shut-down'));
  expect(toKnow).toEqual([expect.stringContaining('Tuesday 21 April 2026')]);
  // That it lies in it now is known.
  const back = await pageOf('/timestamps/referralReceived', { at: '2026-03-30T10:00:00Z' });
  expect(back.join()).not.toContain('Spring shut-down');
});

test('R7: where nothing would move, that is said', async () => {
  await race.act('/timestamps', { timestamp: 'incident', at: '2026-03-28T10:00:00Z' });
  const page = await pageOf('/timestamps/incident', { at: '2026-03-27T10:00:00Z' });
  expect(rowsOf(page)).toEqual([
    'No date or meeting would move, no reminder, and no warning or other line to the team.',
  ]);
  expect(partOf(page, 'Who would hear of it')).toEqual([]);
  expect(partOf(page, 'What the chronology would say')).toHaveLength(1);
});
