// A day on the wall calendar, `YYYY-MM-DD`, without hour or zone, and the integer day numbers that all
// arithmetic runs on (day 0 is 1 January 1970). Proleptic Gregorian, years 0001 to 9999.

export type CivilDate = string & { readonly __brand: 'CivilDate' };
/** Days since 1 January 1970. */
export type DayNumber = number & { readonly __brand: 'DayNumber' };

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

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

/** The date as written, or nothing when there is no such day (30 February, 2026-1-5). */
export const parseCivilDate = (text: string): CivilDate | undefined => {
  const parts = FORM.exec(text);
  if (parts === null || text.startsWith('0000')) return undefined;
  const number = numberOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) as DayNumber;
  return fromDayNumber(number) === text ? (text as CivilDate) : undefined;
};

/** The date as written; throws where it does not exist. For literals and data already checked. */
export const civilDate = (text: string): CivilDate => {
  const date = parseCivilDate(text);
  if (date === undefined)
    throw new RangeError(`"${text}" is not a date: YYYY-MM-DD of a day that exists is expected`);
  return date;
};

export const toDayNumber = (date: CivilDate): DayNumber =>
  numberOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))) as DayNumber;

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
