// Accepted changes of the calendar in PostgreSQL: who is behind and who is not, what became of each case, why some would not
// follow; that a change is recorded once and never altered, and that the projections follow from the events alone (R9).

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { civilDate } from '../../domain/calendar/civilDate';
import { proclaimed } from '../unit/rapidReview/otherCalendars';
import { ALL_AGREE } from '../unit/rapidReview/race';
import { AGENCY, REASON as WHY, Story } from '../unit/rapidReview/story';
import type { CaseReference } from '../../domain/rapidReview/state';
import { dumpOf } from '../../records/cases/dump';
import type { CalendarChange, Records } from '../../records/records';
import {
  accept,
  actOf,
  calendarNow,
  daysOf,
  follow,
  NOW,
  openedWith,
  REASON,
  type StoryOfCase,
} from './acceptedChanges';
import { everyTableAsText } from './everyTable';
import { recordedOnlyCase } from './inventedCases';
import { newReference, recordsUnderTest, recordStory, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
let records: Records;
/** Each test has a ledger without changes, and no case. */
beforeEach(async () => {
  under = await recordsUnderTest();
  ({ records } = under);
  await records.holidays.snapshot(NOW);
}, 60_000);
afterEach(() => under.close());

const behind = async (): Promise<readonly CaseReference[]> =>
  (await records.calendarChanges.casesBehind(undefined, 100)).map(({ reference }) => reference);
const opened = async () => openedWith(records, await calendarNow(records));
/** After the change of the test, with what the ledger has then. */
const openedSince = async (): Promise<StoryOfCase> => {
  const reference = newReference();
  const story = new Story(await calendarNow(records)).opened('2026-04-01 13:00', { reference });
  await recordStory(records, reference, story);
  return { reference, story };
};
/** In the ledger, and not accepted for anybody. */
const withdrawn = (date: string) =>
  records.holidays.record('c-1', () => ({
    record: {
      ...{ by: 'P-0001', at: NOW, texts: { reason: REASON } },
      draft: { kind: 'withdrawn', date: civilDate(date) },
    },
  }));

describe('who is behind', () => {
  test('nobody before the first change, whatever is in the ledger', async () => {
    await opened();
    await withdrawn('2026-04-06');
    await opened();
    expect(await behind()).toEqual([]);
  });

  test('R9: whoever was opened before it, and not whoever was opened with it or with what is known since', async () => {
    const before = await opened();
    await accept(records, daysOf(['2026-04-08']));
    await openedSince();
    const snapshot = await calendarNow(records);
    await withdrawn('2026-04-06');
    const newest = await openedSince();
    expect((await calendarNow(records)).snapshot.version).not.toBe(snapshot.snapshot.version);
    expect(newest.story.open.calendar).not.toBe(before.story.open.calendar);
    expect(await behind()).toEqual([before.reference]);
  });

  test('nobody whose case has ended, or carries no review', async () => {
    const ended = await opened();
    ended.story.act({ kind: 'withdrawCase', agreedBy: ALL_AGREE, reason: WHY });
    await recordStory(records, ended.reference, ended.story);
    await recordedOnlyCase(records);
    await accept(records, daysOf(['2026-04-08']));
    expect(await behind()).toEqual([]);
  });

  test('nobody who has followed, each recorded with what moved; a page begins after a reference', async () => {
    const cases = [await opened(), await opened(), await opened()];
    const change = await accept(records, daysOf(['2026-04-08']));
    const references = cases.map(({ reference }) => reference);
    expect(await behind()).toEqual(references);
    const page = await records.calendarChanges.casesBehind(references[0], 1);
    expect(page).toEqual([{ reference: references[1] }]);
    const [first, second, third] = cases;
    if (first === undefined || second === undefined || third === undefined) throw new Error('no case');
    await follow(records, first, change);
    await follow(records, third, change);
    expect(await behind()).toEqual([second.reference]);
    expect(await records.calendarChanges.progressOf(change.number)).toEqual({
      ...{ brought: 2, moved: 2, obligationsMoved: 6, behind: 1, refused: 0 },
    });
    const brought = await records.calendarChanges.casesBrought(change.number, undefined, 10);
    expect(brought.map(({ reference }) => reference)).toEqual([first.reference, third.reference]);
    const adopted = first.story.of('CalendarAdopted')[0];
    expect(brought[0]).toEqual({
      ...{ reference: first.reference, event: adopted?.number, at: NOW },
      days: [{ date: '2026-04-08', title: 'State Funeral', change: 'listed' }],
      moves: [
        { key: `agencyReturn:${AGENCY(1)}`, was: '2026-04-09', due: '2026-04-10' },
        { key: 'meeting', was: '2026-04-20', due: '2026-04-21' },
        { key: 'completeLocal', was: '2026-04-22', due: '2026-04-23' },
      ],
    });
    expect(await records.calendarChanges.casesBrought(change.number, first.reference, 10)).toHaveLength(1);
    expect(await records.calendarChanges.casesBrought(change.number + 1, undefined, 10)).toEqual([]);
  });

  test('where no date moves the case has followed all the same', async () => {
    const one = await opened();
    const change = await accept(records, daysOf(['2026-11-11']));
    await follow(records, one, change);
    expect(await records.calendarChanges.progressOf(change.number)).toEqual({
      ...{ brought: 1, moved: 0, obligationsMoved: 0, behind: 0, refused: 0 },
    });
    const [brought] = await records.calendarChanges.casesBrought(change.number, undefined, 10);
    expect(brought?.moves).toEqual([]);
  });

  test('the same list coming back: whoever left it is behind, and whoever never did until it has followed as well', async () => {
    const stayed = await opened();
    const left = await opened();
    const first = await accept(records, daysOf(['2026-04-08']));
    await follow(records, left, first);
    const second = await accept(records, daysOf([], ['2026-04-08']));
    expect(second.calendar).toBe(stayed.story.open.calendar);
    expect(await behind()).toEqual([stayed.reference, left.reference]);
    for (const one of [stayed, left]) await follow(records, one, second);
    expect(await behind()).toEqual([]);
    await accept(records, daysOf(['2026-04-08']));
    expect(await behind()).toEqual([stayed.reference, left.reference]);
  });
});

describe('who would not follow', () => {
  const noteRefusal = (
    { reference }: StoryOfCase,
    { number }: CalendarChange,
    code = 'CaseNotRunning',
    at = NOW,
  ): Promise<void> => records.calendarChanges.noteRefusal(reference, number, code, at);
  const refusals = () => records.calendarChanges.refusals();
  const progressOf = ({ number }: CalendarChange) => records.calendarChanges.progressOf(number);

  test('is noted with the last reason and how often, stays behind, and is spoken of no more when it follows', async () => {
    const [one, two] = [await opened(), await opened()];
    const change = await accept(records, daysOf(['2026-04-08']));
    await noteRefusal(one, change, 'CalendarNotGiven');
    const at = (NOW + 60_000) as typeof NOW;
    await noteRefusal(one, change, 'CaseNotRunning', at);
    const noted = { reference: one.reference, refused: { code: 'CaseNotRunning', at, times: 2 } };
    expect(await refusals()).toEqual([noted]);
    expect(await records.calendarChanges.casesBehind(undefined, 10)).toEqual([
      noted,
      { reference: two.reference },
    ]);
    expect(await progressOf(change)).toMatchObject({ behind: 2, refused: 1 });
    await follow(records, one, change);
    expect([await refusals(), await behind()]).toEqual([[], [two.reference]]);
    expect(await progressOf(change)).toMatchObject({ behind: 1, refused: 0 });
  });

  test('is kept as long as it is behind, and no longer: not once it follows, nor once it has ended', async () => {
    const [stays, follows, ends] = [await opened(), await opened(), await opened()];
    const change = await accept(records, daysOf(['2026-04-08']));
    for (const one of [stays, follows, ends]) await noteRefusal(one, change);
    await follow(records, follows, change);
    ends.story.act({ kind: 'withdrawCase', agreedBy: ALL_AGREE, reason: WHY });
    await recordStory(records, ends.reference, ends.story);
    await records.calendarChanges.forgetRefusals();
    const kept = await under.database.selectFrom('calendar_refusal').select('reference').execute();
    expect(kept).toEqual([{ reference: stays.reference }]);
  });

  test('is asked afresh by the next change', async () => {
    const one = await opened();
    const first = await accept(records, daysOf(['2026-04-08']));
    await noteRefusal(one, first);
    const second = await accept(records, daysOf(['2026-04-09']));
    const asked = await records.calendarChanges.casesBehind(undefined, 10);
    expect([await refusals(), asked]).toEqual([[], [{ reference: one.reference }]]);
    await noteRefusal(one, second);
    expect((await refusals()).map(({ refused }) => refused?.times)).toEqual([1]);
  });
});

describe('an acceptance', () => {
  test('is recorded once a command, on the ledger as it then is; what is refused records nothing', async () => {
    const act = actOf();
    const first = await accept(records, daysOf(['2026-04-08']), act);
    const facts = (await records.holidays.facts()).length;
    expect(first).toMatchObject({ number: 1, facts, by: 'P-0001', at: NOW });
    const again = await records.calendarChanges.accept(act, () => {
      throw new Error('it was judged before');
    });
    expect(again).toEqual({ accepted: first });
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
