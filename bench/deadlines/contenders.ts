// "15 working days after this day", text in and text out, as each library's own documentation has it done, with the
// same holidays for all. Whether the answers agree and how long they take is not decided here.

import { parseCivilDate } from '../../domain/calendar/civilDate';
import { addWorkingDays, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { library, libraryVersion, productLibrary, productLibraryVersion } from '../comparisonLibraries';
import type { Turn } from '../rounds';

export const WORKING_DAYS = 15;
const DAY = 86_400_000;

export interface Contender {
  readonly name: string;
  /** `rival`: our figure is set against the fastest of them; the others stand beside. */
  readonly part: 'ours' | 'rival' | 'beside';
  readonly answer: (start: string) => string;
  /** The same for so many of the texts, over and over. */
  readonly turn: (texts: readonly string[]) => Turn;
  /** So slow that its answers are compared, and it is not timed. */
  readonly notTimed?: true;
}

const versioned = (...names: readonly string[]): string =>
  names.map((name) => `${name} ${libraryVersion(name)}`).join(', ');

const turnOf =
  (answer: Contender['answer']) =>
  (texts: readonly string[]): Turn =>
  (times) => {
    let length = 0;
    for (let index = 0; index < times; index += 1) length += answer(texts[index % texts.length] ?? '').length;
    return length;
  };

const contender = (name: string, part: Contender['part'], answer: Contender['answer']): Contender => ({
  name,
  part,
  answer,
  turn: turnOf(answer),
});

const ours = (calendar: WorkingCalendar): Contender => {
  const answer = (start: string): string => {
    const date = parseCivilDate(start);
    if (date === undefined) throw new RangeError(`${start} is not a date`);
    return addWorkingDays(calendar, date, WORKING_DAYS);
  };
  // A loop of its own: one that is shared with the libraries could not be compiled for any of them.
  const turn =
    (texts: readonly string[]): Turn =>
    (times) => {
      let length = 0;
      for (let done = 0; done < times;) {
        for (let index = 0; index < texts.length && done < times; index += 1, done += 1) {
          length += answer(texts[index] ?? '').length;
        }
      }
      return length;
    };
  return { name: 'this engine', part: 'ours', answer, turn };
};

interface BusinessDayjs {
  businessDaysAdd(days: number): BusinessDayjs;
  format(format: string): string;
}
interface Dayjs {
  (text: string): BusinessDayjs;
  extend(plugin: unknown, options: object): void;
}

const withDayjs = (holidays: readonly string[]): Contender => {
  const dayjs = library('dayjs') as Dayjs;
  const { default: plugin } = library('dayjs-business-days2') as { readonly default: unknown };
  dayjs.extend(plugin, { holidays, holidayFormat: 'YYYY-MM-DD' });
  return contender(versioned('dayjs-business-days2', 'dayjs'), 'rival', (start) =>
    dayjs(start).businessDaysAdd(WORKING_DAYS).format('YYYY-MM-DD'),
  );
};

interface BusinessDateTime {
  setupBusiness(options: {
    readonly holidayMatchers: readonly ((date: BusinessDateTime) => boolean)[];
  }): void;
  plusBusiness(options: { readonly days: number }): BusinessDateTime;
  toISODate(): string;
}
interface Luxon {
  readonly DateTime: { readonly prototype: BusinessDateTime; fromISO(text: string): BusinessDateTime };
}

const withLuxon = (holidays: ReadonlySet<string>): Contender => {
  const { DateTime } = library('luxon') as Luxon;
  library('luxon-business-days');
  DateTime.prototype.setupBusiness({ holidayMatchers: [(date) => holidays.has(date.toISODate())] });
  return contender(versioned('luxon-business-days', 'luxon'), 'rival', (start) =>
    DateTime.fromISO(start).plusBusiness({ days: WORKING_DAYS }).toISODate(),
  );
};

interface BusinessMoment {
  businessAdd(days: number): BusinessMoment;
  format(format: string): string;
}
interface Moment {
  (text: string, format: string): BusinessMoment;
  updateLocale(locale: string, options: object): void;
}

const withMoment = (holidays: readonly string[]): Contender => {
  library('moment-business-days');
  const moment = library('moment') as Moment;
  moment.updateLocale('en', { holidays, holidayFormat: 'YYYY-MM-DD' });
  return contender(versioned('moment-business-days', 'moment'), 'rival', (start) =>
    moment(start, 'YYYY-MM-DD').businessAdd(WORKING_DAYS).format('YYYY-MM-DD'),
  );
};

/** Walks from day to day, asking of each that is no weekend whether it is off. */
const walk = (start: string, isOff: (at: Date) => boolean): string => {
  let at = new Date(start);
  for (let left = WORKING_DAYS; left > 0;) {
    at = new Date(at.getTime() + DAY);
    const weekday = at.getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !isOff(at)) left -= 1;
  }
  return at.toISOString().slice(0, 10);
};

interface DateHolidays {
  isHoliday(at: Date): false | readonly { readonly type: string }[];
  setHoliday(rule: string, options: { readonly name: string; readonly type: string }): void;
}
type DateHolidaysClass = new (country?: string, state?: string) => DateHolidays;

const isPublic =
  (calendar: DateHolidays) =>
  (at: Date): boolean => {
    const found = calendar.isHoliday(at);
    return found !== false && found.some(({ type }) => type === 'public');
  };

const withDateHolidays = (holidays: readonly string[]): readonly Contender[] => {
  const Holidays = productLibrary('date-holidays') as DateHolidaysClass;
  const given = new Holidays();
  for (const date of holidays) given.setHoliday(date, { name: 'Bank holiday', type: 'public' });
  const byRule = new Holidays('GB', 'ENG');
  const name = `date-holidays ${productLibraryVersion('date-holidays')}`;
  return [
    contender(`${name}, isHoliday in a loop`, 'rival', (start) => walk(start, isPublic(given))),
    {
      ...contender(`${name}, by its own rules`, 'beside', (start) => walk(start, isPublic(byRule))),
      notTimed: true,
    },
  ];
};

interface DateFns {
  readonly parseISO: (text: string) => Date;
  readonly addBusinessDays: (date: Date, days: number) => Date;
  readonly formatISO: (date: Date, options: { readonly representation: 'date' }) => string;
}

const withDateFns = (holidays: ReadonlySet<string>): Contender => {
  const { parseISO, addBusinessDays, formatISO } = library('date-fns') as DateFns;
  const written = (date: Date): string => formatISO(date, { representation: 'date' });
  return contender(`${versioned('date-fns')}, holidays walked over`, 'beside', (start) => {
    let date = parseISO(start);
    for (let left = WORKING_DAYS; left > 0;) {
      date = addBusinessDays(date, 1);
      if (!holidays.has(written(date))) left -= 1;
    }
    return written(date);
  });
};

/** Texts of its own for each: a text that another has made a key of is slower to compare. */
const copied = (dates: readonly string[]): readonly string[] =>
  JSON.parse(JSON.stringify(dates)) as readonly string[];

/** Ours first. */
export const contenders = (calendar: WorkingCalendar): readonly Contender[] => {
  const dates = calendar.snapshot.holidays.map(({ date }) => date);
  const set = new Set<string>(dates);
  return [
    ours(calendar),
    contender('a plain walk over a Set', 'beside', (start) =>
      walk(start, (at) => set.has(at.toISOString().slice(0, 10))),
    ),
    withDateFns(set),
    withMoment(copied(dates)),
    withDayjs(copied(dates)),
    withLuxon(set),
    ...withDateHolidays(copied(dates)),
  ];
};
