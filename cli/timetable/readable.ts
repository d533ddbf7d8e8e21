// A what-if for people: a table with how each date was counted, what still waits for a date, and a picture of the weeks
// concerned. It derives no date.

import { calendarWarning } from '../../domain/calendar/calendarEnds';
import { sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { profileOf, type ProfileId } from '../../domain/policy/profiles';
import type { WhatIf } from '../../domain/timetable/whatIf';
import { LABELS, waitingIn, type Line } from './lines';
import { drawWeeks } from '../../domain/timetable/weeks';

const LABEL_WIDTH = 46;
const DATE_WIDTH = 29;
const INDENT = '    ';

/** A, B, C … as marks of the lines; past Z they go on with digits. */
const MARKS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const markOf = (index: number): string => MARKS[index] ?? '+';

const labelOf = ({ obligation, agency }: Pick<Line, 'obligation' | 'agency'>): string =>
  `${LABELS[obligation]}${agency === undefined ? '' : ` (${agency})`}`;

const sayLine = (line: Line, index: number, dayByDay: boolean): readonly string[] => {
  const { opens, due, explanation, paragraph, text, provisional } = line;
  const from = opens === undefined ? '' : sayDate(opens);
  const head = `${markOf(index).padEnd(INDENT.length)}${labelOf(line).padEnd(LABEL_WIDTH)}${from.padEnd(DATE_WIDTH)}${sayDate(due)}`;
  const predicted =
    provisional === true ? [`${INDENT}Provisional: bank holidays so far ahead are only predicted.`] : [];
  return dayByDay
    ? [head, ...text.split('\n').map((said) => `${INDENT}${said}`), '']
    : [head, `${INDENT}${explanation} [${paragraph}]`, ...predicted];
};

/** Days that something is counted from; where the weeks begin. */
const starts = ({ dates, publication }: WhatIf): readonly CivilDate[] => [
  ...dates.flatMap(({ count, opens, ownCount }) =>
    [count, opens, ownCount].flatMap((one) =>
      one === undefined || one.counting.anchor === 'headline' ? [] : [one.counting.anchorDate],
    ),
  ),
  ...publication.flatMap(
    ({ count, corresponding }) => count?.counting.anchorDate ?? corresponding?.from ?? [],
  ),
];

/** `*` where a count starts, the line's letter where it is due, and the letter after `(` where its window opens: as in a case's. */
const marksOf = (found: WhatIf, lines: readonly Line[]): ReadonlyMap<CivilDate, string> => {
  const marks = new Map<CivilDate, string>();
  const mark = (date: CivilDate, with_: string): void => {
    marks.set(date, `${marks.get(date) ?? ''}${with_}`);
  };
  for (const date of new Set(starts(found))) mark(date, '*');
  for (const [index, { opens, due }] of lines.entries()) {
    if (opens !== undefined) mark(opens, `(${markOf(index)}`);
    mark(due, markOf(index));
  }
  return marks;
};

export interface Shown {
  readonly found: WhatIf;
  readonly lines: readonly Line[];
  readonly notes: readonly string[];
  readonly calendar: WorkingCalendar;
  readonly profile: ProfileId;
}

/** The list of bank holidays is near its end for the last date that rests on it. */
export const warningOf = ({ found, calendar }: Shown): string | undefined => {
  const counted = [...found.dates, ...found.publication.filter(({ count }) => count !== undefined)];
  const latest = counted
    .map(({ due }) => due)
    .sort()
    .at(-1);
  return latest === undefined ? undefined : calendarWarning(calendar.snapshot, latest);
};

export const readable = (shown: Shown, dayByDay: boolean): string => {
  const { found, lines, notes, calendar, profile } = shown;
  const warning = warningOf(shown);
  const heading = `${INDENT}${'What is due'.padEnd(LABEL_WIDTH)}${'From'.padEnd(DATE_WIDTH)}By the end of`;
  return [
    `${profileOf(profile).title} (profile ${profile.id}, version ${profile.version})`,
    '',
    heading,
    ...lines.flatMap((line, index) => sayLine(line, index, dayByDay)),
    ...(found.waiting.length === 0 ? [] : ['', 'Without a date yet']),
    ...waitingIn(found).map((one) => `${INDENT}${labelOf(one)}: waits for ${one.inWords}`),
    '',
    ...drawWeeks(marksOf(found, lines), calendar),
    '* a day counted from; . a day that does not count; a letter where its line is due, with ( before it where its window opens',
    '',
    ...notes.map((note) => `Note: ${note}.`),
    ...(warning === undefined ? [] : [`Warning: ${warning}`]),
    `Counted with the bank holidays of England and Wales, calendar ${calendar.snapshot.version}; the official list is known to ${sayDate(calendar.snapshot.confirmedTo)}.`,
  ].join('\n');
};
