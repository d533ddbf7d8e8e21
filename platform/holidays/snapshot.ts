// A calendar snapshot from the days that stand: the clock changes in the span, and a version that is a hash of the
// content. Which holidays there are is decided by the ledger (`domain/holidayLedger`), not here.

import { createHash } from 'node:crypto';
import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { CivilDate } from '../../domain/calendar/civilDate';
import { instant } from '../../domain/calendar/instant';
import type { FactDraft, Ledger } from '../../domain/holidayLedger/ledger';
import { newDays } from '../../domain/holidayLedger/reading';
import { standing, type Standing } from '../../domain/holidayLedger/standing';
import { readLibrary } from './dateHolidays';
import { shippedGovUkList } from './govUkList';
import { londonOffsets } from './londonOffsets';

const DAY = 86_400_000;

export const snapshotOf = ({ covers, confirmedTo, holidays }: Standing): CalendarSnapshot => {
  const content = {
    division: 'england-and-wales' as const,
    covers,
    confirmedTo,
    holidays: holidays.map(({ date, title, source, knownSince }) => ({ date, title, source, knownSince })),
    londonOffsets: londonOffsets(Date.parse(covers.from) - DAY, Date.parse(covers.to) + 2 * DAY),
  };
  const version = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
  return { ...content, version };
};

/** Through which year days are predicted, so that counting never stops at new year for want of a list. */
const yearsToPredict = (lastOfficialYear: number, thisYear: number): number =>
  Math.max(lastOfficialYear, thisYear + 1);

/**
 * What the lists that come with this version say and no ledger before it has said: the official list as of its
 * revision; and the library's word on the same years, and on the next year where the official list ends before it.
 */
export const shippedFacts = (ledger: Ledger, today: CivilDate): readonly FactDraft[] => {
  const official = shippedGovUkList();
  const { firstListed, revision } = official;
  const years = official.days.map(({ date }) => Number(date.slice(0, 4)));
  const lastYear = yearsToPredict(Math.max(...years), Number(today.slice(0, 4)));
  return [
    ...newDays(ledger, official, ({ date }) => firstListed.get(date) ?? revision),
    ...newDays(ledger, readLibrary(Math.min(...years), lastYear), () => today),
  ];
};

/** The ledger of a partnership that has recorded nothing of its own: what the commands count with. */
export const shippedLedger = (today: CivilDate = shippedGovUkList().revision): Ledger =>
  shippedFacts([], today).map((fact, index) => ({
    ...fact,
    number: index + 1,
    recordedAt: instant(Date.parse(today)),
    recordedBy: 'engine',
  }));

/** Without a day: what the shipped official list alone covers. */
export const shippedSnapshot = (today?: CivilDate): CalendarSnapshot =>
  snapshotOf(standing(shippedLedger(today)));
