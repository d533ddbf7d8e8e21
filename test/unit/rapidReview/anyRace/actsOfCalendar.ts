// A random change of the bank holidays: a day around today listed or taken back, or a calendar of before again; the number
// of the change mostly the next, at times one that came before or the same. The case follows it at once, or days after it was accepted.

import { HOUR, type Instant, instant } from '../../../../domain/calendar/instant';
import { holidayOn, type WorkingCalendar } from '../../../../domain/calendar/workingCalendar';
import type { CalendarChangeCommand } from '../../../../domain/rapidReview/calendarChange/commands';
import { otherThan } from '../otherCalendars';
import type { Story } from '../story';
import type { DrawEach } from './actsOfAgencies';
import { dayFrom, runningOf } from './agenciesOfTown';
import type { Dice } from './dice';

const AWAY = [1, 0, 2, 3, 5, 8, 13, 21, -1, -3, -8, -20] as const;

const ofOneDay = (story: Story, dice: Dice): WorkingCalendar => {
  const day = dayFrom(story, dice.pick(AWAY));
  return holidayOn(story.calendar, day) === undefined
    ? otherThan(story.calendar, { listed: { [day]: 'Proclaimed' } })
    : otherThan(story.calendar, { withdrawn: [day] });
};

const HOURS_BEFORE = [0, 0, 1, 5, 30, 100] as const;

/** Never before the one that the case follows. */
const acceptedBy = (story: Story, dice: Dice): Instant => {
  const before = runningOf(story)?.calendarsFollowed?.at(-1)?.at ?? 0;
  return instant(Math.max(before, story.now - dice.pick(HOURS_BEFORE) * HOUR));
};

const ofBefore = (story: Story, dice: Dice): WorkingCalendar => dice.pick([...story.calendars.values()]);

export const changeOfCalendar = (story: Story, dice: Dice): CalendarChangeCommand => {
  const last = runningOf(story)?.calendarChange ?? 0;
  const calendar = dice.pick([ofOneDay, ofOneDay, ofOneDay, ofBefore])(story, dice);
  return {
    kind: 'adoptCalendar',
    change: last + dice.pick([1, 1, 1, 4, 0, -1]),
    calendar: dice.roll(12) === 11 ? 'never heard of' : story.offered(calendar),
    ...(dice.roll(4) === 0 ? {} : { accepted: acceptedBy(story, dice) }),
  };
};

export const ACTS_OF_CALENDAR: DrawEach<CalendarChangeCommand> = { adoptCalendar: changeOfCalendar };
