// The days that are no working days by the rule itself, whatever a list of bank holidays says (R2): Christmas Day and Good Friday.

import { addDays, civilDate, type CivilDate } from './civilDate';

/** Gregorian, by the anonymous computus, as Jean Meeus gives it in "Astronomical Algorithms", chapter 8. */
const easterSunday = (year: number): CivilDate => {
  const ofCycle = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const corrected = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * ofCycle + century - Math.floor(century / 4) - corrected + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((ofCycle + 11 * epact + 22 * weekday) / 451);
  const afterMarch = epact + weekday - 7 * late + 114;
  const [month, day] = [Math.floor(afterMarch / 31), (afterMarch % 31) + 1];
  return civilDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
};

export type AlwaysOff = 'Christmas Day' | 'Good Friday';

/** Which of the two that day is; nothing for any other. */
export const alwaysOff = (date: CivilDate): AlwaysOff | undefined => {
  if (date.endsWith('-12-25')) return 'Christmas Day';
  return addDays(date, 2) === easterSunday(Number(date.slice(0, 4))) ? 'Good Friday' : undefined;
};
