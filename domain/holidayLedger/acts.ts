// What a person may do to the ledger of bank holidays: list a day, take one back, let the ledger stand where a list
// differs. Each act becomes a fact or is refused with what stands; nothing is overwritten, and no open case is touched.

import { isWeekend, sayDate, type CivilDate } from '../calendar/civilDate';
import { dayOffByRule, type DayOffByRule } from '../calendar/dayOffByRule';
import { dayInLedger, type DayInLedger } from './dayInLedger';
import { differences } from './differences';
import type { DayListed, FactDraft, Ledger, ReadKind } from './ledger';
import type { Reading } from './reading';

export type ActRejection =
  | {
      readonly code: 'HolidayOutsideLedger';
      readonly date: CivilDate;
      readonly from: CivilDate;
      readonly to: CivilDate;
    }
  | {
      readonly code: 'HolidayAlreadyStands';
      readonly date: CivilDate;
      /** The title that stands, and the one that was given. */
      readonly title: string;
      readonly given: string;
      /** Whose word it stands by. */
      readonly listing: DayListed;
    }
  | {
      readonly code: 'HolidayDoesNotStand';
      readonly date: CivilDate;
      readonly day: Extract<DayInLedger, { is: 'withdrawn' | 'unconfirmed' | 'unlisted' }>;
    }
  | {
      /** R2 names it by itself: no list makes it a working day, and nobody can. */
      readonly code: 'HolidayStandsByRule';
      readonly date: CivilDate;
      readonly day: DayOffByRule;
    }
  | { readonly code: 'NoSuchDifference'; readonly date: CivilDate; readonly against: ReadKind }
  | {
      /** Of a change that is brought to the cases; the ledger itself takes such a day, and notes it. */
      readonly code: 'HolidayOnWeekend';
      readonly date: CivilDate;
      readonly act: 'list' | 'withdraw';
    };
export type ActRejectionCode = ActRejection['code'];

export type ActDecision =
  | { readonly ok: true; readonly draft: FactDraft }
  | { readonly ok: false; readonly rejection: ActRejection };

const accept = (draft: FactDraft): ActDecision => ({ ok: true, draft });
const refuse = (rejection: ActRejection): ActDecision => ({ ok: false, rejection });

/** A predicted day may be listed: it then stands by a person's word. So may one that was withdrawn. */
export const listHoliday = (
  ledger: Ledger,
  { date, title }: { readonly date: CivilDate; readonly title: string },
  today: CivilDate,
): ActDecision => {
  const day = dayInLedger(ledger, date);
  switch (day.is) {
    case 'beyond':
      return refuse({ code: 'HolidayOutsideLedger', date, from: day.from, to: day.to });
    case 'holiday': {
      const { holiday, listing } = day;
      return refuse({ code: 'HolidayAlreadyStands', date, title: holiday.title, given: title, listing });
    }
    case 'predicted':
    case 'unconfirmed':
    case 'withdrawn':
    case 'unlisted':
      return accept({ kind: 'listed', date, title, source: { kind: 'person' }, knownSince: today });
  }
};

/**
 * A day that is only predicted may be taken back as well. Christmas Day and Good Friday may not (R2), but to be listed again at
 * once under their right title.
 */
export const withdrawHoliday = (
  ledger: Ledger,
  date: CivilDate,
  then: 'gone' | 'listedAgain' = 'gone',
): ActDecision => {
  const day = dayInLedger(ledger, date);
  const byRule = dayOffByRule(date);
  switch (day.is) {
    case 'beyond':
      return refuse({ code: 'HolidayOutsideLedger', date, from: day.from, to: day.to });
    case 'holiday':
    case 'predicted':
      return byRule !== undefined && then === 'gone'
        ? refuse({ code: 'HolidayStandsByRule', date, day: byRule })
        : accept({ kind: 'withdrawn', date });
    case 'unconfirmed':
    case 'withdrawn':
    case 'unlisted':
      return refuse({ code: 'HolidayDoesNotStand', date, day });
  }
};

/** `readings` are the last ones that were taken, one a source. */
export const keepDifference = (
  ledger: Ledger,
  readings: readonly Reading[],
  { date, against }: { readonly date: CivilDate; readonly against: ReadKind },
): ActDecision => {
  const differs = readings
    .filter(({ source }) => source.kind === against)
    .flatMap((reading) => differences(ledger, reading))
    .some((difference) => difference.date === date);
  return differs
    ? accept({ kind: 'kept', date, against })
    : refuse({ code: 'NoSuchDifference', date, against });
};

/** The same act as a part of a change for the cases: of a day that no case counts anyway there is nothing to bring them. */
export const onWorkingDay = (decision: ActDecision): ActDecision => {
  if (!decision.ok || !isWeekend(decision.draft.date)) return decision;
  const { kind, date } = decision.draft;
  return refuse({ code: 'HolidayOnWeekend', date, act: kind === 'withdrawn' ? 'withdraw' : 'list' });
};

/** What somebody who changes a day should know of it: that it changes nothing, or that it is past. */
export const notesOnDay = (date: CivilDate, today: CivilDate): readonly string[] => [
  ...(isWeekend(date) ? [`${sayDate(date)} is not a working day anyway: it changes nothing.`] : []),
  ...(date < today
    ? [`${sayDate(date)} is past: obligations that are met keep the dates they were met under (R8).`]
    : []),
];

/** What whoever did it should know, a sentence each. `today` is the London day of the act. */
export const notesOn = (
  { kind, date }: Pick<FactDraft, 'kind' | 'date'>,
  today: CivilDate,
): readonly string[] =>
  kind === 'kept'
    ? ['The calendar stays as it is; the difference is no longer shown as open.']
    : [
        ...notesOnDay(date, today),
        'Cases that are open keep counting with the calendar they have until the change is accepted for them (POST /calendar-changes).',
      ];
