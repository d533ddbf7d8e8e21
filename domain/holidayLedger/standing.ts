// What the ledger says today: which days stand, by whose word, and how far the official list reaches. The list of
// GOV.UK and people decide; the library only fills the years that the official list does not know yet.

import { civilDate, earlierFirst, yearIn, type CivilDate } from '../calendar/civilDate';
import type { Holiday } from '../calendar/calendarSnapshot';
import type { DayListed, Ledger, LedgerFact, ListKind } from './ledger';

/** Facts of each date, in order. */
const byDate = (ledger: Ledger): ReadonlyMap<CivilDate, readonly LedgerFact[]> =>
  Map.groupBy(ledger, ({ date }) => date);

/** The listings of one date that no withdrawal has undone, in the order in which they were recorded. */
export const listingsThatStand = (factsOfDate: readonly LedgerFact[]): readonly DayListed[] => {
  const withdrawn = factsOfDate.findLastIndex(({ kind }) => kind === 'withdrawn');
  return factsOfDate.slice(withdrawn + 1).filter((fact) => fact.kind === 'listed');
};

export const factsOf = (ledger: Ledger, date: CivilDate): readonly LedgerFact[] =>
  ledger.filter((fact) => fact.date === date);

/** By whose word a day is a holiday: whoever had it first; its title is the official one where there is one. */
const holidayOf = (listings: readonly DayListed[]): Holiday | undefined => {
  const [first] = listings;
  if (first === undefined) return undefined;
  const official = listings.find(({ source }) => source.kind === 'govUk');
  return {
    date: first.date,
    title: (official ?? first).title,
    source: first.source.kind,
    knownSince: first.knownSince,
  };
};

/** The years in which that source has listed days, in order. */
const yearsListedBy = (ledger: Ledger, kind: ListKind): readonly number[] =>
  [
    ...new Set(
      ledger.flatMap((fact) =>
        fact.kind === 'listed' && fact.source.kind === kind ? [yearIn(fact.date)] : [],
      ),
    ),
  ].sort((a, b) => a - b);

export interface Standing {
  readonly covers: { readonly from: CivilDate; readonly to: CivilDate };
  readonly confirmedTo: CivilDate;
  /** In order of date. */
  readonly holidays: readonly Holiday[];
}

/**
 * The days that count as holidays. Covered are the years of the official list and, right after it, those that the
 * library predicts. Throws where the official list was never read.
 */
export const standing = (ledger: Ledger): Standing => {
  const official = yearsListedBy(ledger, 'govUk');
  const [firstYear] = official;
  const confirmedYear = official.at(-1);
  if (firstYear === undefined || confirmedYear === undefined) {
    throw new Error('the ledger holds no day of the official list');
  }
  let lastYear = confirmedYear;
  for (const year of yearsListedBy(ledger, 'library')) if (year === lastYear + 1) lastYear = year;
  const confirmedTo = civilDate(`${confirmedYear}-12-31`);
  const holidays = [...byDate(ledger)].flatMap(([date, facts]) => {
    const decides = listingsThatStand(facts).filter(({ source }) => source.kind !== 'library');
    const predicted = date > confirmedTo ? listingsThatStand(facts) : [];
    return holidayOf(decides.length > 0 ? decides : predicted) ?? [];
  });
  const covers = { from: civilDate(`${firstYear}-01-01`), to: civilDate(`${lastYear}-12-31`) };
  return {
    covers,
    confirmedTo,
    holidays: holidays.filter(({ date }) => date >= covers.from && date <= covers.to).sort(earlierFirst),
  };
};
