// What a person may do to the register of local days: add some, take some back. Each act becomes a change, or is refused with what
// stands. Days that are past may be added and taken back as well: nothing was counted with them.

import { addDays, addMonths, isWeekend, type CivilDate } from '../calendar/civilDate';
import { countWorkingDays, holidayOn, isWorkingDay, type WorkingCalendar } from '../calendar/workingCalendar';
import type { DaysToAdd, LocalDays, LocalDaysId } from './localDays';

export type LocalDaysChangeKind = 'added' | 'takenBack';

export type LocalDaysRejection =
  | { readonly code: 'LastDayBeforeFirst'; readonly firstDay: CivilDate; readonly lastDay: CivilDate }
  | {
      readonly code: 'LocalDaysTooLong';
      readonly firstDay: CivilDate;
      readonly lastDay: CivilDate;
      /** Until when they may last. */
      readonly atMost: CivilDate;
    }
  /** No date of a case lies in them, nor ever will. */
  | { readonly code: 'LocalDaysOnWeekend'; readonly firstDay: CivilDate; readonly lastDay: CivilDate }
  /** Bank holidays, and the weekends beside them: no date falls due there. */
  | {
      readonly code: 'LocalDaysOnDaysOff';
      readonly firstDay: CivilDate;
      readonly lastDay: CivilDate;
      readonly holidays: readonly string[];
    }
  | { readonly code: 'LocalDaysStandAlready'; readonly standing: LocalDays }
  | { readonly code: 'UnknownLocalDays'; readonly id: LocalDaysId }
  | { readonly code: 'LocalDaysTakenBack'; readonly id: LocalDaysId }
  | {
      readonly code: 'LocalDaysMovedOn';
      readonly id: LocalDaysId;
      readonly expected: number;
      readonly actual: number;
    };

/** A change before it has its number: without an id it is of new days. */
export interface LocalDaysDraft {
  readonly id?: LocalDaysId;
  readonly change: LocalDaysChangeKind;
  readonly days: DaysToAdd;
}

export type LocalDaysDecision =
  | { readonly ok: true; readonly draft: LocalDaysDraft }
  | { readonly ok: false; readonly rejection: LocalDaysRejection };

const refuse = (rejection: LocalDaysRejection): LocalDaysDecision => ({ ok: false, rejection });

const LONGEST_IN_MONTHS = 12;

/** Whatever they are called: the same days of the same agency are not named twice beside a date. */
const isSame = (one: DaysToAdd, other: DaysToAdd): boolean =>
  one.kind === other.kind &&
  one.agency === other.agency &&
  one.firstDay === other.firstDay &&
  one.lastDay === other.lastDay;

/** The titles of the bank holidays where no other day counts: none of a weekend alone. */
const holidaysAlone = (
  { firstDay, lastDay }: DaysToAdd,
  calendar: WorkingCalendar,
): readonly string[] | undefined => {
  if (isWorkingDay(calendar, firstDay) || countWorkingDays(calendar, firstDay, lastDay) > 0) return undefined;
  const days: CivilDate[] = [];
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) days.push(day);
  return days.flatMap((day) => (isWeekend(day) ? [] : (holidayOn(calendar, day)?.title ?? [])));
};

/** Bank holidays and weekends may lie among them. Throws `BeyondCalendar`. */
export const addLocalDays = (
  known: readonly LocalDays[],
  days: DaysToAdd,
  calendar: WorkingCalendar,
): LocalDaysDecision => {
  const { firstDay, lastDay } = days;
  // Where no date of any case can lie, they are a slip of the pen.
  for (const day of [firstDay, lastDay]) isWorkingDay(calendar, day);
  if (lastDay < firstDay) return refuse({ code: 'LastDayBeforeFirst', firstDay, lastDay });
  const atMost = addDays(addMonths(firstDay, LONGEST_IN_MONTHS), -1);
  if (lastDay > atMost) return refuse({ code: 'LocalDaysTooLong', firstDay, lastDay, atMost });
  const holidays = holidaysAlone(days, calendar);
  if (holidays?.length === 0) return refuse({ code: 'LocalDaysOnWeekend', firstDay, lastDay });
  if (holidays !== undefined) return refuse({ code: 'LocalDaysOnDaysOff', firstDay, lastDay, holidays });
  const standing = known.find((one) => !one.takenBack && isSame(one, days));
  return standing === undefined
    ? { ok: true, draft: { change: 'added', days } }
    : refuse({ code: 'LocalDaysStandAlready', standing });
};

export interface DaysToTakeBack {
  readonly id: LocalDaysId;
  /** The version that the person saw (`If-Match`). */
  readonly expectedVersion?: number;
}

export const takeBackLocalDays = (
  known: readonly LocalDays[],
  { id, expectedVersion }: DaysToTakeBack,
): LocalDaysDecision => {
  const found = known.find((one) => one.id === id);
  if (found === undefined) return refuse({ code: 'UnknownLocalDays', id });
  const { version, takenBack, kind, title, firstDay, lastDay, agency } = found;
  if (expectedVersion !== undefined && expectedVersion !== version)
    return refuse({ code: 'LocalDaysMovedOn', id, expected: expectedVersion, actual: version });
  if (takenBack) return refuse({ code: 'LocalDaysTakenBack', id });
  const days = { kind, title, firstDay, lastDay, ...(agency === undefined ? {} : { agency }) };
  return { ok: true, draft: { id, change: 'takenBack', days } };
};
