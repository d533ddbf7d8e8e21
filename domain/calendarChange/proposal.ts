// A change of the bank holidays that somebody asks about, on top of what the ledger holds: days to list and days to take
// back. Each is one of the ledger's own acts, refused as they are, and refused on a weekend. Nothing is recorded here.

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import {
  listHoliday,
  onWorkingDay,
  withdrawHoliday,
  type ActDecision,
  type ActRejection,
} from '../holidayLedger/acts';
import type { FactDraft, Ledger } from '../holidayLedger/ledger';

export interface ChangeAsked {
  readonly list: readonly { readonly date: CivilDate; readonly title: string }[];
  readonly withdraw: readonly CivilDate[];
}

/** Which of the days asked for is wrong. */
export interface WhereAsked {
  readonly of: 'list' | 'withdraw';
  readonly index: number;
}

export type Proposal =
  | {
      readonly ok: true;
      readonly drafts: readonly FactDraft[];
      /** With the drafts as if they were recorded. */
      readonly ledger: Ledger;
    }
  | { readonly ok: false; readonly rejection: ActRejection; readonly where: WhereAsked };

interface Asked {
  readonly where: WhereAsked;
  readonly decide: (ledger: Ledger) => ActDecision;
}

/** What is taken back comes first: a day may be moved, or its title put right, in one change. */
export const propose = (
  ledger: Ledger,
  { list, withdraw }: ChangeAsked,
  today: CivilDate,
  at: Instant,
): Proposal => {
  const acts: readonly Asked[] = [
    ...withdraw.map((date, index): Asked => ({
      where: { of: 'withdraw', index },
      decide: (known) => withdrawHoliday(known, date),
    })),
    ...list.map((day, index): Asked => ({
      where: { of: 'list', index },
      decide: (known) => listHoliday(known, day, today),
    })),
  ];
  const drafts: FactDraft[] = [];
  let known = ledger;
  for (const { where, decide } of acts) {
    const decision = onWorkingDay(decide(known));
    if (!decision.ok) return { ok: false, rejection: decision.rejection, where };
    drafts.push(decision.draft);
    known = [
      ...known,
      { ...decision.draft, number: known.length + 1, recordedAt: at, recordedBy: 'proposal' },
    ];
  }
  return { ok: true, drafts, ledger: known };
};
