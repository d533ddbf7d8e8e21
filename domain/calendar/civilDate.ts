// A day on the wall calendar, `YYYY-MM-DD`, without hour or zone, and the integer day numbers that all
// arithmetic runs on (day 0 is 1 January 1970). Proleptic Gregorian, years 0001 to 9999.

export type CivilDate = string & { readonly __brand: 'CivilDate' };
/** Days since 1 January 1970. */
export type DayNumber = number & { readonly __brand: 'DayNumber' };

// Days from civil, after Howard Hinnant's public-domain description: March-based years make leap days last.
const numberOf = (year: number, month: number, day: number): number => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
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

/** The digits from `at` on as a number; something that is no number of that width where they are not all digits. */
const digits = (text: string, at: number, width: number): number => {
  let value = 0;
  for (let index = at; index < at + width; index += 1) {
    const digit = text.charCodeAt(index) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
};

export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

/** The date as written, or nothing when there is no such day (30 February, 2026-1-5). */
export const parseCivilDate = (text: string): CivilDate | undefined => {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  // Not a number is never within bounds.
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? (text as CivilDate) : undefined;
};

/** The date as written; throws where it does not exist. For literals and data already checked. */
export const civilDate = (text: string): CivilDate => {
  const date = parseCivilDate(text);
  if (date === undefined)
    throw new RangeError(`"${text}" is not a date: YYYY-MM-DD of a day that exists is expected`);
  return date;
};

export const toDayNumber = (date: CivilDate): DayNumber =>
  numberOf(digits(date, 0, 4), digits(date, 5, 2), digits(date, 8, 2)) as DayNumber;

/**
 * The corresponding date so many months on; where that month is too short, its last day (31 August and 6 months is
 * 28 or 29 February). For "six months" and "one year".
 */
export const addMonths = (date: CivilDate, months: number): CivilDate => {
  const counted = digits(date, 0, 4) * 12 + digits(date, 5, 2) - 1 + months;
  const year = Math.floor(counted / 12);
  const month = (counted % 12) + 1;
  const day = Math.min(digits(date, 8, 2), daysInMonth(year, month));
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate;
};

/** Calendar days, not working days. */
export const addDays = (date: CivilDate, days: number): CivilDate =>
  fromDayNumber((toDayNumber(date) + days) as DayNumber);

/** 0 is Monday, 6 is Sunday. */
export const weekdayOf = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;

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
