// The lists of holidays that come with this version, and the calendar that they make where nobody has recorded anything of
// their own. Which of their days stand is decided by the ledger (`domain/holidayLedger`), not here.

import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import { yearIn, type CivilDate } from '../../domain/calendar/civilDate';
import { instant, type Instant } from '../../domain/calendar/instant';
import type { Ledger } from '../../domain/holidayLedger/ledger';
import { newDays, type ListedDay, type Reading } from '../../domain/holidayLedger/reading';
import { standing } from '../../domain/holidayLedger/standing';
import { readLibrary } from './dateHolidays';
import { shippedGovUkList } from './govUkList';
import { snapshotOf } from './snapshot';

/** Through which year days are predicted, so that counting never stops at new year for want of a list. */
const yearsToPredict = (lastOfficialYear: number, thisYear: number): number =>
  Math.max(lastOfficialYear, thisYear + 1);

export interface ShippedList {
  readonly name: string;
  readonly reading: Reading;
  readonly readAt: Instant;
  readonly knownSince: (day: ListedDay) => CivilDate;
}

/**
 * The lists that come with this version: the official one as of its revision; and the library's word on the same
 * years, and on the next year where the official list ends before it.
 */
export const shippedLists = (today: CivilDate, now: Instant): readonly ShippedList[] => {
  const official = shippedGovUkList();
  const { firstListed, revision } = official;
  const years = official.days.map(({ date }) => yearIn(date));
  const lastYear = yearsToPredict(Math.max(...years), yearIn(today));
  const library = readLibrary(Math.min(...years), lastYear);
  return [
    {
      name: `gov.uk as of ${revision}`,
      reading: official,
      readAt: instant(Date.parse(revision)),
      knownSince: ({ date }) => firstListed.get(date) ?? revision,
    },
    { name: library.source.version, reading: library, readAt: now, knownSince: () => today },
  ];
};

/** The ledger of a partnership that has recorded nothing of its own: what the commands count with. */
const shippedLedger = (today: CivilDate): Ledger => {
  const at = instant(Date.parse(today));
  const facts = shippedLists(today, at).flatMap(({ reading, knownSince }) =>
    newDays([], reading, knownSince),
  );
  return facts.map((fact, index) => ({ ...fact, number: index + 1, recordedAt: at, recordedBy: 'engine' }));
};

/** Without a day: what the shipped official list alone covers. */
export const shippedSnapshot = (today: CivilDate = shippedGovUkList().revision): CalendarSnapshot =>
  snapshotOf(standing(shippedLedger(today)));
