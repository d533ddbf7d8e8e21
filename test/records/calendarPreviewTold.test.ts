// The preview of cases told one by one, of the kind that chance seldom makes: beside what each of them decides by itself, what
// the rules say of it (R3, R7, R9).

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { officialCalendar } from '../unit/calendars';
import { otherThan, proclaimed } from '../unit/rapidReview/otherCalendars';
import { BOARD, COUNCIL, POLICE, Race, SCHOOL } from '../unit/rapidReview/race';
import { london, REASON } from '../unit/rapidReview/story';
import { saidByCase, saidByPreview, saysAnything, type SaidOfCase } from './decidedByCases';
import { recordsUnderTest, recordStory, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
beforeEach(async () => {
  under = await recordsUnderTest();
}, 60_000);
afterEach(() => under.close());

const the8th = proclaimed(officialCalendar, '2026-04-08');
const withoutEaster = otherThan(officialCalendar, { withdrawn: ['2026-04-03', '2026-04-06'] });
const asked = () => new Race().received().asked();
/** The team was told that the meeting lies before its window. */
const left = (startsAt = '2026-04-10 10:00') =>
  asked().at('2026-04-01 12:00').meetingArranged(startsAt).adopt(the8th);
const returnOf = (agency: string, lateness: string) =>
  `agencyReturn:${agency} 2026-04-09 2026-04-10 ${lateness}`;

const marchDayOff = proclaimed(officialCalendar, '2026-03-24');
const nextDayAtNine = london('2026-04-08 09:00');
/** The 8th is none by the calendar that takes it for a holiday. */
const dayAfterThe8thAtNine = london('2026-04-09 09:00');

type Said = Partial<Omit<SaidOfCase, 'reference'>>;

const CASES: readonly (readonly [name: string, race: () => Race, target: WorkingCalendar, says: Said])[] = [
  [
    'R9: a move that nobody has heard of yet and that is undone is told to nobody',
    () => asked().at('2026-04-07 18:00').adopt(the8th),
    officialCalendar,
    {
      told: [],
      toldNoMore: [COUNCIL, POLICE, BOARD, SCHOOL].map(
        (agency) => `${agency} ${dayAfterThe8thAtNine} agencyReturn:${agency} 2026-04-09 2026-04-10 byMail`,
      ),
    },
  ],
  [
    'R9: where a move that nobody has heard of is undone in part, all hear of the rest, and none is spared the mail',
    () =>
      asked()
        .at('2026-04-07 18:00')
        .adopt(proclaimed(officialCalendar, '2026-04-08', '2026-04-09')),
    the8th,
    { toldNoMore: [] },
  ],
  [
    'R9: a move that the agencies have heard of and that is undone is told',
    () => asked().at('2026-04-07 12:00').adopt(the8th).at('2026-04-07 18:00'),
    officialCalendar,
    {
      told: [COUNCIL, POLICE, BOARD, SCHOOL].map(
        (agency) => `${agency} ${nextDayAtNine} agencyReturn:${agency} 2026-04-10 2026-04-09 byMail`,
      ),
    },
  ],
  [
    'R3: a meeting that is outside its window already does not leave it',
    () => asked().at('2026-04-01 12:00').meetingArranged('2026-04-22 10:00', { reason: REASON }),
    the8th,
    { meetingLeaves: [] },
  ],
  [
    'R3: a meeting leaves its window though no date moves: one day is listed before it opens, one taken back after',
    () =>
      new Race(proclaimed(officialCalendar, '2026-04-14'))
        .received()
        .asked()
        .at('2026-04-01 12:00')
        .meetingArranged('2026-04-10 10:00'),
    proclaimed(officialCalendar, '2026-03-31'),
    { moves: [], meetingLeaves: ['2026-04-10 early 2026-04-13 2026-04-21'] },
  ],
  [
    'R9: a meeting of which the team was told is in its window again, and stands in its next mail',
    () => left().at('2026-04-01 14:00'),
    officialCalendar,
    {
      meetingDayRestored: ['2026-04-10 inside 2026-04-10 2026-04-20'],
      team: [`2026-04-10 early  ${london('2026-04-02 09:00')} meetingDayRestored`],
    },
  ],
  [
    'R9: one that begins before that mail is in its window again, and nobody is told',
    () => left('2026-04-10 08:30').at('2026-04-09 18:00'),
    officialCalendar,
    { meetingDayRestored: ['2026-04-10 inside 2026-04-10 2026-04-20'], team: [] },
  ],
  [
    'R9: one that leaves its window again before the team has heard that it was in it is no news',
    () => left().adopt(officialCalendar, 2),
    the8th,
    { meetingLeaves: ['2026-04-10 early 2026-04-13 2026-04-21'], team: [] },
  ],
  [
    'R3: of one that was arranged outside its window with a reason, and is inside then, nobody is told',
    () => asked().at('2026-04-01 12:00').meetingArranged('2026-04-21 10:00', { reason: REASON }),
    the8th,
    { meetingDayRestored: ['2026-04-21 inside 2026-04-13 2026-04-21'], team: [] },
  ],
  [
    'R3: such a one is shown though no date moves: one day is taken back before it opens, one listed after',
    () =>
      new Race(proclaimed(officialCalendar, '2026-03-31'))
        .received()
        .asked()
        .at('2026-04-01 12:00')
        .meetingArranged('2026-04-10 10:00', { reason: REASON }),
    proclaimed(officialCalendar, '2026-04-14'),
    { moves: [], meetingDayRestored: ['2026-04-10 inside 2026-04-10 2026-04-21'], team: [] },
  ],
  [
    'R9: a day off that is a working day again may lie outside the window as it was arranged',
    () =>
      asked()
        .at('2026-04-01 12:00')
        .meetingArranged('2026-04-21 10:00', { reason: REASON })
        .adopt(proclaimed(officialCalendar, '2026-04-21')),
    officialCalendar,
    {
      meetingDayRestored: ['2026-04-21 late 2026-04-10 2026-04-20'],
      team: [`2026-04-21 dayOff  ${london('2026-04-02 09:00')} meetingDayRestored`],
    },
  ],
  [
    'R19: a second meeting is not held to the window of the first: the day by which the partners reconsider moves, and it lies before that',
    () =>
      new Race().toPanel().at('2026-04-15 12:00').replied('disagrees').meetingArranged('2026-04-17 10:00'),
    otherThan(withoutEaster, { listed: { '2026-04-20': 'Invented' } }),
    { moves: ['reconsideration 2026-04-29 2026-04-30 unchanged'], meetingLeaves: [] },
  ],
  [
    'R3: by a profile that counts from the notification, the scoping requests move with it',
    () =>
      new Race()
        .received({
          profile: { id: 'national-notification', version: 1 },
          timestamps: { notificationSent: london('2026-03-30 10:00') },
        })
        .at('2026-03-30 18:00'),
    proclaimed(officialCalendar, '2026-04-01'),
    {
      moves: [
        'completeLocal 2026-04-22 2026-04-23 unchanged',
        'completePanel 2026-04-22 2026-04-23 unchanged',
        'meeting 2026-04-20 2026-04-21 unchanged',
        ...[COUNCIL, POLICE, BOARD, SCHOOL].map(
          (agency) => `scopingDispatch:${agency} 2026-04-01 2026-04-02 unchanged`,
        ),
      ],
    },
  ],
  [
    'R9, R19: a bank holiday on the day of a second meeting',
    () =>
      new Race().toPanel().at('2026-04-15 12:00').replied('disagrees').meetingArranged('2026-04-17 10:00'),
    proclaimed(officialCalendar, '2026-04-17'),
    {
      moves: ['reconsideration 2026-04-29 2026-04-30 unchanged'],
      meetingLeaves: ['2026-04-17 dayOff  2026-04-30'],
    },
  ],
  [
    'R9, R19: the same day taken back',
    () =>
      new Race()
        .toPanel()
        .at('2026-04-15 12:00')
        .replied('disagrees')
        .meetingArranged('2026-04-17 10:00')
        .adopt(proclaimed(officialCalendar, '2026-04-17')),
    officialCalendar,
    {
      moves: ['reconsideration 2026-04-30 2026-04-29 unchanged'],
      meetingDayRestored: ['2026-04-17 inside  2026-04-29'],
    },
  ],
  [
    'R3: the same day for a first meeting is outside its window then',
    () => asked().at('2026-04-15 12:00').meetingArranged('2026-04-17 10:00'),
    withoutEaster,
    { meetingLeaves: ['2026-04-17 late 2026-04-08 2026-04-16'] },
  ],
  [
    'R7: what is missed and late all the same moves, and is not late anew',
    () => asked().returned('2026-04-08', COUNCIL).at('2026-04-13 12:00'),
    proclaimed(officialCalendar, '2026-04-09'),
    {
      moves: [
        ...[POLICE, BOARD, SCHOOL].map((agency) => returnOf(agency, 'unchanged')),
        'completeLocal 2026-04-22 2026-04-23 unchanged',
        'meeting 2026-04-20 2026-04-21 unchanged',
      ],
    },
  ],
  [
    'R7: what is missed and may still be done is in time again',
    () => asked().returned('2026-04-08', COUNCIL, SCHOOL).at('2026-04-10 12:00'),
    proclaimed(officialCalendar, '2026-04-09'),
    {
      moves: [
        ...[POLICE, BOARD].map((agency) => returnOf(agency, 'inTimeAgain')),
        'completeLocal 2026-04-22 2026-04-23 unchanged',
        'meeting 2026-04-20 2026-04-21 unchanged',
      ],
    },
  ],
  [
    'R3: of a window that is left no day the team hears at once',
    () => new Race(marchDayOff).received({ timestamps: { notificationSent: london('2026-03-19 10:00') } }),
    officialCalendar,
    { team: [`   ${london('2026-03-30 16:20')} meetingWindowLeavesNothing`] },
  ],
  [
    'R8: a miss that the team had heard of and that is none stands in its next mail',
    () => asked().at('2026-04-10 12:00'),
    proclaimed(officialCalendar, '2026-04-09', '2026-04-10'),
    {
      team: [COUNCIL, POLICE, BOARD, SCHOOL].map(
        (agency) =>
          `agencyReturn:${agency} 2026-04-09 2026-04-13 ${london('2026-04-13 09:00')} missTakenBack`,
      ),
    },
  ],
  [
    'R8: a miss that the team still believes in, and that is one again, is no news',
    () => asked().at('2026-04-10 12:00').adopt(proclaimed(officialCalendar, '2026-04-09')),
    officialCalendar,
    { team: [] },
  ],
  [
    'R11: a reminder comes later though the date stays: the day after it is the holiday',
    () => asked().returned('2026-04-08', COUNCIL, POLICE, BOARD).at('2026-04-09 12:00'),
    proclaimed(officialCalendar, '2026-04-10'),
    { told: [], reminders: [`agencyReturn:${SCHOOL} oneAfter later`] },
  ],
];

test.each(CASES)('%s', async (_, told, target, says) => {
  const race = told();
  for (const { snapshot } of race.calendars.values()) await under.records.snapshots.put(snapshot);
  await recordStory(under.records, race.open.reference, race);
  const preview = await under.records.calendarChanges.preview(target.snapshot, race.now);
  const [said, ...more] = (await preview.page(undefined, 10)).map(saidByPreview);
  const decided = saidByCase(race.open, race.calendar, target, race.now);
  expect([said, more]).toEqual([decided, []]);
  expect(saysAnything(decided)).toBe(true);
  expect(said).toMatchObject(says);
});
