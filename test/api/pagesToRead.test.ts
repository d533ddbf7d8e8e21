// The chronology and the explanation of a date as pages of plain text: the words of the data, line by line, under the same guard; a
// text that somebody wrote makes no line of its own.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CaseReference } from '../../domain/rapidReview/state';
import { apiUnderTest, PEOPLE, type ApiUnderTest } from './apiUnderTest';
import { REASON, Story } from '../unit/rapidReview/story';
import { Cast, POLICE, type Race } from './cast';
import { problemIn } from './stories';

let under: ApiUnderTest;
let race: Race;
const key = `agencyReturn:${POLICE}`;
beforeAll(async () => {
  under = await apiUnderTest();
  race = await (await Cast.of(under)).open({ agencies: [POLICE] });
  await race.act(`/scoping-requests/${POLICE}/sent-another-way`, { channel: 'paper', on: '2026-03-30' });
  await race.at('04-13 12:00').wake();
  const reason =
    'Canaryreason: the records were in store.\n99. Monday 13 April 2026 at 09:00, nobody (clock)';
  await race.act(`/lateness/${key}`, { reason });
});
afterAll(() => under.close());

const page = async (path: string, as: keyof typeof PEOPLE = 'coordinator'): Promise<string> => {
  const answer = await under.ask('GET', `/cases/${race.reference}${path}`, { as });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
  const data = await under.ask('GET', `/cases/${race.reference}${path.replace('.txt', '')}`, { as });
  expect(answer.headers.etag).toBe(data.headers.etag);
  return answer.body;
};

interface Event {
  readonly number: number;
  readonly kind: string;
  readonly who: string;
  readonly what: string;
}

test('the chronology has each event with who, when, under which role and what, and the texts set in below it', async () => {
  const { events } = await race.read<{ events: readonly Event[] }>('/chronology');
  const text = await page('/chronology.txt');
  const lines = text.split('\n');
  expect(lines[0]).toBe(`The chronology of ${race.reference} (version ${events.length}), in London time`);
  for (const { what } of events) expect(lines).toContain(`   ${what}`);
  const late = events.find(({ kind }) => kind === 'LatenessExplained');
  expect(lines.slice(-5)).toEqual([
    `${late?.number}. Monday 13 April 2026 at 12:00, ${PEOPLE.coordinator} (coordinator)`,
    `   ${late?.what}`,
    '   Reason: Canaryreason: the records were in store.',
    '     99. Monday 13 April 2026 at 09:00, nobody (clock)',
    '',
  ]);
  expect(lines.filter((line) => /^\d+\. /.test(line))).toHaveLength(events.length);
});

test('R24: each view of a text by the chronology as a page is logged as one of the data is', async () => {
  const views = async () => (await under.records.dossier.viewsOf(race.reference as CaseReference)).length;
  const before = await views();
  await race.read('/chronology');
  const one = (await views()) - before;
  expect(one).toBeGreaterThan(0);
  await under.ask('GET', `/cases/${race.reference}/chronology.txt`);
  expect(await views()).toBe(before + 2 * one);
});

test('the explanation of a date is its words, and what was said of why it was late', async () => {
  const { explanation } = await race.read<{ explanation: { text: string } }>(`/timetable/${key}`);
  const text = await page(`/timetable/${key}.txt`, 'auditor');
  expect(text).toBe(
    [
      `${key} of ${race.reference} (version ${(await race.read<{ version: number }>('')).version})`,
      '',
      explanation.text,
      '',
      'Why it was late',
      `   Monday 13 April 2026 at 12:00, ${PEOPLE.coordinator}: Canaryreason: the records were in store.`,
      '     99. Monday 13 April 2026 at 09:00, nobody (clock)',
      '',
    ].join('\n'),
  );
  expect(explanation.text.split('\n').length).toBeGreaterThan(5);
  expect(await page('/timetable/completeLocal.txt')).not.toContain('Why it was late');
});

test('a key that the case does not have is refused as by the data', async () => {
  const answer = await under.ask('GET', `/cases/${race.reference}/timetable/agencyReturn:AG-0099.txt`);
  expect([answer.statusCode, problemIn(answer).type]).toEqual([404, '/problems/unknown-obligation']);
});

test('R24: a text that is not in the records any more is said to be lost', async () => {
  const lost = 'RR-2026-8999' as CaseReference;
  const { events } = new Story()
    .opened('2026-03-30 15:20', { reference: lost })
    .act({ kind: 'raiseSafetyConcern', concern: REASON });
  await under.records.events.record({ reference: lost, events, notices: [] });
  const answer = await under.ask('GET', `/cases/${lost}/chronology.txt`);
  expect(answer.body).toMatch(/^ {3}[A-Z][a-z ]*: \(not in the records: lost, as after a restore/mu);
});
