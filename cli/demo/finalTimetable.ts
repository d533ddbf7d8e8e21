// The timetable at the end of the story, for people: what was due, when it was done, early or late, the case's own dates
// first and then agency by agency; and the case's own dates as a picture.

import { sayShortDate, type CivilDate } from '../../domain/calendar/civilDate';
import { londonDateOf } from '../../domain/calendar/londonTime';
import type { Instant } from '../../domain/calendar/instant';
import { timetableOfCase } from '../../domain/rapidReview/timetableOfCase';
import type { TimetableLine } from '../../domain/timetable/timetable';
import { LABELS } from '../timetable/lines';
import { drawWeeks } from '../timetable/weeks';
import type { Played } from './stage';

const LABEL_WIDTH = 52;
const DATE_WIDTH = 24;

const MARKS = 'ABCDEFGH';

const sayEarliness = ({ status, workingDaysEarly: days }: TimetableLine): string => {
  if (days === undefined) return status;
  if (days === 0) return 'on the day';
  const count = Math.abs(days);
  return `${count} working day${count === 1 ? '' : 's'} ${days > 0 ? 'early' : 'late'}`;
};

const sayDay = (date: CivilDate | undefined): string =>
  (date === undefined ? '' : sayShortDate(date)).padEnd(DATE_WIDTH);

const row = (line: TimetableLine, mark = ''): string => {
  const { obligation, opens, due, doneOn } = line;
  const from = opens === undefined ? '' : ` (from ${sayShortDate(opens)})`;
  const label = `${mark.padEnd(2)}${LABELS[obligation]}${from}`.padEnd(LABEL_WIDTH);
  return `  ${label}${sayDay(due)}${sayDay(doneOn)}${sayEarliness(line)}`.trimEnd();
};

const picture = (
  { folded }: Played,
  lines: readonly TimetableLine[],
  received: Instant,
): readonly string[] => {
  const marks = new Map<CivilDate, string>([[londonDateOf(folded.calendar, received), '*']]);
  const mark = (date: CivilDate | undefined, with_: string): void => {
    if (date !== undefined) marks.set(date, `${marks.get(date) ?? ''}${with_}`);
  };
  for (const [index, { due, doneOn }] of lines.entries()) {
    const letter = MARKS[index] ?? '+';
    mark(due, letter);
    mark(doneOn, letter.toLowerCase());
  }
  return [
    ...drawWeeks(marks, folded.calendar),
    '* the referral was received; . a day that does not count; a letter where its line was due, small where it was done',
  ];
};

export const finalTimetable = (played: Played, received: Instant): readonly string[] => {
  const { folded, cast } = played;
  const { lines } = timetableOfCase(folded.state, folded.calendar);
  const own = lines.filter(({ agency }) => agency === undefined);
  const byAgency = Map.groupBy(
    lines.filter(({ agency }) => agency !== undefined),
    ({ agency }) => agency ?? '',
  );
  const heading = `${' '.repeat(LABEL_WIDTH + 2)}${'Due'.padEnd(DATE_WIDTH)}${'Done'.padEnd(DATE_WIDTH)}Early or late`;
  return [
    '\n== The timetable ==\n',
    heading,
    'The case',
    ...own.map((line, index) => row(line, MARKS[index])),
    ...[...byAgency].flatMap(([agency, its]) => [cast.name(agency), ...its.map((line) => row(line))]),
    '',
    ...picture(played, own, received),
  ];
};
