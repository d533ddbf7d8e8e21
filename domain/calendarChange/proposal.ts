// A change of the bank holidays that somebody asks about, on top of what the ledger holds: days to list and days to take
// back. Each is one of the ledger's own acts, refused as they are, and refused on a weekend or where the day is named again.
// Nothing is recorded here.

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import {
  listHoliday,
  onWorkingDay,
  withdrawHoliday,
  type ActDecision,
  type ActRejection,
} from '../holidayLedger/acts';
import { dayInLedger } from '../holidayLedger/dayInLedger';
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

export interface DayNamedTwice {
  readonly code: 'DayNamedTwice';
  readonly date: CivilDate;
  /** `both`: to be listed and to be taken back. */
  readonly among: 'list' | 'withdraw' | 'both';
}

export type Proposal =
  | {
      readonly ok: true;
      readonly drafts: readonly FactDraft[];
      /** With the drafts as if they were recorded. */
      readonly ledger: Ledger;
    }
  | { readonly ok: false; readonly rejection: ActRejection | DayNamedTwice; readonly where: WhereAsked };

interface Asked {
  readonly where: WhereAsked;
  readonly decide: (ledger: Ledger) => ActDecision;
}

const firstAgain = (dates: readonly CivilDate[]): number =>
  dates.findIndex((date, index) => dates.indexOf(date) < index);

/** A day that stands under another title is in both, to put its title right. */
const namedTwice = (
  ledger: Ledger,
  { list, withdraw }: ChangeAsked,
): Extract<Proposal, { readonly ok: false }> | undefined => {
  const refused = (date: CivilDate, among: DayNamedTwice['among'], where: WhereAsked) =>
    ({ ok: false, rejection: { code: 'DayNamedTwice', date, among }, where }) as const;
  const dates = list.map(({ date }) => date);
  for (const [of, named] of [
    ['list', dates],
    ['withdraw', withdraw],
  ] as const) {
    const index = firstAgain(named);
    const date = named[index];
    if (date !== undefined) return refused(date, of, { of, index });
  }
  const setsTitle = ({ date, title }: ChangeAsked['list'][number]): boolean => {
    const day = dayInLedger(ledger, date);
    return day.is === 'holiday' && day.holiday.title !== title;
  };
  const index = list.findIndex((day) => withdraw.includes(day.date) && !setsTitle(day));
  const date = dates[index];
  return date === undefined ? undefined : refused(date, 'both', { of: 'list', index });
};

/** What is taken back comes first: a day may be moved, or its title put right, in one change. */
export const propose = (ledger: Ledger, asked: ChangeAsked, today: CivilDate, at: Instant): Proposal => {
  const twice = namedTwice(ledger, asked);
  if (twice !== undefined) return twice;
  const { list, withdraw } = asked;
  const listedAgain = new Set(list.map(({ date }) => date));
  const acts: readonly Asked[] = [
    ...withdraw.map((date, index): Asked => ({
      where: { of: 'withdraw', index },
      decide: (known) => withdrawHoliday(known, date, listedAgain.has(date) ? 'listedAgain' : 'gone'),
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
