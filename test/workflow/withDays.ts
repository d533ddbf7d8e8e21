// The same calendar with days more, which a person has listed.

import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { CivilDate } from '../../domain/calendar/civilDate';
import { snapshotOf } from '../../platform/holidays/snapshot';

export const withDays = (snapshot: CalendarSnapshot, ...dates: readonly CivilDate[]): CalendarSnapshot =>
  snapshotOf({
    ...snapshot,
    holidays: [
      ...snapshot.holidays,
      ...dates.map((date) => ({
        date,
        title: 'Day of Mourning',
        source: 'person' as const,
        knownSince: date,
      })),
    ].sort((a, b) => (a.date < b.date ? -1 : 1)),
  });
