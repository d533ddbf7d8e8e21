// Each real change of the list of bank holidays, 2019 to 2022, on a case that it would have reached: the date by the list as
// it stood, and the date once the case has gone to the list as it was changed (R7, R9). The day on which a change was listed
// is kept; a case that began later began by the old list all the same, and goes to the new one at once.

import { describe, expect, it } from '@jest/globals';
import { addWorkingDays } from '../../../domain/calendar/workingCalendar';
import { civilDate } from '../../../domain/calendar/civilDate';
import { officialCalendar } from '../calendars';
import published from '../../data/deadline-cases.json';
import { otherThan, type Difference } from './otherCalendars';
import { AGENCY, Story, london } from './story';

const ONE = AGENCY(1);
const SPRING = { '2022-05-30': 'Spring bank holiday' };

/** What the list was before, beside the list of today. */
const BEFORE: Readonly<Record<string, Difference>> = {
  'State Funeral 2022-09-19 added': { withdrawn: ['2022-09-19'] },
  'Coronation 2023-05-08 added': { withdrawn: ['2023-05-08'] },
  'early May 2020 moved from 4 May to 8 May': {
    withdrawn: ['2020-05-08'],
    listed: { '2020-05-04': 'Early May bank holiday' },
  },
  'spring 2022: 2 June and 3 June listed where the ordinary rule gives 30 May': {
    withdrawn: ['2022-06-02', '2022-06-03'],
    listed: SPRING,
  },
};

type Row = (typeof published.holidayListChanges)[number];

/** How a case comes to count so many days from that start, and where it says the date. */
interface Counted {
  readonly name: string;
  readonly days: number;
  readonly opened: (story: Story, start: string) => Story;
  readonly date: (story: Story) => string | undefined;
}

const received = (story: Story, start: string): Story => story.opened(`${start} 10:00`);
/** Asked on the day of the referral. */
const askedOn = (story: Story, start: string): Story => received(story, start).at(`${start} 11:00`).sent(ONE);
/** The local authority knew on that day, and the referral came later in it. */
const knownOn = (story: Story, start: string): Story =>
  story.opened(`${start} 10:00`, { timestamps: { localAuthorityAware: london(`${start} 08:30`) } });

const COUNTED: readonly Counted[] = [
  { name: 'completeLocal', days: 15, opened: received, date: (story) => story.line('completeLocal').due },
  { name: 'headline', days: 15, opened: received, date: (story) => story.headline },
  { name: 'meeting closes', days: 13, opened: received, date: (story) => story.line('meeting').due },
  { name: 'meeting opens', days: 7, opened: received, date: (story) => story.line('meeting').opens },
  { name: 'agencyReturn', days: 5, opened: askedOn, date: (story) => story.line('agencyReturn', ONE).due },
  { name: 'notification', days: 5, opened: knownOn, date: (story) => story.line('notification').due },
  {
    name: 'scopingDispatch',
    days: 2,
    opened: received,
    date: (story) => story.line('scopingDispatch', ONE).due,
  },
  {
    name: 'recordsSecured',
    days: 2,
    opened: askedOn,
    date: (story) => story.line('recordsSecured', ONE).due,
  },
];

const CASES = published.holidayListChanges.flatMap((row) =>
  COUNTED.filter(({ days }) => days === row.working_days).map((counted) => ({
    ...row,
    counted,
    name: counted.name,
  })),
);

const listBefore = ({ event }: Row) => {
  const difference = BEFORE[event];
  if (difference === undefined) throw new Error(`nothing is known of the list before ${event}`);
  return otherThan(officialCalendar, difference);
};

describe('R9: the changes that there have been', () => {
  it('each row is played', () => {
    expect(new Set(CASES.map((row) => JSON.stringify([row.event, row.start, row.working_days]))).size).toBe(
      published.holidayListChanges.length,
    );
  });

  it.each(CASES)('$event: $name of a case from $start', (row) => {
    const story = row.counted.opened(new Story(listBefore(row)), row.start);
    const listed = london(`${row.change_listed_on} 12:00`);
    if (listed > story.now) story.at(Story.say(listed));
    expect(row.counted.date(story)).toBe(row.expected_before_change);
    story.adopt(officialCalendar);
    expect(row.counted.date(story)).toBe(row.expected_after_change);
    const start = civilDate(row.start);
    expect(addWorkingDays(story.calendar, start, row.working_days)).toBe(row.expected_after_change);
    const moves = story.of('DatesMoved').at(-1)?.body.moves ?? [];
    const [name] = row.counted.name.replace('headline', 'completeLocal').split(' ');
    const move = moves.find(({ key }) => key.split(':')[0] === name);
    // When a window opens is no date that anybody owes: it moves with its end.
    const from =
      row.working_days === 7 ? {} : { was: row.expected_before_change, due: row.expected_after_change };
    expect(move).toMatchObject(from);
    const days = story.of('CalendarAdopted').flatMap(({ body }) => body.days);
    expect(days.length).toBeGreaterThan(0);
    expect(days.every(({ date }) => date >= start)).toBe(true);
    expect(story.of('ObligationMissed').some(({ body }) => body.key.split(':')[0] === name)).toBe(false);
  });
});
