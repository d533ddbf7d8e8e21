// The ledger of bank holidays as the API shows it. Who recorded a fact, and what they wrote with it, only to those
// whose role includes that.

import type { FastifyRequest } from 'fastify';
import type { Holiday } from '../../domain/calendar/calendarSnapshot';
import { earlierFirst, isWeekend, weekdayName, type CivilDate } from '../../domain/calendar/civilDate';
import { formatInstant } from '../../domain/calendar/instant';
import type { DayInLedger } from '../../domain/holidayLedger/dayInLedger';
import { differences, type Difference } from '../../domain/holidayLedger/differences';
import type { Ledger, LedgerFact, ListKind } from '../../domain/holidayLedger/ledger';
import type { Reading } from '../../domain/holidayLedger/reading';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { ReadingRow, Records } from '../../records/records';
import { mayAlso } from '../permissions/guard';
import type { DifferenceView, FactView, HolidayDayView, HolidayView, ReadingView } from './holidaySchemas';
import { sayDay, sayDifference, sayFact, sayHoliday, sayReading } from './sayHoliday';

/** The name of a person by their code; what was read from a list was recorded by the engine. */
export const nameOfRecorder = async (records: Records, recordedBy: string): Promise<string> =>
  recordedBy === 'engine'
    ? 'The engine'
    : ((await records.people.nameOf(recordedBy as ActorId)) ?? recordedBy);

export const holidayView = (holiday: Holiday): HolidayView => {
  const { date, title, source, knownSince } = holiday;
  return {
    date,
    weekday: weekdayName(date),
    title,
    // A ledger holds no day that is only supposed.
    source: source as ListKind,
    knownSince,
    ...(source === 'library' ? { provisional: true } : {}),
    ...(isWeekend(date) ? { changesNothing: true } : {}),
    inWords: sayHoliday(holiday),
  };
};

const differenceView = (difference: Difference): DifferenceView => {
  const { date, title, against, kind } = difference;
  return { date, weekday: weekdayName(date), title, against, kind, inWords: sayDifference(difference) };
};

export const readingView = (row: ReadingRow): ReadingView => {
  const { number, source, name, readAt, outcome, fault, days, added } = row;
  return {
    number,
    source,
    name,
    readAt: formatInstant(readAt),
    outcome,
    ...(fault === undefined ? {} : { fault: fault.fault }),
    inWords: sayReading(row),
    listed: days.length,
    added: [...added],
  };
};

type DayFields = Pick<HolidayDayView, 'date' | 'weekday' | 'holiday' | 'workingDay' | 'because'>;

export const dayView = (date: CivilDate, day: Exclude<DayInLedger, { is: 'beyond' }>): DayFields => {
  const holiday = day.is === 'holiday' || day.is === 'predicted';
  return {
    date,
    weekday: weekdayName(date),
    holiday,
    workingDay: !holiday && !isWeekend(date),
    because: sayDay(date, day),
  };
};

const aboutFact = (fact: LedgerFact): Partial<FactView> => {
  switch (fact.kind) {
    case 'listed':
      return { title: fact.title, source: fact.source.kind, knownSince: fact.knownSince };
    case 'withdrawn':
      return {};
    case 'kept':
      return { against: fact.against };
  }
};

export const factViews = async (
  records: Records,
  request: FastifyRequest,
  facts: readonly LedgerFact[],
): Promise<FactView[]> => {
  const texts = await records.holidays.textsOf(facts.map(({ number }) => number));
  const permitted = mayAlso(request, 'readHolidayReasons');
  const views = facts.map(async (fact): Promise<FactView> => {
    const { number, kind, recordedAt, recordedBy } = fact;
    const written = texts.get(number);
    return {
      number,
      kind,
      recordedAt: formatInstant(recordedAt),
      recordedBy,
      ...(permitted ? { who: await nameOfRecorder(records, recordedBy) } : {}),
      what: sayFact(fact),
      ...aboutFact(fact),
      ...(written === undefined ? {} : permitted ? written : { textWithheld: 'notPermitted' as const }),
    };
  });
  return Promise.all(views);
};

/** The last reading of each list that was believed. */
export const lastReadings = async ({ holidays }: Records): Promise<readonly Reading[]> => {
  const rows = [await holidays.lastTaken('govUk'), await holidays.lastTaken('library')];
  return rows.flatMap((row) =>
    row === undefined
      ? []
      : {
          source:
            row.source === 'library'
              ? ({ kind: 'library', version: row.name } as const)
              : ({ kind: 'govUk' } as const),
          days: row.days,
        },
  );
};

export const differenceViews = (ledger: Ledger, readings: readonly Reading[]): DifferenceView[] =>
  readings
    .flatMap((reading) => differences(ledger, reading))
    .sort(earlierFirst)
    .map(differenceView);
