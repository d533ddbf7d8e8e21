// The two days that R2 names by themselves: Christmas Day and Good Friday are never working days, whatever a list of bank
// holidays says. The other bank holidays stand by the lists and by what people record (`holidayLedger`).

import { addDays, civilDate, isWeekend, yearIn, type CivilDate } from './civilDate';

export type DayOffByRule = 'christmasDay' | 'goodFriday';

/** The Anonymous Gregorian computus (Meeus, Jones and Butcher): any year of the Gregorian calendar, without a table. */
export const easterSunday = (year: number): CivilDate => {
  const whole = Math.floor;
  const golden = year % 19;
  const century = whole(year / 100);
  const moved = century - whole(century / 4) - whole((century - whole((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + moved + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * whole((year % 100) / 4) - epact - (year % 4)) % 7;
  const late = whole((golden + 11 * epact + 22 * toSunday) / 451);
  const fromMarch = epact + toSunday - 7 * late + 21;
  return addDays(civilDate(`${String(year).padStart(4, '0')}-03-01`), fromMarch);
};

/** Nothing for a Christmas Day on a weekend: that is not a working day anyway, and what counts is its substitute. */
export const dayOffByRule = (date: CivilDate): DayOffByRule | undefined => {
  if (date.slice(5) === '12-25') return isWeekend(date) ? undefined : 'christmasDay';
  return date === addDays(easterSunday(yearIn(date)), -2) ? 'goodFriday' : undefined;
};
