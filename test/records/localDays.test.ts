// Closures and school holidays in the records: changes are only added, one at a time, once a command; and those of a span are found by
// an index, without the others (R2).

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CompiledQuery, sql } from 'kysely';
import { civilDate } from '../../domain/calendar/civilDate';
import { instant } from '../../domain/calendar/instant';
import type { LocalDaysDraft } from '../../domain/localDays/acts';
import type { DaysToAdd, LocalDaysId } from '../../domain/localDays/localDays';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { AgencyId } from '../../domain/timetable/facts';
import { createLocalDaysRegister } from '../../records/localDays/createLocalDaysRegister';
import type { LocalDaysChange, RegisterAct } from '../../records/records';
import { added as addedAgency } from './inventedAgency';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
let school: AgencyId;
let other: AgencyId;
beforeAll(async () => {
  under = await recordsUnderTest();
  school = (await addedAgency(under.records)).id;
  other = (await addedAgency(under.records)).id;
});
afterAll(() => under.close());

let acts = 0;
const act = (): RegisterAct => {
  acts += 1;
  return { commandId: `command-${acts}`, by: 'P-0001' as ActorId, at: instant(acts) };
};

const days = (first: string, last = first, rest: Partial<DaysToAdd> = {}): DaysToAdd => ({
  kind: 'closure',
  title: 'Invented closure',
  firstDay: civilDate(first),
  lastDay: civilDate(last),
  ...rest,
});

const recorded = async (draft: LocalDaysDraft, how = act()): Promise<LocalDaysChange> => {
  const result = await under.records.localDays.record(how, () => ({ record: draft }));
  if ('refused' in result) throw new Error('it was refused');
  return result.recorded;
};
const added = (given: DaysToAdd): Promise<LocalDaysChange> => recorded({ change: 'added', days: given });

const inSpan = async (
  from: string,
  to: string,
  ...agencies: readonly AgencyId[]
): Promise<readonly LocalDaysId[]> => {
  const span = { from: civilDate(from), to: civilDate(to), agencies };
  return (await under.records.localDays.standingIn(span)).map(({ id }) => id);
};

describe('local days', () => {
  test('are numbered, say who recorded them and when, and stay when they are taken back', async () => {
    const given = days('2020-02-17', '2020-02-21', { agency: school, kind: 'schoolHolidays' });
    const { id, ...first } = await added(given);
    expect([id, first]).toEqual(['LD-0001', { version: 1, change: 'added', by: 'P-0001', at: acts }]);
    expect(await under.records.localDays.all()).toEqual([{ id, version: 1, takenBack: false, ...given }]);
    expect(await recorded({ id, change: 'takenBack', days: given })).toMatchObject({ id, version: 2 });
    expect(await under.records.localDays.all()).toEqual([{ id, version: 2, takenBack: true, ...given }]);
    expect((await under.records.localDays.historyOf(id)).map(({ change }) => change)).toEqual([
      'added',
      'takenBack',
    ]);
    expect(await under.records.localDays.historyOf('LD-0999' as LocalDaysId)).toEqual([]);
  });

  test('are recorded once a command, also at the same moment, and take no number in vain', async () => {
    const how = act();
    const draft = { change: 'added', days: days('2020-03-02') } as const;
    const changes = await Promise.all(Array.from({ length: 5 }, () => recorded(draft, how)));
    expect(new Set(changes.map(({ id }) => id)).size).toBe(1);
    const next = await added(days('2020-03-03'));
    expect(Number(next.id.slice(3))).toBe(Number(changes[0]?.id.slice(3)) + 1);
  });

  test('are judged on those that there are then: of several at once, each sees the ones before', async () => {
    const seen = await Promise.all(
      Array.from({ length: 4 }, async () => {
        let count = 0;
        await under.records.localDays.record(act(), (known) => {
          count = known.length;
          return { record: { change: 'added', days: days('2020-04-01') } };
        });
        return count;
      }),
    );
    expect(new Set(seen).size).toBe(4);
  });

  test('that are refused leave nothing, not even a number', async () => {
    const before = await under.records.localDays.all();
    expect(await under.records.localDays.record(act(), () => ({ refused: 'no' }))).toEqual({ refused: 'no' });
    await expect(
      under.records.localDays.record(act(), () => {
        throw new RangeError('beyond');
      }),
    ).rejects.toThrow('beyond');
    expect(await under.records.localDays.all()).toEqual(before);
  });

  test('are never changed in place, whoever is connected', async () => {
    await added(days('2020-05-01'));
    for (const statement of [
      sql`update local_days_change set title = 'another'`,
      sql`delete from local_days_change`,
      sql`truncate local_days_change`,
    ])
      await expect(statement.execute(under.database)).rejects.toThrow('append-only');
  });
});

describe('those of a span', () => {
  test('have a day in it, the first and the last included, and come by their first day', async () => {
    const { id: later } = await added(days('2026-12-28', '2026-12-31'));
    const { id: long } = await added(days('2026-12-24', '2027-01-01'));
    expect(await inSpan('2026-12-30', '2026-12-30')).toEqual([long, later]);
    expect(await inSpan('2026-12-01', '2026-12-24')).toEqual([long]);
    expect(await inSpan('2027-01-01', '2027-02-01')).toEqual([long]);
    expect(await inSpan('2026-12-01', '2026-12-23')).toEqual([]);
    expect(await inSpan('2027-01-02', '2027-02-01')).toEqual([]);
  });

  test("are everybody's and those of the agencies that are asked for, and none that was taken back", async () => {
    const { id: everybodys } = await added(days('2025-06-02'));
    const { id: own } = await added(days('2025-06-02', '2025-06-02', { agency: school }));
    const given = days('2025-06-03');
    const { id: wrong } = await added(given);
    expect(await inSpan('2025-06-01', '2025-06-30')).toEqual([everybodys, wrong]);
    expect(await inSpan('2025-06-01', '2025-06-30', school)).toEqual([everybodys, own, wrong]);
    await recorded({ id: wrong, change: 'takenBack', days: given });
    expect(await inSpan('2025-06-01', '2025-06-30', other)).toEqual([everybodys]);
  });

  test('are found by one statement and an index, however many there are', async () => {
    await sql`insert into local_days_change
      select 'LD-' || (100000 + n), 1, 'added', 'closure', 'one of many', '2013-01-01'::date + n, '2013-01-01'::date + n,
        null, 'P-0001', 1, 'many-' || n
      from generate_series(1, 4000) as n`.execute(under.database);
    await sql`analyze local_days_change`.execute(under.database);
    const asked: CompiledQuery[] = [];
    const watched = under.database.withPlugin({
      transformQuery: ({ node, queryId }) => {
        asked.push(under.database.getExecutor().compileQuery(node, queryId));
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    });
    const span = { from: civilDate('2013-02-01'), to: civilDate('2013-02-20'), agencies: [school] };
    expect(await createLocalDaysRegister(watched).standingIn(span)).toHaveLength(20);
    expect(asked).toHaveLength(1);
    const [{ sql: text, parameters } = { sql: '', parameters: [] }] = asked;
    const { rows } = await under.database.executeQuery(CompiledQuery.raw(`explain ${text}`, [...parameters]));
    expect(JSON.stringify(rows)).toContain('local_days_change_span');
  });
});
