// One question about working days, asked and answered as a line of JSON. A question that cannot be answered gets an
// error with what would be right; it never stops the next one.

import { parseCivilDate, type CivilDate } from '../../domain/calendar/civilDate';
import { formatInstant, parseInstant } from '../../domain/calendar/instant';
import { endOfDay, londonDateOf } from '../../domain/calendar/londonTime';
import {
  addWorkingDays,
  BeyondCalendar,
  countWorkingDays,
  isWorkingDay,
  type WorkingCalendar,
} from '../../domain/calendar/workingCalendar';
import { calendarsOver, type CalendarWithNotes } from './calendars';

const MOST_DAYS = 10_000;

class Unanswerable extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

type Question = Readonly<Record<string, unknown>>;

const OPERATIONS = ['add', 'count', 'is', 'endOfDay', 'dateOf'] as const;
const FIELDS: Readonly<Record<(typeof OPERATIONS)[number], readonly string[]>> = {
  add: ['start', 'days'],
  count: ['from', 'to'],
  is: ['date'],
  endOfDay: ['date'],
  dateOf: ['instant'],
};

const dateIn = (question: Question, field: string): CivilDate => {
  const value = question[field];
  const date = typeof value === 'string' ? parseCivilDate(value) : undefined;
  if (date === undefined) {
    throw new Unanswerable('NotADate', `"${field}" must be a day that exists, written YYYY-MM-DD`);
  }
  return date;
};

const daysIn = ({ days }: Question): number => {
  if (typeof days !== 'number' || !Number.isInteger(days)) {
    throw new Unanswerable('NotANumberOfDays', '"days" must be a whole number; negative counts back');
  }
  if (Math.abs(days) > MOST_DAYS) {
    throw new Unanswerable('TooManyDays', `"days" must lie between -${MOST_DAYS} and ${MOST_DAYS}`);
  }
  return days;
};

const operationOf = (question: Question): (typeof OPERATIONS)[number] => {
  const operation = OPERATIONS.find((known) => known === question['op']);
  if (operation === undefined) {
    throw new Unanswerable('UnknownOperation', `"op" must be one of ${OPERATIONS.join(', ')}`);
  }
  const unknown = Object.keys(question).find(
    (field) => !['op', 'holidays', ...FIELDS[operation]].includes(field),
  );
  if (unknown !== undefined) {
    throw new Unanswerable(
      'UnknownField',
      `"${operation}" takes ${FIELDS[operation].join(' and ')}, not "${unknown}"`,
    );
  }
  return operation;
};

const answerOn = (question: Question, calendar: WorkingCalendar): Record<string, unknown> => {
  switch (operationOf(question)) {
    case 'add':
      return { date: addWorkingDays(calendar, dateIn(question, 'start'), daysIn(question)) };
    case 'count':
      return { days: countWorkingDays(calendar, dateIn(question, 'from'), dateIn(question, 'to')) };
    case 'is':
      return { workingDay: isWorkingDay(calendar, dateIn(question, 'date')) };
    case 'endOfDay': {
      const date = dateIn(question, 'date');
      // Asked first, so that a day outside the span is an error here too.
      isWorkingDay(calendar, date);
      return { instant: formatInstant(endOfDay(calendar, date)).replace('.000Z', 'Z') };
    }
    case 'dateOf': {
      const { instant } = question;
      const at = typeof instant === 'string' ? parseInstant(instant) : undefined;
      if (at === undefined) {
        throw new Unanswerable(
          'NotAnInstant',
          '"instant" must be an ISO 8601 instant with its zone, such as 2026-03-30T16:20:00+01:00',
        );
      }
      return { date: londonDateOf(calendar, at) };
    }
  }
};

const holidaysIn = ({ holidays }: Question): readonly CivilDate[] | undefined => {
  if (holidays === undefined) return undefined;
  if (!Array.isArray(holidays)) throw new Unanswerable('NotADate', '"holidays" must be a list of days');
  return holidays.map((_, index) => dateIn(holidays as unknown as Question, String(index)));
};

const read = (line: string): Question => {
  const question: unknown = JSON.parse(line);
  if (typeof question !== 'object' || question === null || Array.isArray(question)) throw new SyntaxError();
  return question as Question;
};

const errorOf = (error: unknown): { code: string; message: string } => {
  if (error instanceof Unanswerable) return { code: error.code, message: error.message };
  if (error instanceof BeyondCalendar) return { code: 'CalendarDoesNotCover', message: error.message };
  if (error instanceof SyntaxError) return { code: 'NotJson', message: 'each line must be one JSON object' };
  throw error;
};

/** Answers lines over the given calendar; a line's own "holidays" replace it for that line. */
export const answerer = (official: WorkingCalendar): ((line: string) => string) => {
  const replaced = calendarsOver(official);
  return (line) => {
    try {
      const question = read(line);
      const holidays = holidaysIn(question);
      const { calendar, notes }: CalendarWithNotes =
        holidays === undefined ? { calendar: official, notes: [] } : replaced(holidays);
      const answer = answerOn(question, calendar);
      return JSON.stringify(notes.length === 0 ? answer : { ...answer, notes });
    } catch (error) {
      return JSON.stringify({ error: errorOf(error) });
    }
  };
};
