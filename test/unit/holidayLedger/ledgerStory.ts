// A small ledger for tests: the official list of 2026 and 2027 in a few days, the library with one day more in it and
// a prediction for 2028; and whatever is added to it.

import { civilDate } from '../../../domain/calendar/civilDate';
import type { Instant } from '../../../domain/calendar/instant';
import type { FactDraft, Ledger, ListedBy, ReadFrom } from '../../../domain/holidayLedger/ledger';
import type { Reading } from '../../../domain/holidayLedger/reading';
import { london } from '../rapidReview/story';

export const LIBRARY: ReadFrom = { kind: 'library', version: 'date-holidays 0.0.0' };

export const listed = (
  date: string,
  title: string,
  source: ListedBy = { kind: 'govUk' },
  knownSince = '2025-01-10',
): FactDraft => ({
  kind: 'listed',
  date: civilDate(date),
  title,
  source,
  knownSince: civilDate(knownSince),
});
export const byHand = (date: string, title: string, knownSince = '2026-05-04'): FactDraft =>
  listed(date, title, { kind: 'person' }, knownSince);
export const withdrawn = (date: string): FactDraft => ({ kind: 'withdrawn', date: civilDate(date) });

const BEGAN = london('2026-01-05 09:00');

const SHIPPED: readonly FactDraft[] = [
  listed('2026-04-03', 'Good Friday'),
  listed('2026-12-25', 'Christmas Day'),
  listed('2027-01-01', 'New Year’s Day'),
  listed('2026-04-03', 'Good Friday', LIBRARY),
  listed('2026-05-25', 'Spring bank holiday', LIBRARY),
  listed('2026-12-25', 'Christmas Day', LIBRARY),
  listed('2027-01-01', 'New Year’s Day', LIBRARY),
  listed('2028-01-03', 'New Year’s Day (substitute)', LIBRARY),
];

/** What was added came a second apart, months after the ledger began. */
export const ledgerWith = (...added: readonly FactDraft[]): Ledger => {
  const later = london('2026-05-04 10:00');
  return [...SHIPPED, ...added].map((draft, index) => ({
    ...draft,
    number: index + 1,
    recordedBy:
      index < SHIPPED.length || ('source' in draft && draft.source.kind !== 'person') ? 'engine' : 'P-0001',
    recordedAt: (index < SHIPPED.length ? BEGAN : later + index * 1000) as Instant,
  }));
};

const readingOf = (source: ReadFrom): Reading => ({
  source,
  days: SHIPPED.flatMap((fact) =>
    fact.kind === 'listed' && fact.source.kind === source.kind
      ? [{ date: fact.date, title: fact.title }]
      : [],
  ),
});
export const OFFICIAL_READING = readingOf({ kind: 'govUk' });
export const LIBRARY_READING = readingOf(LIBRARY);
