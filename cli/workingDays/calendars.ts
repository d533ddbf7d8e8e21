// The calendar that a line is counted with: the ledger's, or one with other holidays over the same span. What is odd
// about a list of holidays is said by `domain/calendar/otherHolidays.ts`.

import { calendarWarning, lastDayWithoutWarning } from '../../domain/calendar/calendarEnds';
import { addDays, type CivilDate } from '../../domain/calendar/civilDate';
import { supposing } from '../../domain/calendar/otherHolidays';
import { isWorkingDay, workingCalendar, type WorkingCalendar } from '../../domain/calendar/workingCalendar';

export interface LineCalendar {
  /**
   * A calendar that answers what is asked about these days, or so many working days from them, as the whole one would.
   * Throws `BeyondCalendar` for a day outside the span.
   */
  readonly around: (dates: readonly CivilDate[], workingDays?: number) => WorkingCalendar;
  readonly notes: readonly string[];
  /** Told of each day that an answer rests on. */
  readonly restsOn: (date: CivilDate) => void;
}

/** Throws where the calendar lacks one of the days: a count of nothing from a day outside would be a guess too. */
export const covering = (calendar: WorkingCalendar, dates: readonly CivilDate[]): void => {
  for (const date of dates) isWorkingDay(calendar, date);
};

/** `warn` hears once, in a sentence, that an answer nears the end of the official list. */
export const wholeLedger = (calendar: WorkingCalendar, warn: (sentence: string) => void): LineCalendar => {
  const { snapshot } = calendar;
  const lastSafe = lastDayWithoutWarning(snapshot);
  let warned = false;
  return {
    around: (dates) => {
      covering(calendar, dates);
      return calendar;
    },
    notes: [],
    restsOn: (date) => {
      if (warned || date <= lastSafe) return;
      warned = true;
      warn(calendarWarning(snapshot, date) ?? '');
    },
  };
};

const MOST_KEPT = 64;

/** A week has five working days, less its holidays: so many calendar days hold them all, and back where it is negative. */
const daysHolding = (workingDays: number, holidays: number): number =>
  7 * Math.sign(workingDays) * Math.ceil((Math.abs(workingDays) + holidays) / 5);

const withHolidays = (official: WorkingCalendar, given: readonly CivilDate[]): LineCalendar => {
  const { snapshot, notes } = supposing(official.snapshot, { only: given.map((date) => ({ date })) });
  const { covers, holidays } = snapshot;
  let whole: WorkingCalendar | undefined;
  let timesAsked = 0;
  return {
    around: (dates, workingDays = 0) => {
      covering(official, dates);
      timesAsked += 1;
      // Most lists come once: the few days around the question are counted then, and the whole span from the second on.
      if (timesAsked > 1) return (whole ??= workingCalendar(snapshot));
      const days = daysHolding(workingDays, holidays.length);
      const asked = [...dates, ...dates.map((date) => addDays(date, days))].sort();
      const [from = covers.from] = asked;
      const to = asked.at(-1) ?? covers.to;
      return workingCalendar(snapshot, {
        from: from < covers.from ? covers.from : from,
        to: to > covers.to ? covers.to : to,
      });
    },
    notes,
    // Whoever gives the list knows it.
    restsOn: () => undefined,
  };
};

/** Each list made once and a few kept. */
export const calendarsOver = (
  official: WorkingCalendar,
): ((holidays: readonly CivilDate[]) => LineCalendar) => {
  const kept = new Map<string, LineCalendar>();
  return (holidays) => {
    const key = holidays.join();
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = withHolidays(official, holidays);
    const oldest = kept.keys().next();
    if (kept.size >= MOST_KEPT && oldest.done !== true) kept.delete(oldest.value);
    kept.set(key, made);
    return made;
  };
};
