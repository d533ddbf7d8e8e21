// A day on the wall calendar, `YYYY-MM-DD`, without hour or zone, and the integer day numbers that all
// arithmetic runs on (day 0 is 1 January 1970). Proleptic Gregorian, years 0001 to 9999.

export type CivilDate = string & { readonly __brand: 'CivilDate' };
/** Days since 1 January 1970. */
export type DayNumber = number & { readonly __brand: 'DayNumber' };

/** Days before the month, March first: leap days then come last of all and need no case of their own. */
const BEFORE_MONTH = Uint16Array.of(0, 306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275);

// Days from civil, after Howard Hinnant's public-domain description. Whole numbers well within 32 bits, so `| 0`
// divides them: this is the one place that every question about a date goes through.
const numberOf = (year: number, month: number, day: number): number => {
  const y = month <= 2 ? year - 1 : year;
  const centuries = (y / 100) | 0;
  const leapDays = (y >> 2) - centuries + (centuries >> 2);
  return y * 365 + leapDays + (BEFORE_MONTH[month] ?? 0) + day - 719_469;
};

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

export const fromDayNumber = (dayNumber: DayNumber): CivilDate => {
  const z = dayNumber + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted + (shifted < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate;
};

const ZERO = 48;
const DASH = 45;

/** The two digits from `at` on as a number, of a text that is known to have them there. */
const twoDigits = (text: string, at: number): number =>
  text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - ZERO * 11;

/** The same of any text; below zero where one of them is no digit. */
const twoDigitsIfAny = (text: string, at: number): number => {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  // One test for both: only 0 to 9 stay within four bits as they are and with six added.
  return ((tens | ones | (tens + 6) | (ones + 6)) & ~15) === 0 ? tens * 10 + ones : -1;
};

export const yearIn = (date: CivilDate): number => twoDigits(date, 0) * 100 + twoDigits(date, 2);
const monthIn = (date: CivilDate): number => twoDigits(date, 5);
const dayIn = (date: CivilDate): number => twoDigits(date, 8);

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

/** The date as written, or nothing when there is no such day (30 February, 2026-1-5). */
export const parseCivilDate = (text: string): CivilDate | undefined => {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return undefined;
  const century = twoDigitsIfAny(text, 0);
  const yearOfCentury = twoDigitsIfAny(text, 2);
  const month = twoDigitsIfAny(text, 5);
  const day = twoDigitsIfAny(text, 8);
  // A century without its two digits is below zero, and makes a year before the first.
  if (yearOfCentury < 0 || month < 1 || month > 12 || day < 1) return undefined;
  const year = century * 100 + yearOfCentury;
  return year >= 1 && (day <= 28 || day <= daysInMonth(year, month)) ? (text as CivilDate) : undefined;
};

/** The date as written; throws where it does not exist. For literals and data already checked. */
export const civilDate = (text: string): CivilDate => {
  const date = parseCivilDate(text);
  if (date === undefined)
    throw new RangeError(`"${text}" is not a date: YYYY-MM-DD of a day that exists is expected`);
  return date;
};

export const toDayNumber = (date: CivilDate): DayNumber =>
  numberOf(yearIn(date), monthIn(date), dayIn(date)) as DayNumber;

/**
 * The corresponding date so many months on; where that month is too short, its last day (31 August and 6 months is
 * 28 or 29 February). For "six months" and "one year".
 */
export const addMonths = (date: CivilDate, months: number): CivilDate => {
  const counted = yearIn(date) * 12 + monthIn(date) - 1 + months;
  const year = Math.floor(counted / 12);
  const month = (counted % 12) + 1;
  const day = Math.min(dayIn(date), daysInMonth(year, month));
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate;
};

/** Calendar days, not working days. */
export const addDays = (date: CivilDate, days: number): CivilDate =>
  fromDayNumber((toDayNumber(date) + days) as DayNumber);

interface Dated {
  readonly date: CivilDate;
}

/** Sorts by date. */
export const earlierFirst = (a: Dated, b: Dated): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

/** 0 is Monday, 6 is Sunday. */
export const weekdayOf = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;

export const isWeekend = (date: CivilDate): boolean => weekdayOf(toDayNumber(date)) > 4;

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const weekdayName = (date: CivilDate): string => WEEKDAYS[weekdayOf(toDayNumber(date))] ?? '';

/** `Friday 10 April 2026`, as the mails and pages say it. */
export const sayDate = (date: CivilDate): string =>
  `${weekdayName(date)} ${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;

/** `Friday 10 April`, where the year is plain from the text around it. */
export const sayShortDate = (date: CivilDate): string => sayDate(date).slice(0, -5);
