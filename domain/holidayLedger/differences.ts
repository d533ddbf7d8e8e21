// Where the ledger and the last reading of a source do not agree: shown to people until one of them settles it, by
// withdrawing the day, by listing it, or by keeping the ledger as it is. A source never settles it by itself.

import { earlierFirst, isWeekend, type CivilDate } from '../calendar/civilDate';
import type { Ledger, LedgerFact, ReadKind } from './ledger';
import type { Reading } from './reading';
import { standing } from './standing';

export interface Difference {
  readonly date: CivilDate;
  readonly title: string;
  readonly against: ReadKind;
  /** `notInSource`: it stands here and the source lacks it. `onlyInSource`: the source has it and it does not stand. */
  readonly kind: 'notInSource' | 'onlyInSource';
}

/** Kept since anything else was last said about the day. */
const isKept = (facts: readonly LedgerFact[], against: ReadKind): boolean => {
  const kept = facts.findLastIndex((fact) => fact.kind === 'kept' && fact.against === against);
  return kept >= 0 && facts.slice(kept + 1).every(({ kind }) => kind === 'kept');
};

/**
 * Differences within the years that both know, in order of date. A holiday on a weekend changes nothing: the library
 * lists it beside its substitute, and that is no difference.
 */
export const differences = (ledger: Ledger, { source, days }: Reading): readonly Difference[] => {
  const against = source.kind;
  const facts = Map.groupBy(ledger, ({ date }) => date);
  const { holidays, confirmedTo, covers } = standing(ledger);
  const stands = new Map(holidays.map((holiday) => [holiday.date, holiday]));
  const listed = new Map(days.map((day) => [day.date, day]));
  const first = [...listed.keys()].sort()[0]?.slice(0, 4) ?? '9999';
  const inBoth = (date: CivilDate): boolean =>
    date >= covers.from && date <= confirmedTo && date.slice(0, 4) >= first && !isWeekend(date);
  const notInSource = holidays
    .filter(({ date }) => inBoth(date) && !listed.has(date))
    .map(({ date, title }): Difference => ({ date, title, against, kind: 'notInSource' }));
  const onlyInSource = days
    .filter(({ date }) => inBoth(date) && !stands.has(date))
    .map(({ date, title }): Difference => ({ date, title, against, kind: 'onlyInSource' }));
  return [...notInSource, ...onlyInSource]
    .filter(({ date }) => !isKept(facts.get(date) ?? [], against))
    .sort(earlierFirst);
};
