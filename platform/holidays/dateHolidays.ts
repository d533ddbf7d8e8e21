// The public holidays of England and Wales by the `date-holidays` library, which is imported here and nowhere
// else. It works by rule, is wrong for spring 2012 and late for every proclaimed day: it is a second opinion, and
// predicts years that the official list does not know yet. It lists a holiday on a weekend beside its substitute.

import Holidays from 'date-holidays';
import { version } from 'date-holidays/package.json';
import { civilDate, earlierFirst } from '../../domain/calendar/civilDate';
import type { ListedBy } from '../../domain/holidayLedger/ledger';
import type { ListedDay, Reading } from '../../domain/holidayLedger/reading';

export interface LibraryReading extends Reading {
  readonly source: Extract<ListedBy, { kind: 'library' }>;
}

/** Days of kind `public` alone: Mother's Day is no bank holiday. One a date, in order. */
export const readLibrary = (firstYear: number, lastYear: number): LibraryReading => {
  // Asked for these alone, it works out no other: a fifth of the time, at every start.
  const source = new Holidays('GB', 'ENG', { types: ['public'] });
  const byDate = new Map<string, ListedDay>();
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const { date, name } of source.getHolidays(year)) {
      const day = date.slice(0, 10);
      if (!byDate.has(day)) byDate.set(day, { date: civilDate(day), title: name });
    }
  }
  return {
    source: { kind: 'library', version: `date-holidays ${version}` },
    days: [...byDate.values()].sort(earlierFirst),
  };
};
