// The preview of a calendar that some cases cannot follow, since a date of theirs lies beyond it: they are counted as such and
// shown as such, and everything else is said of the others alone (R9). And from which day on a change is said to be of days.

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { civilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import { workingCalendar } from '../../domain/calendar/workingCalendar';
import type { Records } from '../../records/records';
import { otherThan, proclaimed } from '../unit/rapidReview/otherCalendars';
import { AGENCY, london, REASON, Story } from '../unit/rapidReview/story';
import { calendarNow, NOW, openedWith, type StoryOfCase } from './acceptedChanges';
import { saidByCase } from './decidedByCases';
import { newReference, recordsUnderTest, recordStory, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
let records: Records;
beforeEach(async () => {
  under = await recordsUnderTest();
  ({ records } = under);
}, 60_000);
afterEach(() => under.close());

const agreed = async ({ story, reference }: StoryOfCase, due: string): Promise<void> => {
  story.act({ kind: 'agreeReturnDate', agency: AGENCY(1), due: civilDate(due), reason: REASON });
  await recordStory(records, reference, story);
};

test('R9: a case whose agency has agreed a day beyond it stops no other, and is in no other number', async () => {
  const calendar = await calendarNow(records);
  const [first, far, last] = [
    await openedWith(records, calendar),
    await openedWith(records, calendar),
    await openedWith(records, calendar),
  ];
  await agreed(far, '2026-06-30');
  const target = otherThan(calendar, { listed: { '2026-04-08': 'Proclaimed' }, coversTo: '2026-06-12' });
  const preview = await records.calendarChanges.preview(target.snapshot, NOW);
  expect(preview.foreseen).toMatchObject({
    openCases: 3,
    casesToBring: 3,
    casesThatMove: 2,
    cannotFollow: 1,
    obligations: ['agencyReturn', 'meeting', 'completeLocal'].map((obligation) => ({ obligation, move: 2 })),
    // Nobody can be mailed at either agency.
    reminders: { sooner: 0, later: 0, fallAway: 0 },
    told: { byMail: 0, inPerson: 2 },
  });
  const effects = await preview.page(undefined, 10);
  expect(effects.map(({ reference }) => reference)).toEqual([first, far, last].map((one) => one.reference));
  expect(effects[1]).toEqual({
    reference: far.reference,
    moves: [],
    agencies: [],
    team: [],
    teamWarnings: [],
    teamLines: [],
    cannotFollow: true,
  });
  expect(effects.map(({ moves, cannotFollow }) => [moves.length, cannotFollow])).toEqual([
    [2, undefined],
    [0, true],
    [2, undefined],
  ]);
  expect(await preview.page(first.reference, 1)).toEqual([effects[1]]);
  // As it decides by itself.
  expect(() => saidByCase(far.story.open, calendar, target, NOW)).toThrow(/refused: .*CalendarDoesNotCover/);
  expect(saidByCase(last.story.open, calendar, target, NOW).moves).toHaveLength(3);
});

test('R9: nor does a case of which an own date lies beyond it, and then nobody follows', async () => {
  const calendar = await calendarNow(records);
  await openedWith(records, calendar);
  const target = otherThan(calendar, { listed: { '2026-04-08': 'Proclaimed' }, coversTo: '2026-04-22' });
  const { foreseen } = await records.calendarChanges.preview(target.snapshot, NOW);
  expect(foreseen).toMatchObject({ casesToBring: 1, casesThatMove: 0, cannotFollow: 1, obligations: [] });
  expect(foreseen.told).toEqual({ byMail: 0, inPerson: 0, noMore: 0, team: { atOnce: 0, atNine: 0 } });
});

test('R9: its days begin with the first that anything is counted from, though the referral came later', async () => {
  const calendar = workingCalendar(await records.holidays.snapshot(NOW));
  const reference = newReference();
  const aware: Instant = london('2026-03-24 10:00');
  const story = new Story(calendar).opened('2026-03-30 16:20', {
    reference,
    timestamps: { localAuthorityAware: aware },
  });
  await recordStory(records, reference, story.at(Story.say(NOW)));
  const daysOf = async (...days: readonly string[]) => {
    const { snapshot } = proclaimed(calendar, ...days);
    const { foreseen } = await records.calendarChanges.preview(snapshot, NOW);
    return foreseen.days.map(({ date }) => date);
  };
  expect(await daysOf('2026-03-25', '2026-03-23', '2026-04-08')).toEqual(['2026-03-25', '2026-04-08']);
});
