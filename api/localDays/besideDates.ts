// The closures and school holidays that are named beside the dates of a case (R2): asked for in one question, of the span that is shown,
// and said. Nothing is counted with them. Which of them belong to which line is `domain/localDays/named.ts`.

import { datesShown, daysNamed, meetingShown } from '../../domain/localDays/named';
import type { DayNamed } from '../../domain/localDays/localDays';
import type { ObligationKey } from '../../domain/timetable/facts';
import { sayLocalDays } from '../../domain/timetable/sayExplanation';
import type { Timetable } from '../../domain/timetable/timetable';
import type { FoldedCase, Records } from '../../records/records';
import type { NameAgency } from '../agencies/namesOfAgencies';
import { agencyNames } from '../cases/readCase';
import type { LocalDaysBeside } from '../timetable/timetableSchema';

export type DaysNamed = ReadonlyMap<ObligationKey, readonly DayNamed[]>;

export const namedBeside = async (
  { localDays }: Pick<Records, 'localDays'>,
  { state, calendar }: FoldedCase,
  { lines }: Timetable,
): Promise<DaysNamed> => {
  const dates = datesShown(lines, calendar, meetingShown(state, calendar));
  const days = dates.map(({ on }) => on).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return new Map();
  const agencies = [...new Set(dates.flatMap((date) => date.agencies))];
  return daysNamed(dates, await localDays.standingIn({ from, to, agencies }));
};

const besideView =
  (nameAgency: NameAgency) =>
  (named: DayNamed): LocalDaysBeside => ({
    localDays: named.localDays.id,
    on: named.on,
    inWords: sayLocalDays(named, nameAgency),
  });

/** By line. Agencies are asked for their names only where one is named. */
export const besideDates = async (
  records: Records,
  folded: FoldedCase,
  timetable: Timetable,
): Promise<ReadonlyMap<ObligationKey, readonly LocalDaysBeside[]>> => {
  const named = await namedBeside(records, folded, timetable);
  if (named.size === 0) return new Map();
  const view = besideView(await agencyNames(records, folded));
  return new Map([...named].map(([key, days]) => [key, days.map(view)]));
};
