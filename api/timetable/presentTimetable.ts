// A timetable as the API shows it: dates as days and as the instant that ends them, how each was counted, what is
// owed in words. It derives nothing that the domain has not.

import { sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import { formatInstant } from '../../domain/calendar/instant';
import { endOfDay } from '../../domain/calendar/londonTime';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { profileOf, type ProfileId } from '../../domain/policy/profiles';
import { daysPassedOver, sayCounting } from '../../domain/timetable/explanation';
import type { ObligationKey } from '../../domain/timetable/facts';
import type { Timetable, TimetableLine } from '../../domain/timetable/timetable';
import { count } from '../chronology/sayings';
import { calendarView } from './presentExplanation';
import type { LocalDaysBeside, TimetableView } from './timetableSchema';

type LineView = TimetableView['obligations'][number];

const dueView = (
  calendar: WorkingCalendar,
  due: CivilDate,
): Pick<LineView, 'due' | 'dueAt' | 'dueInWords'> => ({
  due,
  dueAt: formatInstant(endOfDay(calendar, due)),
  dueInWords: `by the end of ${sayDate(due)}`,
});

const countingView = (calendar: WorkingCalendar, line: TimetableLine): Pick<LineView, 'counting'> => {
  const { counting, due } = line;
  if (counting === undefined || due === undefined) return {};
  const passedOver = daysPassedOver(calendar, counting.anchorDate, due);
  return {
    counting: { ...counting, inWords: sayCounting(counting, passedOver), passedOver: [...passedOver] },
  };
};

/** It rests on days that no official list knows yet: its own, or the one that it is counted from. */
export const isProvisional = ({ snapshot }: WorkingCalendar, { due, counting }: TimetableLine): boolean =>
  [due, counting?.anchorDate].some((date) => date !== undefined && date > snapshot.confirmedTo);

export const punctuality = (workingDaysEarly: number, doneOn: CivilDate, due: CivilDate): string => {
  if (doneOn === due) return 'on the due day';
  // Done on a day off between the due day and the next working day.
  if (workingDaysEarly === 0) return doneOn < due ? 'in time' : 'late, before the next working day';
  return `${count(Math.abs(workingDaysEarly), 'working day')} ${workingDaysEarly > 0 ? 'early' : 'late'}`;
};

type Beside = ReadonlyMap<ObligationKey, readonly LocalDaysBeside[]>;

const lineView = (
  calendar: WorkingCalendar,
  profile: ProfileId,
  line: TimetableLine,
  localDays: readonly LocalDaysBeside[] = [],
): LineView => ({
  key: line.key,
  obligation: line.obligation,
  ...(line.agency === undefined ? {} : { agency: line.agency }),
  what: profileOf(profile).obligations[line.obligation].says,
  paragraph: line.paragraph,
  status: line.status,
  ...(line.opens === undefined ? {} : { opens: line.opens }),
  ...(line.due === undefined ? {} : dueView(calendar, line.due)),
  ...countingView(calendar, line),
  ...(isProvisional(calendar, line) ? { provisional: true } : {}),
  ...(line.squeezed === undefined ? {} : { windowLeavesNothing: line.squeezed }),
  ...(line.agreedSince === undefined ? {} : { agreedSince: line.agreedSince }),
  ...(line.doneOn === undefined ? {} : { doneOn: line.doneOn }),
  ...(line.workingDaysEarly === undefined || line.doneOn === undefined || line.due === undefined
    ? {}
    : {
        workingDaysEarly: line.workingDaysEarly,
        punctuality: punctuality(line.workingDaysEarly, line.doneOn, line.due),
      }),
  ...(localDays.length === 0 ? {} : { localDays: [...localDays] }),
});

const latestOf = (lines: Timetable['lines']): CivilDate | undefined =>
  lines
    .flatMap(({ due }) => due ?? [])
    .sort()
    .at(-1);

export const presentTimetable = (
  { headline, lines }: Timetable,
  calendar: WorkingCalendar,
  profile: ProfileId,
  beside: Beside = new Map(),
): TimetableView => ({
  ...(headline === undefined
    ? {}
    : {
        headline: {
          date: headline,
          at: formatInstant(endOfDay(calendar, headline)),
          inWords: sayDate(headline),
        },
      }),
  calendar: calendarView(calendar.snapshot, latestOf(lines) ?? calendar.snapshot.covers.from),
  obligations: lines.map((line) => lineView(calendar, profile, line, beside.get(line.key))),
});
