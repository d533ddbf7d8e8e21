// The ledger of bank holidays in PostgreSQL: facts are added in turn and never changed, a reading that is not to be
// believed leaves them alone, what a person wrote is sealed, and the snapshot follows.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { civilDate } from '../../domain/calendar/civilDate';
import { parseInstant, type Instant } from '../../domain/calendar/instant';
import type { FactDraft } from '../../domain/holidayLedger/ledger';
import type { Reading } from '../../domain/holidayLedger/reading';
import { shippedGovUkList } from '../../platform/holidays/govUkList';
import { createRecords } from '../../records/createRecords';
import type { Records } from '../../records/records';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
let records: Records;
beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());
beforeEach(async () => {
  // The triggers refuse it to everybody but the owner of the tables who first takes them off.
  await sql`alter table holiday_fact disable trigger user`.execute(under.database);
  await sql`alter table holiday_reading disable trigger user`.execute(under.database);
  await sql`truncate holiday_fact, holiday_reading`.execute(under.database);
  await sql`delete from counter where name in ('holiday-fact', 'holiday-reading')`.execute(under.database);
  await sql`alter table holiday_fact enable trigger user`.execute(under.database);
  await sql`alter table holiday_reading enable trigger user`.execute(under.database);
  records = createRecords(under.database, { master: under.ring });
});

const NOW = parseInstant('2026-11-24T09:00:00Z') as Instant;
const official = shippedGovUkList();
const reading = (days: Reading['days']): Reading => ({ source: { kind: 'govUk' }, days });
const proclaimed: FactDraft = {
  kind: 'listed',
  date: civilDate('2027-05-10'),
  title: 'Invented celebration',
  source: { kind: 'person' },
  knownSince: civilDate('2026-11-24'),
};
const texts = { authority: 'Royal Proclamation, invented', reason: 'Canaryreason of the ledger' };
const list = (commandId: string, draft: FactDraft = proclaimed) =>
  records.holidays.record(commandId, () => ({ record: { by: 'P-0001', at: NOW, draft, texts } }));

describe('the shipped lists', () => {
  test('are the first dated reading, and make the calendar of 2012 to 2028', async () => {
    const snapshot = await records.holidays.snapshot(NOW);
    expect(snapshot.covers).toEqual({ from: '2012-01-01', to: '2028-12-31' });
    expect(snapshot.holidays).toHaveLength(140);
    expect(await records.holidays.lastTaken('govUk')).toMatchObject({ name: 'gov.uk as of 2026-02-25' });
    expect(await records.snapshots.byVersion(snapshot.version)).toEqual(snapshot);
  });

  test('are taken once, by however many processes at once', async () => {
    const another = createRecords(under.database, { master: under.ring });
    await Promise.all([records.holidays.snapshot(NOW), another.holidays.snapshot(NOW)]);
    const facts = await records.holidays.facts();
    expect(facts.filter(({ date }) => date === '2026-12-25')).toHaveLength(2);
    expect(facts.map(({ number }) => number)).toEqual(facts.map((_, index) => index + 1));
    expect(await records.holidays.readings(10)).toHaveLength(2);
  });

  test('predict the next year when the official list ends before it, as provisional days', async () => {
    const snapshot = await records.holidays.snapshot(parseInstant('2028-06-01T09:00:00Z') as Instant);
    expect(snapshot.covers.to).toBe('2029-12-31');
    expect(snapshot.confirmedTo).toBe('2028-12-31');
    expect(snapshot.holidays.find(({ date }) => date === '2029-03-30')).toMatchObject({ source: 'library' });
  });

  test('do not take the place of a later reading of the feed', async () => {
    await records.holidays.takeShippedLists(NOW);
    const fewer = official.days.filter(({ date }) => date >= '2024');
    await records.holidays.takeReading({ name: 'gov.uk', reading: reading(fewer), at: NOW });
    await createRecords(under.database, { master: under.ring }).holidays.takeShippedLists(NOW);
    expect(await records.holidays.lastTaken('govUk')).toMatchObject({ name: 'gov.uk', readAt: NOW });
  });
});

describe('a reading', () => {
  beforeEach(() => records.holidays.takeShippedLists(NOW));

  test('adds what is new, as known since that day, and changes the snapshot', async () => {
    const before = await records.holidays.snapshot(NOW);
    const days = [...official.days, { date: civilDate('2027-05-10'), title: 'Invented celebration' }];
    const taken = await records.holidays.takeReading({ name: 'gov.uk', reading: reading(days), at: NOW });
    expect(taken).toMatchObject({ outcome: 'taken', added: ['2027-05-10'] });
    expect((await records.holidays.readings(1))[0]).toEqual(taken);
    const after = await records.holidays.snapshot(NOW);
    expect(after.version).not.toBe(before.version);
    expect(after.holidays.find(({ date }) => date === '2027-05-10')).toEqual({
      date: '2027-05-10',
      title: 'Invented celebration',
      source: 'govUk',
      knownSince: '2026-11-24',
    });
  });

  test('that shrank ahead of today is refused, and the facts stay as they were', async () => {
    const before = await records.holidays.facts();
    const days = official.days.filter(({ date }) => date < '2028');
    const refused = await records.holidays.takeReading({ name: 'gov.uk', reading: reading(days), at: NOW });
    expect(refused).toMatchObject({ outcome: 'refused', fault: { fault: 'shrunken' }, added: [] });
    expect(await records.holidays.facts()).toEqual(before);
    expect((await records.holidays.lastTaken('govUk'))?.name).toBe('gov.uk as of 2026-02-25');
  });

  test('of the same days as the last one is known to have been read, and stores them once', async () => {
    for (let day = 1; day <= 3; day += 1) {
      const at = (NOW + day * 86_400_000) as Instant;
      await records.holidays.takeReading({ name: 'gov.uk', reading: reading(official.days), at });
    }
    const [newest, ...rest] = await records.holidays.readings(10);
    expect(newest).toMatchObject({ readAt: NOW + 3 * 86_400_000, added: [] });
    expect(newest?.days).toHaveLength(140);
    expect(rest).toHaveLength(4);
    const stored = await sql<{ number: number }>`
      select number from holiday_reading where days is not null and source = 'govUk'`.execute(under.database);
    expect(stored.rows).toHaveLength(1);
  });

  test('that could not be read is noted with its fault', async () => {
    await records.holidays.noteFailure({
      name: 'gov.uk',
      source: 'govUk',
      at: NOW,
      fault: { fault: 'badStatus', status: 503 },
    });
    expect((await records.holidays.readings(1))[0]).toMatchObject({
      outcome: 'refused',
      fault: { fault: 'badStatus', status: 503 },
      days: [],
    });
  });

  test('and a person at the same moment leave neither gap nor twin', async () => {
    const days = [...official.days, { date: civilDate('2027-05-10'), title: 'Invented celebration' }];
    await Promise.all([
      records.holidays.takeReading({ name: 'gov.uk', reading: reading(days), at: NOW }),
      list('c-1'),
      records.holidays.takeReading({ name: 'gov.uk', reading: reading(days), at: NOW }),
    ]);
    const facts = await records.holidays.facts();
    expect(facts.map(({ number }) => number)).toEqual(facts.map((_, index) => index + 1));
    expect(facts.filter(({ date }) => date === '2027-05-10')).toHaveLength(2);
  });
});

describe('a person', () => {
  beforeEach(() => records.holidays.takeShippedLists(NOW));

  test('records once a command, and the texts are sealed', async () => {
    const first = await list('c-1');
    const again = await list('c-1');
    expect(again).toEqual(first);
    if (!('recorded' in first)) throw new Error('refused');
    const { number } = first.recorded;
    expect((await records.holidays.textsOf([number])).get(number)).toEqual(texts);
    const raw = await sql<{ text: string }>`
      select row_to_json(holiday_fact)::text as text from holiday_fact`.execute(under.database);
    expect(raw.rows.map(({ text }) => text).join()).not.toContain('Canaryreason');
  });

  test('is refused by the facts as they are, and nothing is recorded', async () => {
    const before = await records.holidays.facts();
    const refused = await records.holidays.record('c-2', () => ({ refused: 'because' }));
    expect(refused).toEqual({ refused: 'because' });
    expect(await records.holidays.facts()).toEqual(before);
  });
});

test.each(['holiday_fact', 'holiday_reading'])('%s cannot be changed or emptied', async (table) => {
  await records.holidays.takeShippedLists(NOW);
  const refused = /append-only/;
  await expect(sql`delete from ${sql.table(table)}`.execute(under.database)).rejects.toThrow(refused);
  await expect(sql`update ${sql.table(table)} set number = 900`.execute(under.database)).rejects.toThrow(
    refused,
  );
  await expect(sql`truncate ${sql.table(table)} cascade`.execute(under.database)).rejects.toThrow(refused);
});
