// Accepted changes of the calendar in PostgreSQL: that a change is recorded once and never altered, and that the projections follow
// from the events alone (R9). Which cases are behind it is `casesBehind.test.ts`.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { proclaimed } from '../unit/rapidReview/otherCalendars';
import { ALL_AGREE } from '../unit/rapidReview/race';
import { REASON as WHY } from '../unit/rapidReview/story';
import { dumpOf } from '../../records/cases/dump';
import type { CalendarChange, Records } from '../../records/records';
import {
  accept,
  actOf,
  calendarNow,
  daysOf,
  follow,
  ledgerUnderTest,
  NOW,
  openedWith,
  REASON,
} from './acceptedChanges';
import { everyTableAsText } from './everyTable';
import { recordStory, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
let records: Records;
beforeEach(async () => {
  under = await ledgerUnderTest();
  ({ records } = under);
}, 60_000);
afterEach(() => under.close());

const opened = async () => openedWith(records, await calendarNow(records));

describe('an acceptance', () => {
  test('is recorded once a command, on the ledger as it then is; what is refused records nothing', async () => {
    const act = actOf();
    const first = await accept(records, daysOf(['2026-04-08']), act);
    const facts = (await records.holidays.facts()).length;
    expect(first).toMatchObject({ number: 1, facts, by: 'P-0001', at: NOW });
    const again = await records.calendarChanges.accept(act, () => {
      throw new Error('it was judged before');
    });
    expect(again).toEqual({ recorded: first });
    expect(await records.calendarChanges.underCommand(act.commandId)).toEqual(first);
    const refused = await records.calendarChanges.accept(actOf(), ({ ledger, changes }) => ({
      refused: [ledger.length, changes],
    }));
    expect(refused).toEqual({ refused: [facts, 1] });
    await expect(
      records.calendarChanges.accept(actOf(), () => {
        throw new Error('the judge is gone');
      }),
    ).rejects.toThrow('the judge is gone');
    expect(await records.calendarChanges.list()).toEqual([first]);
    expect((await records.holidays.facts()).length).toBe(facts);
  });

  test('is what the ledger has from then on: its calendar is that of the change', async () => {
    const { calendar } = await accept(records, daysOf(['2026-04-08'], ['2026-04-06']));
    expect((await records.holidays.snapshot(NOW)).version).toBe(calendar);
    const days = (await records.snapshots.byVersion(calendar))?.holidays.map(({ date }) => date);
    expect(days).toContain('2026-04-08');
    expect(days).not.toContain('2026-04-06');
    expect(await records.calendarChanges.byNumber(1)).toMatchObject({ calendar });
    expect(await records.calendarChanges.byNumber(2)).toBeUndefined();
  });

  test('of several at once: each waits for its turn, and judges by what those before have recorded', async () => {
    const days = ['2026-04-08', '2026-04-09', '2026-04-10', '2026-04-13'];
    await Promise.all(days.map((day) => accept(records, daysOf([day]))));
    const all = await records.calendarChanges.list();
    expect(all.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
    const numbers = (changes: readonly CalendarChange[]) => changes.map(({ number }) => number);
    expect(numbers(await records.calendarChanges.list({ before: 4, limit: 2 }))).toEqual([3, 2]);
    expect(numbers(await records.calendarChanges.since(2))).toEqual([3, 4]);
    expect(await records.calendarChanges.last()).toEqual(all[0]);
    const facts = all.map((change) => change.facts);
    expect(facts).toEqual([...facts].sort((a, b) => b - a));
    const last = await records.snapshots.byVersion(all[0]?.calendar ?? '');
    expect(last?.holidays.map(({ date }) => date as string)).toEqual(expect.arrayContaining(days));
  });

  test.each([
    'update calendar_change set facts = 0',
    'delete from calendar_change',
    'truncate calendar_change',
  ])('is never altered: %s', async (statement) => {
    const change = await accept(records, daysOf(['2026-04-08']));
    const done = sql.raw(`${statement}${statement.startsWith('truncate') ? ' cascade' : ''}`);
    await expect(sql`${done}`.execute(under.database)).rejects.toThrow(/append-only/);
    expect(await records.calendarChanges.list()).toEqual([change]);
  });

  test('R24: keeps its reason sealed, and opens it for whoever asks', async () => {
    const { number } = await accept(records, daysOf(['2026-04-08']));
    expect(await records.calendarChanges.reasonOf(number)).toBe(REASON);
    expect(await records.calendarChanges.reasonOf(number + 1)).toBeUndefined();
    expect(await everyTableAsText(under.database)).not.toContain('Canary');
  });
});

describe('the projections', () => {
  const shapes = async (): Promise<unknown> =>
    (await sql`select id, body from case_shape order by id`.execute(under.database)).rows;

  test('R9: follow from the events to the byte, with shapes and first dates, through every change', async () => {
    const cases = [await opened(), await opened()];
    const change = await accept(records, daysOf(['2026-04-08']));
    for (const one of cases) await follow(records, one, change);
    const first = await under.database
      .selectFrom('case_obligation')
      .select(['due', 'first_due'])
      .where('key', '=', 'completeLocal' as never)
      .execute();
    expect(first).toEqual(cases.map(() => ({ due: '2026-04-23', first_due: '2026-04-22' })));
    await records.cases.rebuildAll();
    const [dump, bodies] = [await dumpOf(under.database), await shapes()];
    expect(dump).toContain(`"calendar":"${change.calendar}"`);
    expect(dump).toContain('"first_due":"2026-04-22"');
    // Both cases have one shape, and so have their agencies.
    expect(bodies).toHaveLength(3);
    await sql`update case_list set shape = null, calendar = 'lost'`.execute(under.database);
    await sql`update case_request set shape = 'lost'`.execute(under.database);
    await sql`update case_obligation set first_due = due`.execute(under.database);
    await sql`delete from case_shape`.execute(under.database);
    await records.cases.rebuildAll();
    expect([await dumpOf(under.database), await shapes()]).toEqual([dump, bodies]);
  });

  test('are what the preview counts: nothing of it is left of a case that has ended', async () => {
    const one = await opened();
    one.story.act({ kind: 'withdrawCase', agreedBy: ALL_AGREE, reason: WHY });
    await recordStory(records, one.reference, one.story);
    const { snapshot } = proclaimed(one.story.calendar, '2026-04-08');
    const preview = await records.calendarChanges.preview(snapshot, NOW);
    expect(preview.foreseen).toMatchObject({ openCases: 0, obligations: [] });
    expect(await preview.page(undefined, 10)).toEqual([]);
  });
});
