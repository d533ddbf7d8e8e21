// Which cases are behind the last change of the calendar and which are not, what became of each, and why some would not follow.
// How a change is accepted and kept is `calendarChanges.test.ts`.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { civilDate } from '../../domain/calendar/civilDate';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { proclaimed } from '../unit/rapidReview/otherCalendars';
import { ALL_AGREE } from '../unit/rapidReview/race';
import { AGENCY, REASON as WHY, Story } from '../unit/rapidReview/story';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { CalendarChange, Records } from '../../records/records';
import {
  accept,
  calendarNow,
  daysOf,
  follow,
  ledgerUnderTest,
  NOW,
  openedWith,
  REASON,
  type StoryOfCase,
} from './acceptedChanges';
import { recordedOnlyCase } from './inventedCases';
import { newReference, recordStory, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
let records: Records;
beforeEach(async () => {
  under = await ledgerUnderTest();
  ({ records } = under);
}, 60_000);
afterEach(() => under.close());

const behind = async (): Promise<readonly CaseReference[]> =>
  (await records.calendarChanges.casesBehind(undefined, 100)).map(({ reference }) => reference);
const opened = async () => openedWith(records, await calendarNow(records));
/** After the change of the test, with what the ledger has then where no other list is given. */
const openedSince = async (given?: WorkingCalendar): Promise<StoryOfCase> => {
  const reference = newReference();
  const story = new Story(given ?? (await calendarNow(records))).opened('2026-04-01 13:00', { reference });
  await recordStory(records, reference, story);
  return { reference, story };
};
/** In the ledger, and not accepted for anybody. */
const withdrawn = (date: string) =>
  records.holidays.record('c-1', () => ({
    record: {
      by: 'P-0001',
      at: NOW,
      texts: { reason: REASON },
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

  test('R9: whoever was opened after it, by somebody who had read the list before', async () => {
    const read = await calendarNow(records);
    const notOfTheLedger = proclaimed(read, '2026-04-09');
    await records.snapshots.put(notOfTheLedger.snapshot);
    const change = await accept(records, daysOf(['2026-04-08']));
    const late = [await openedSince(read), await openedSince(notOfTheLedger)];
    await openedSince();
    expect(await behind()).toEqual(late.map(({ reference }) => reference));
    for (const one of late) await follow(records, one, change);
    expect(await behind()).toEqual([]);
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
      brought: 2,
      moved: 2,
      obligationsMoved: 6,
      behind: 1,
      refused: 0,
    });
    const brought = await records.calendarChanges.casesBrought(change.number, undefined, 10);
    expect(brought.map(({ reference }) => reference)).toEqual([first.reference, third.reference]);
    const adopted = first.story.of('CalendarAdopted')[0];
    expect(brought[0]).toEqual({
      reference: first.reference,
      event: adopted?.number,
      at: NOW,
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
      brought: 1,
      moved: 0,
      obligationsMoved: 0,
      behind: 0,
      refused: 0,
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
  const refusals = () => records.calendarChanges.refusals(10);
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
