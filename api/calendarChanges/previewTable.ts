// A preview in lines: as comma-separated values for a spreadsheet, one line a date, meeting or reminder; and as a page of
// plain text with a table, for people. Both are made from the same data as the answer in JSON.

import { sayShortDate, type CivilDate } from '../../domain/calendar/civilDate';
import type { Foreseen } from '../../domain/calendarChange/foreseen';
import { OBLIGATION_WORDS } from '../chronology/sayObligation';
import { sayDayChanged } from '../chronology/sayCalendarChange';
import { count } from '../chronology/sayings';
import type { CaseEffectView } from './changeSchemas';

const COLUMNS = ['case', 'what', 'agency', 'from', 'to', 'effect'] as const;

type Line = readonly [string, string, string, string, string, string];

const EFFECT = { unchanged: 'moves', late: 'becomes late', inTimeAgain: 'in time again' } as const;
const REMINDER = { sooner: 'comes sooner', later: 'comes later', fallsAway: 'falls away' } as const;
const TOLD = { byMail: 'is told by mail', inPerson: 'to be told in person' } as const;

const agencyIn = (key: string): string => key.split(':')[1] ?? '';
const obligationIn = (key: string): string => key.split(':')[0] ?? '';

export const linesOf = ({
  reference,
  moves,
  meetingLeaves,
  reminders,
  told,
}: CaseEffectView): readonly Line[] => [
  ...moves.map(({ obligation, agency = '', was, due, lateness }): Line => [
    reference,
    obligation,
    agency,
    was,
    due,
    EFFECT[lateness],
  ]),
  ...(meetingLeaves === undefined
    ? []
    : [
        [
          reference,
          'meetingDay',
          '',
          meetingLeaves.on,
          '',
          `lies ${meetingLeaves.way === 'late' ? 'after' : 'before'} its window`,
        ] as const,
      ]),
  ...reminders.map(({ key, rung, how }): Line => [
    reference,
    `reminder ${rung} of ${obligationIn(key)}`,
    agencyIn(key),
    '',
    '',
    REMINDER[how],
  ]),
  ...told.map(({ agency, how }): Line => [reference, 'notice', agency, '', '', TOLD[how]]),
];

/** No field holds a quotation mark, a comma or a line break: all are codes and days. */
const csvLine = (fields: readonly string[]): string => `${fields.join(',')}\r\n`;

export const csvHead = csvLine(COLUMNS);
export const csvOf = (effect: CaseEffectView): string => linesOf(effect).map(csvLine).join('');

/** A day in words is at the longest `Wednesday 30 September`. */
const WIDTHS = [14, 38, 9, 22, 22, 22] as const;
const tableLine = (fields: readonly string[]): string =>
  fields
    .map((field, index) => field.padEnd(WIDTHS[index] ?? 0))
    .join(' ')
    .trimEnd();

const inDays = (field: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(field) ? sayShortDate(field as CivilDate) : field;

export const tableHead = (numbers: Foreseen, version: string, notes: readonly string[]): string => {
  const { days, openCases, casesToBring, casesThatMove, obligations, meetingsThatLeave, reminders, told } =
    numbers;
  return [
    'What the change of the calendar would do. Nothing has been changed.',
    '',
    ...(days.length === 0
      ? ['The calendars of the open cases have the same days already.']
      : days.map((day) => `${sayDayChanged(day)}.`)),
    ...notes,
    '',
    `Of ${count(openCases, 'open case')}, ${casesToBring} would go to the new calendar, and ${casesThatMove} have a date that moves:`,
    ...obligations.map(
      ({ obligation, move, becomeLate, inTimeAgain }) =>
        `  ${OBLIGATION_WORDS[obligation].padEnd(52)} ${String(move).padStart(7)}${becomeLate > 0 ? `, ${becomeLate} late at once` : ''}${inTimeAgain > 0 ? `, ${inTimeAgain} in time again` : ''}`,
    ),
    `Meetings that leave their window: ${meetingsThatLeave}.`,
    `Reminders: ${reminders.sooner} come sooner, ${reminders.later} later, ${reminders.fallAway} fall away.`,
    `Told of their new dates: ${told.byMail} agencies by mail, ${told.inPerson} in person.`,
    `Version of this preview: ${version}`,
    '',
    tableLine(COLUMNS),
    tableLine(WIDTHS.map((width) => '-'.repeat(width))),
    '',
  ].join('\n');
};

export const tableOf = (effect: CaseEffectView): string =>
  linesOf(effect)
    .map((line) => `${tableLine(line.map(inDays))}\n`)
    .join('');
