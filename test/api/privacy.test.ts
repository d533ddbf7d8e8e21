// Canaries (R24): a whole story is told with a recognisable word in every particular and every free text, and these
// words are then looked for where they must not be: the log, the commands, the answers of every other route, and every
// column of the database as it lies there.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { CANARIES, openCase, referral } from './stories';

const SECURED = { paper: true, electronic: true, locked: true };

let under: ApiUnderTest;
let reference: string;
beforeAll(async () => {
  under = await apiUnderTest();
  reference = await openCase(under, { lateLoggingReason: CANARIES.lateReason });
  const tell = async (path: string, body: object, status = 200): Promise<void> => {
    const answer = await under.ask('POST', `/cases/${reference}${path}`, { body });
    expect([path, answer.statusCode]).toEqual([path, status]);
  };
  await tell('/timestamps', { timestamp: 'incident', at: '2026-03-28T10:00:00Z' });
  await tell('/timestamps/incident/corrections', { at: '2026-03-27T10:00:00Z', reason: CANARIES.reason });
  await tell('/agencies', { agency: 'AG-0003', note: CANARIES.note });
  await tell('/scoping-requests', {}, 422);
  await tell('/scoping-requests', { agencies: ['AG-0001', 'AG-0002'] });
  await tell('/scoping-requests/AG-0002/bounces', { contact: 'AG-0002-C1', note: CANARIES.note });
  await tell('/scoping-requests/AG-0003/sent-another-way', {
    channel: 'paper',
    on: '2026-03-30',
    note: CANARIES.note,
  });
  await tell('/returns/AG-0003', {
    answer: 'wrongOrganisation',
    content: CANARIES.answer,
    askInstead: { name: CANARIES.instead },
  });
  await tell('/returns/AG-0003/1/sent-back', { missing: CANARIES.note });
  await tell('/returns/AG-0003/agreed-date', { due: '2026-04-09', reason: CANARIES.reason });
  await tell('/returns/AG-0003', { answer: 'full', content: CANARIES.answer });
  await tell('/returns/AG-0003/2/corrections', { on: '2026-03-29', reason: CANARIES.reason }, 422);
  await tell('/records-secured/AG-0003', { ...SECURED, by: CANARIES.note });
  await tell('/excluded-contacts', { agency: 'AG-0001', contact: 'AG-0001-C1', reason: CANARIES.reason });
  await tell('/excluded-contacts/AG-0001-C1/readmission', { reason: CANARIES.reason });
  await tell('/agencies', {
    newAgency: {
      name: 'Example Scouts',
      kind: 'voluntary',
      contacts: [{ email: `scouts.${CANARIES.contactEmail}`, name: CANARIES.contact }],
    },
  });
  await tell('/lateness/meeting', { reason: CANARIES.reason }, 409);
  await tell('/scoping-requests/AG-0001/void', { reason: CANARIES.reason });
  // And what is refused, in every way.
  await under.ask('POST', '/cases', { body: referral({ nature: CANARIES.note }) });
  await under.ask('POST', '/cases', { body: referral({ [CANARIES.note]: 1 }) });
  await under.ask('POST', '/cases', { body: referral({ receivedAt: '2026-04-30T16:20:00+01:00' }) });
  await under.ask(
    'GET',
    `/cases/${encodeURIComponent(CANARIES.child)}?name=${encodeURIComponent(CANARIES.child)}`,
  );
  await under.ask('GET', `/${encodeURIComponent(CANARIES.child)}`);
  under.gateway.mood = { kind: 'workerAway' };
  await tell('/scoping-requests/AG-0003/void', { reason: CANARIES.reason }, 503);
  under.gateway.mood = undefined;
});
afterAll(() => under.close());

const words = [...Object.values(CANARIES), 'canary', 'Canary'];
const found = (text: string): readonly string[] => words.filter((word) => text.includes(word));

test('not in the log, nor any token', () => {
  const log = under.log();
  expect(log.split('\n').length).toBeGreaterThan(15);
  expect(found(log)).toEqual([]);
  for (const token of Object.values(under.tokens)) expect(log).not.toContain(token);
});

test('not in what goes to the workflow', () => {
  expect(found(JSON.stringify(under.gateway.seen))).toEqual([]);
});

test('not in what other routes answer', async () => {
  for (const path of [
    '/cases',
    `/cases/${reference}`,
    `/cases/${reference}/timetable`,
    `/cases/${reference}/notices`,
    `/cases/${reference}/returns`,
    `/cases/${reference}/coming-notices`,
    '/coming-notices',
  ]) {
    const answer = await under.ask('GET', path);
    expect([path, answer.statusCode, found(answer.body)]).toEqual([path, 200, []]);
  }
});

test('not in any table as it lies in the database', async () => {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(under.database);
  expect(tables.length).toBeGreaterThan(10);
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} as t`.execute(
      under.database,
    );
    const text = rows.map(({ row }) => row).join('\n');
    // Bytes are shown in hexadecimal: what lay there unencrypted would be found so.
    const hidden = words.filter((word) => text.includes(Buffer.from(word, 'utf8').toString('hex')));
    expect([name, found(text), hidden]).toEqual([name, [], []]);
  }
});
