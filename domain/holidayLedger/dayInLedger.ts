// Whether one day counts as a holiday, and by which fact: for somebody who asks about that day, or is about to change
// it. Which days stand is decided in `standing.ts`; how it is said is not decided here.

import type { Holiday } from '../calendar/calendarSnapshot';
import type { CivilDate } from '../calendar/civilDate';
import type { DayListed, DayWithdrawn, Ledger } from './ledger';
import { factsOf, listingsThatStand, standing } from './standing';

export type DayInLedger =
  /** It stands. `listing` is whose word it stands by: the first that has it. */
  | { readonly is: 'holiday'; readonly holiday: Holiday; readonly listing: DayListed }
  /** The library alone has it, in a year that the official list does not know yet: it counts, provisionally. */
  | { readonly is: 'predicted'; readonly holiday: Holiday; readonly listing: DayListed }
  | { readonly is: 'withdrawn'; readonly withdrawal: DayWithdrawn }
  /** The library alone has it, in a year of the official list, which decides. */
  | { readonly is: 'unconfirmed'; readonly listing: DayListed }
  | { readonly is: 'unlisted' }
  | { readonly is: 'beyond'; readonly from: CivilDate; readonly to: CivilDate };

/** Throws where the official list was never read, as `standing` does. */
export const dayInLedger = (ledger: Ledger, date: CivilDate): DayInLedger => {
  const { covers, holidays } = standing(ledger);
  if (date < covers.from || date > covers.to) return { is: 'beyond', ...covers };
  const facts = factsOf(ledger, date);
  const listings = listingsThatStand(facts);
  const decisive = listings.find(({ source }) => source.kind !== 'library');
  const holiday = holidays.find((one) => one.date === date);
  const [first] = listings;
  if (holiday !== undefined && decisive !== undefined) {
    return { is: 'holiday', holiday, listing: decisive };
  }
  if (holiday !== undefined && first !== undefined) return { is: 'predicted', holiday, listing: first };
  if (first !== undefined) return { is: 'unconfirmed', listing: first };
  const withdrawal = facts.findLast((fact) => fact.kind === 'withdrawn');
  return withdrawal === undefined ? { is: 'unlisted' } : { is: 'withdrawn', withdrawal };
};
