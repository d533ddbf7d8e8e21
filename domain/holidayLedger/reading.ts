// What one reading of a source adds to the ledger, and when a reading is not to be believed. A reading is merged,
// never put in the ledger's place: a day that it lacks is not withdrawn by that (see `differences.ts`).

import { yearIn, type CivilDate } from '../calendar/civilDate';
import type { FactDraft, Ledger, ReadFrom } from './ledger';
import { listingsThatStand } from './standing';

export interface ListedDay {
  readonly date: CivilDate;
  readonly title: string;
}

/** One answer of a source: the whole list, as it stood then. */
export interface Reading {
  readonly source: ReadFrom;
  readonly days: readonly ListedDay[];
}

/** Why there is nothing to read. */
export type FeedFault =
  | { readonly fault: 'unreachable' }
  | { readonly fault: 'tooSlow'; readonly limitMs: number }
  | { readonly fault: 'badStatus'; readonly status: number }
  | { readonly fault: 'tooLarge'; readonly limitBytes: number }
  | { readonly fault: 'notJson' }
  | { readonly fault: 'notTheExpectedShape'; readonly at: string };

/** Why a reading is not taken. Nothing of it then enters the ledger. */
export type ReadingFault =
  | { readonly fault: 'empty' }
  | { readonly fault: 'dayTwice'; readonly date: CivilDate }
  | { readonly fault: 'yearIncomplete'; readonly year: number; readonly days: number }
  | { readonly fault: 'yearMissing'; readonly year: number }
  | { readonly fault: 'doesNotCoverToday'; readonly lastYear: number }
  | { readonly fault: 'tooManyDays'; readonly year: number; readonly days: number }
  | { readonly fault: 'shrunken'; readonly missing: readonly CivilDate[] };

/** England and Wales have had eight in every year since 1978; a proclamation adds one or two. */
const FEWEST_A_YEAR = 8;
const MOST_A_YEAR = 14;
/** One or two days ahead may be moved or taken back; more than that missing at once is a broken list. */
const MOST_TAKEN_BACK = 2;

/** Days of that source ahead of `today` that stand in the ledger and are not in the reading. */
const missingAhead = (ledger: Ledger, reading: Reading, today: CivilDate): readonly CivilDate[] => {
  const listed = new Set(reading.days.map(({ date }) => date));
  return [...Map.groupBy(ledger, ({ date }) => date)].flatMap(([date, facts]) => {
    const has = listingsThatStand(facts).some(({ source }) => source.kind === reading.source.kind);
    return has && date >= today && !listed.has(date) ? [date] : [];
  });
};

/** Past years may leave a list, as they have left that of GOV.UK; what lies ahead may not. */
export const faultOf = (ledger: Ledger, reading: Reading, today: CivilDate): ReadingFault | undefined => {
  const { days } = reading;
  if (days.length === 0) return { fault: 'empty' };
  const twice = days.find(({ date }, index) => days.findIndex((day) => day.date === date) !== index);
  if (twice !== undefined) return { fault: 'dayTwice', date: twice.date };
  const perYear = Map.groupBy(days, ({ date }) => yearIn(date));
  const years = [...perYear.keys()].sort((a, b) => a - b);
  for (const [index, year] of years.entries()) {
    const count = perYear.get(year)?.length ?? 0;
    if (count < FEWEST_A_YEAR) return { fault: 'yearIncomplete', year, days: count };
    if (count > MOST_A_YEAR) return { fault: 'tooManyDays', year, days: count };
    const before = years[index - 1];
    if (before !== undefined && year !== before + 1) return { fault: 'yearMissing', year: before + 1 };
  }
  const lastYear = years.at(-1) ?? 0;
  if (lastYear < yearIn(today)) return { fault: 'doesNotCoverToday', lastYear };
  const missing = missingAhead(ledger, reading, today);
  return missing.length > MOST_TAKEN_BACK ? { fault: 'shrunken', missing } : undefined;
};

/** Days that the source did not have before. What a person has withdrawn stays so until a person lists it again. */
export const newDays = (
  ledger: Ledger,
  reading: Reading,
  knownSince: (day: ListedDay) => CivilDate,
): readonly FactDraft[] => {
  const facts = Map.groupBy(ledger, ({ date }) => date);
  return reading.days
    .filter(
      ({ date }) =>
        !(facts.get(date) ?? []).some(
          (fact) =>
            fact.kind === 'withdrawn' || (fact.kind === 'listed' && fact.source.kind === reading.source.kind),
        ),
    )
    .map((day): FactDraft => ({
      kind: 'listed',
      date: day.date,
      title: day.title,
      source: reading.source,
      knownSince: knownSince(day),
    }));
};
