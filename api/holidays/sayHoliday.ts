// The ledger of bank holidays in words: where a day is from, why it counts or not, what a fact records, how a reading
// went. It decides nothing: `domain/holidayLedger` has.

import { capital } from '../chronology/sayings';
import type { Holiday } from '../../domain/calendar/calendarSnapshot';
import { isWeekend, sayDate, weekdayName, type CivilDate } from '../../domain/calendar/civilDate';
import type { DayInLedger } from '../../domain/holidayLedger/dayInLedger';
import type { Difference } from '../../domain/holidayLedger/differences';
import type { LedgerFact } from '../../domain/holidayLedger/ledger';
import { sayFault } from '../../platform/holidays/readingFaults';
import type { ReadingRow } from '../../records/records';
import { sayInstant, SOURCE_WORDS } from '../problems/saying';

const FROM = {
  govUk: 'on the list of GOV.UK',
  person: 'listed by hand',
  library: 'predicted by the date-holidays library and not on the official list yet',
  whatIf: 'supposed',
} as const satisfies Record<Holiday['source'], string>;

const sayFrom = ({ source, knownSince }: Holiday): string =>
  `${FROM[source]}, known since ${sayDate(knownSince)}`;

const onWeekend = (date: CivilDate): string =>
  isWeekend(date) ? ` It is a ${weekdayName(date)}, so it changes nothing.` : '';

export const sayHoliday = (holiday: Holiday): string =>
  `${capital(sayFrom(holiday))}.${onWeekend(holiday.date)}`;

/** As a sentence of its own; of a day that the ledger covers. */
export const sayDay = (date: CivilDate, day: Exclude<DayInLedger, { is: 'beyond' }>): string => {
  const otherwise = isWeekend(date) ? `a ${weekdayName(date)}, no working day` : 'a working day';
  switch (day.is) {
    case 'holiday':
    case 'predicted':
      return `A bank holiday: ${sayFrom(day.holiday)}.${onWeekend(date)}`;
    case 'withdrawn':
      return `Withdrawn by a person on ${sayInstant(day.withdrawal.recordedAt)}: ${otherwise}.`;
    case 'unconfirmed':
      return `Only the date-holidays library has it; the official list covers that year and does not: ${otherwise}.`;
    case 'unlisted':
      return `On no list: ${otherwise}.`;
  }
};

export const sayFact = (fact: LedgerFact): string => {
  switch (fact.kind) {
    case 'listed': {
      const { source, title } = fact;
      if (source.kind === 'person') return `Listed by hand as "${title}".`;
      const version = source.kind === 'library' ? ` (${source.version})` : '';
      return `${capital(SOURCE_WORDS[source.kind])}${version} has it as "${title}".`;
    }
    case 'withdrawn':
      return 'Withdrawn: it no longer counts as a holiday.';
    case 'kept':
      return `The difference with ${SOURCE_WORDS[fact.against]} was looked at, and the ledger kept as it is.`;
  }
};

export const sayDifference = ({ against, kind }: Difference): string =>
  kind === 'notInSource'
    ? `It counts here, but ${SOURCE_WORDS[against]} does not have it.`
    : `${capital(SOURCE_WORDS[against])} has it, but it does not count here.`;

export const sayReading = ({ fault, days, added }: ReadingRow): string => {
  if (fault !== undefined) return `${sayFault(fault.fault)} Nothing was changed.`;
  return added.length === 0
    ? `It listed ${days.length} days, all of them known.`
    : `It listed ${days.length} days, ${added.length} of them new.`;
};
