// The sub-group's diary in the records: changes are only added, one at a time, once a command; and which cases are behind
// follows from what is recorded of them, and is rebuilt with it.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { civilDate } from '../../domain/calendar/civilDate';
import { instant, type Instant } from '../../domain/calendar/instant';
import { workingCalendar } from '../../domain/calendar/workingCalendar';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { DiaryDateId } from '../../domain/rapidReview/meeting/state';
import type { CaseReference } from '../../domain/rapidReview/state';
import { project } from '../../records/cases/project';
import type { DiaryChange, RegisterAct } from '../../records/records';
import type { DiaryDraft } from '../../domain/subGroupDiary/acts';
import { london } from '../unit/rapidReview/story';
import { ALL_AGREE, Race } from '../unit/rapidReview/race';
import { newReference, recordsUnderTest, recordStory, type RecordsUnderTest } from './recordsUnderTest';
import { dumpOf } from '../../records/cases/dump';

const NO_HISTORY = { firstDue: new Map(), openedAt: 0 as Instant };

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());

let acts = 0;
const act = (): RegisterAct => {
  acts += 1;
  return { commandId: `command-${acts}`, by: 'P-0001' as ActorId, at: instant(acts) };
};

const recorded = async (draft: DiaryDraft, how = act()): Promise<DiaryChange> => {
  const result = await under.records.diary.record(how, () => ({ record: draft }));
  if ('refused' in result) throw new Error('it was refused');
  return result.recorded;
};
const added = (startsAt: Instant): Promise<DiaryChange> => recorded({ change: 'added', startsAt });

/** A case whose meeting uses that version of the date. */
const caseUsing = async (date: DiaryDateId, version = 1, startsAt = '2026-04-14 10:00'): Promise<Race> => {
  const story = new Race().received({ reference: newReference() });
  story.meetingArranged(startsAt, { diary: { date, version } });
  await recordStory(under.records, story.open.reference, story);
  return story;
};
const behind = async (): Promise<readonly CaseReference[]> =>
  (await under.records.diary.casesBehind()).map(({ reference }) => reference);

describe('a date', () => {
  test('is numbered, and each change is one version further, with who and when', async () => {
    const first = await added(london('2026-04-14 10:00'));
    expect(first).toMatchObject({ date: 'SG-0001', version: 1, change: 'added', by: 'P-0001', usedBy: [] });
    const { date } = first;
    const startsAt = london('2026-04-15 10:00');
    expect(await recorded({ date, change: 'moved', startsAt })).toMatchObject({ version: 2, startsAt });
    await recorded({ date, change: 'cancelled', startsAt });
    expect(await under.records.diary.dates()).toEqual([
      { id: date, version: 3, startsAt, cancelled: true, usedBy: [] },
    ]);
    expect((await under.records.diary.historyOf(date)).map(({ change }) => change)).toEqual([
      'added',
      'moved',
      'cancelled',
    ]);
    expect(await under.records.diary.historyOf('SG-0999' as DiaryDateId)).toEqual([]);
  });

  test('is recorded once a command, also at the same moment, and takes no number in vain', async () => {
    const how = act();
    const draft = { change: 'added', startsAt: london('2026-04-16 10:00') } as const;
    const changes = await Promise.all(Array.from({ length: 5 }, () => recorded(draft, how)));
    expect(new Set(changes.map(({ date }) => date)).size).toBe(1);
    const next = await added(london('2026-04-16 11:00'));
    expect(Number(next.date.slice(3))).toBe(Number(changes[0]?.date.slice(3)) + 1);
  });

  test('is judged on the diary as it then is: of several at once, each sees the ones before', async () => {
    const seen = await Promise.all(
      Array.from({ length: 4 }, async () => {
        let count = 0;
        await under.records.diary.record(act(), (diary) => {
          count = diary.length;
          return { record: { change: 'added', startsAt: london('2026-04-17 10:00') } };
        });
        return count;
      }),
    );
    expect(new Set(seen).size).toBe(4);
  });

  test('that is refused leaves nothing, not even a number', async () => {
    const before = await under.records.diary.dates();
    const result = await under.records.diary.record(act(), () => ({ refused: 'no' }));
    expect(result).toEqual({ refused: 'no' });
    await expect(
      under.records.diary.record(act(), () => {
        throw new RangeError('beyond');
      }),
    ).rejects.toThrow('beyond');
    expect(await under.records.diary.dates()).toEqual(before);
  });

  test('is never changed in place, whoever is connected', async () => {
    await added(london('2026-04-20 10:00'));
    for (const statement of [
      sql`update diary_change set starts_at = 0`,
      sql`delete from diary_change`,
      sql`truncate diary_change`,
    ])
      await expect(statement.execute(under.database)).rejects.toThrow('append-only');
  });
});

describe('cases behind', () => {
  test('are those that are open, still only arranged, and follow an earlier version', async () => {
    const { date } = await added(london('2026-04-14 10:00'));
    const other = await added(london('2026-04-14 11:00'));
    const story = await caseUsing(date);
    const begun = await caseUsing(date);
    begun.convened();
    await recordStory(under.records, begun.open.reference, begun);
    await caseUsing(other.date);
    expect(await behind()).toEqual([]);
    const moved = await recorded({ date, change: 'moved', startsAt: london('2026-04-15 10:00') });
    expect(moved.usedBy).toEqual([story.open.reference, begun.open.reference]);
    expect(await under.records.diary.casesBehind()).toEqual([
      { reference: story.open.reference, date, version: 1, asOf: story.state.version, newest: moved },
    ]);
    story.act({ kind: 'followDiary', date, version: 2, startsAt: moved.startsAt });
    await recordStory(under.records, story.open.reference, story);
    expect(await behind()).toEqual([]);
    expect(await under.records.diary.casesUsing()).toContainEqual({
      reference: story.open.reference,
      date,
      version: 2,
    });
  });

  test('are none any more once their meeting is cancelled, moved elsewhere, or the case has ended', async () => {
    const { date } = await added(london('2026-04-14 10:00'));
    const [cancelled, elsewhere, ended] = [
      await caseUsing(date),
      await caseUsing(date),
      await caseUsing(date),
    ];
    await recorded({ date, change: 'cancelled', startsAt: london('2026-04-14 10:00') });
    const references = await behind();
    expect(references).toHaveLength(3);
    cancelled.act({ kind: 'followDiary', date, version: 2 });
    elsewhere.act({
      kind: 'rearrangeMeeting',
      startsAt: london('2026-04-16 10:00'),
      reason: 'c1.reason' as never,
    });
    ended.act({ kind: 'withdrawCase', agreedBy: ALL_AGREE, reason: 'c1.reason' as never });
    for (const [index, story] of [cancelled, elsewhere, ended].entries())
      await recordStory(under.records, references[index] ?? newReference(), story);
    expect(await behind()).toEqual([]);
  });

  test('are rebuilt with the other projections, to the byte', async () => {
    const before = await dumpOf(under.database);
    expect(before).toContain('case_meeting {');
    await sql`update case_meeting set diary_version = 99 where diary_version is not null`.execute(
      under.database,
    );
    await sql`insert into case_meeting values ('RR-1999-0001', 1, 0, null, null, null, 'arranged')`.execute(
      under.database,
    );
    expect(await dumpOf(under.database)).not.toBe(before);
    await under.records.cases.dropStrays();
    await under.records.cases.rebuildAll();
    expect(await dumpOf(under.database)).toBe(before);
  });
});

test('the meeting that stands is projected; of a day that the calendar does not reach, everything but the day', () => {
  const story = new Race().received().meetingArranged('2026-04-14 10:00');
  const { snapshot } = story.calendar;
  const covers = { from: civilDate('2026-03-01'), to: civilDate('2026-04-10') };
  const row = { reference: story.open.reference, meeting: 1, starts_at: london('2026-04-14 10:00') };
  const rest = { diary_date: null, diary_version: null, stage: 'arranged' };
  expect(project(story.open, story.calendar, NO_HISTORY).meetings).toEqual([
    { ...row, held_on: '2026-04-14', ...rest },
  ]);
  expect(project(story.open, workingCalendar({ ...snapshot, covers }), NO_HISTORY).meetings).toEqual([
    { ...row, held_on: null, ...rest },
  ]);
});
