// The weeks concerned as a picture in text: a row a week, Monday first, with the marks of each day. Weeks without a mark
// between two marked ones are drawn while they are few. It marks what it is told to.

import {
  addDays,
  isWeekend,
  sayDate,
  sayShortDate,
  toDayNumber,
  weekdayOf,
  type CivilDate,
} from '../calendar/civilDate';
import { ifCovered, isWorkingDay, type WorkingCalendar } from '../calendar/workingCalendar';

/** More empty weeks in a row than these are left out. */
const MOST_EMPTY = 2;
const LABEL_WIDTH = 19;
const DAY_OFF = '.';

const mondayOf = (date: CivilDate): CivilDate => addDays(date, -weekdayOf(toDayNumber(date)));

const doesNotCount = (calendar: WorkingCalendar, date: CivilDate): boolean =>
  isWeekend(date) || ifCovered(() => isWorkingDay(calendar, date)) === false;

const row = (
  monday: CivilDate,
  marks: ReadonlyMap<CivilDate, string>,
  calendar: WorkingCalendar,
  { width, withYear }: { readonly width: number; readonly withYear: boolean },
): string => {
  const days = Array.from({ length: 7 }, (_, day) => {
    const date = addDays(monday, day);
    const off = doesNotCount(calendar, date) ? DAY_OFF : ' ';
    return `${String(Number(date.slice(8))).padStart(2)}${off}${marks.get(date) ?? ''}`.padEnd(width);
  });
  // `30 March`, with the year where it begins: each row begins on a Monday.
  const label = (withYear ? sayDate : sayShortDate)(monday).slice('Monday '.length);
  return `${label.padEnd(LABEL_WIDTH)}${days.join('')}`.trimEnd();
};

/** Nothing where nothing is marked. */
export const drawWeeks = (
  marks: ReadonlyMap<CivilDate, string>,
  calendar: WorkingCalendar,
): readonly string[] => {
  const marked = [...new Set([...marks.keys()].map(mondayOf))].sort();
  const width = 5 + Math.max(1, ...[...marks.values()].map(({ length }) => length));
  const lines: string[] = [];
  let last: CivilDate | undefined;
  const draw = (monday: CivilDate): void => {
    const withYear = last?.slice(0, 4) !== monday.slice(0, 4);
    lines.push(row(monday, marks, calendar, { width, withYear }));
    last = monday;
  };
  for (const monday of marked) {
    const empty = last === undefined ? 0 : (toDayNumber(monday) - toDayNumber(last)) / 7 - 1;
    if (empty > MOST_EMPTY) lines.push('...');
    else for (let left = empty; left > 0; left -= 1) draw(addDays(monday, -7 * left));
    draw(monday);
  }
  if (lines.length === 0) return [];
  const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((name) => name.padEnd(width));
  return [`${'Week of'.padEnd(LABEL_WIDTH)}${names.join('')}`.trimEnd(), ...lines];
};
