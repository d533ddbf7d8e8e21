// One question about working days, asked and answered as a line of JSON. A question that cannot be answered gets an
// error with what would be right; it never stops the next one.

import { didYouMean } from '../../api/problems/didYouMean';
import { parseCivilDate, type CivilDate } from '../../domain/calendar/civilDate';
import { formatInstant, parseInstant, type Instant } from '../../domain/calendar/instant';
import { endOfDay, londonDateOf } from '../../domain/calendar/londonTime';
import {
  addWorkingDays,
  BeyondCalendar,
  countWorkingDays,
  isWorkingDay,
  type WorkingCalendar,
} from '../../domain/calendar/workingCalendar';
import { sayList } from '../../domain/timetable/explanation';
import { calendarsOver, covering, wholeLedger, type LineCalendar } from './calendars';
import { LONGEST_LINE } from './lines';

const MOST_DAYS = 10_000;
/** Of a word that is said back. */
const MOST_SAID = 40;

class Unanswerable extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

type Question = Readonly<Record<string, unknown>>;
type Answer = Readonly<Record<string, unknown>>;

const FIELDS = {
  add: ['start', 'days'],
  count: ['from', 'to'],
  is: ['date'],
  endOfDay: ['date'],
  dateOf: ['instant'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Operation = keyof typeof FIELDS;
const OPERATIONS = Object.keys(FIELDS) as readonly Operation[];
const OF_EVERY = ['op', 'holidays'];

const needed = (question: Question, field: string, right: string): unknown => {
  if (!Object.hasOwn(question, field))
    throw new Unanswerable('MissingField', `"${field}" is missing: it must be ${right}`);
  return question[field];
};

const A_DAY = 'a day that exists, written "YYYY-MM-DD"';

const dateIn = (question: Question, field: string): CivilDate => {
  const value = needed(question, field, A_DAY);
  const date = typeof value === 'string' ? parseCivilDate(value) : undefined;
  if (date === undefined) throw new Unanswerable('NotADate', `"${field}" must be ${A_DAY}`);
  return date;
};

const WHOLE_DAYS = 'a whole number; negative counts back';

const daysIn = (question: Question): number => {
  const days = needed(question, 'days', WHOLE_DAYS);
  if (typeof days !== 'number' || !Number.isInteger(days))
    throw new Unanswerable('NotANumberOfDays', `"days" must be ${WHOLE_DAYS}`);
  if (Math.abs(days) > MOST_DAYS)
    throw new Unanswerable('TooManyDays', `"days" must lie between -${MOST_DAYS} and ${MOST_DAYS}`);
  return days;
};

const AN_INSTANT = 'a moment that exists, with its zone, such as "2026-03-30T16:20:00+01:00"';

const instantIn = (question: Question): Instant => {
  const value = needed(question, 'instant', AN_INSTANT);
  const at = typeof value === 'string' ? parseInstant(value) : undefined;
  if (at === undefined) throw new Unanswerable('NotAnInstant', `"instant" must be ${AN_INSTANT}`);
  return at;
};

const operationOf = (question: Question): Operation => {
  const given = needed(question, 'op', sayList(OPERATIONS, 'or'));
  const operation = OPERATIONS.find((known) => known === given);
  if (operation === undefined)
    throw new Unanswerable('UnknownOperation', `"op" must be ${sayList(OPERATIONS, 'or')}`);
  const known = [...FIELDS[operation], ...OF_EVERY];
  const unknown = Object.keys(question).find((field) => !known.includes(field));
  if (unknown === undefined) return operation;
  const meant = didYouMean(unknown, known);
  const said = unknown.length > MOST_SAID ? `${unknown.slice(0, MOST_SAID)}…` : unknown;
  throw new Unanswerable(
    'UnknownField',
    `"${operation}" takes ${sayList(FIELDS[operation])}, not "${said}"${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
  );
};

/** An answer that rests on days after the official list ends says so. */
const resting = (
  { snapshot }: WorkingCalendar,
  { restsOn }: LineCalendar,
  answer: Answer,
  ...on: readonly CivilDate[]
): Answer => {
  on.forEach(restsOn);
  return on.some((date) => date > snapshot.confirmedTo) ? { ...answer, provisional: true } : answer;
};

/** Which day it is and when it ends do not depend on holidays: `ledger` answers that for every list. */
const answerOn = (question: Question, ledger: WorkingCalendar, line: LineCalendar): Answer => {
  const { around } = line;
  switch (operationOf(question)) {
    case 'add': {
      const start = dateIn(question, 'start');
      const days = daysIn(question);
      const calendar = around([start], days);
      const date = addWorkingDays(calendar, start, days);
      return resting(calendar, line, { date }, start, date);
    }
    case 'count': {
      const from = dateIn(question, 'from');
      const to = dateIn(question, 'to');
      const calendar = around([from, to]);
      return resting(calendar, line, { days: countWorkingDays(calendar, from, to) }, from, to);
    }
    case 'is': {
      const date = dateIn(question, 'date');
      const calendar = around([date]);
      return resting(calendar, line, { workingDay: isWorkingDay(calendar, date) }, date);
    }
    case 'endOfDay': {
      const date = dateIn(question, 'date');
      covering(ledger, [date]);
      return { instant: formatInstant(endOfDay(ledger, date)).replace('.000Z', 'Z') };
    }
    case 'dateOf':
      return { date: londonDateOf(ledger, instantIn(question)) };
  }
};

const holidaysIn = ({ holidays }: Question): readonly CivilDate[] | undefined => {
  if (holidays === undefined) return undefined;
  if (!Array.isArray(holidays))
    throw new Unanswerable('NotAList', '"holidays" must be a list of days, such as ["2026-04-03"]');
  return holidays.map((day: unknown, index) => {
    const date = typeof day === 'string' ? parseCivilDate(day) : undefined;
    if (date === undefined) throw new Unanswerable('NotADate', `"holidays"[${index}] must be ${A_DAY}`);
    return date;
  });
};

const BYTE_ORDER_MARK = '\uFEFF';

const read = (line: string): Question => {
  const question: unknown = JSON.parse(line.startsWith(BYTE_ORDER_MARK) ? line.slice(1) : line);
  if (typeof question !== 'object' || question === null || Array.isArray(question)) throw new SyntaxError();
  return question as Question;
};

const errorOf = (error: unknown): { readonly code: string; readonly message: string } => {
  if (error instanceof Unanswerable) return { code: error.code, message: error.message };
  if (error instanceof BeyondCalendar) return { code: 'CalendarDoesNotCover', message: error.message };
  if (error instanceof SyntaxError)
    return {
      code: 'NotJson',
      message: 'each line must be one JSON object, such as {"op":"is","date":"2026-03-30"}',
    };
  throw error;
};

/**
 * Answers lines over the given calendar; a line's own "holidays" replace it for that line. `undefined` is a line that
 * was too long to keep. `warn` hears once that an answer nears the end of the official list: the answers keep their form.
 */
export const answerer = (
  official: WorkingCalendar,
  warn: (sentence: string) => void = () => undefined,
): ((line: string | undefined) => string) => {
  const ledger = wholeLedger(official, warn);
  const replaced = calendarsOver(official);
  return (line) => {
    try {
      if (line === undefined)
        throw new Unanswerable('LineTooLong', `a line may have ${LONGEST_LINE} characters`);
      const question = read(line);
      const holidays = holidaysIn(question);
      const calendar = holidays === undefined ? ledger : replaced(holidays);
      const answer = answerOn(question, official, calendar);
      const { notes } = calendar;
      return JSON.stringify(notes.length === 0 ? answer : { ...answer, notes });
    } catch (error) {
      return JSON.stringify({ error: errorOf(error) });
    }
  };
};
