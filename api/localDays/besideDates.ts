// The closures and school holidays that are named beside the dates of a case, or of a supposed timetable (R2): asked for in one question, of the span that is shown,
// and said. Nothing is counted with them. Which of them belong to which line is `domain/localDays/named.ts`.

import type { CivilDate } from '../../domain/calendar/civilDate';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { datesShown, daysNamed, meetingShown, type MeetingShown } from '../../domain/localDays/named';
import type { DayNamed } from '../../domain/localDays/localDays';
import type { ObligationKey } from '../../domain/timetable/facts';
import { keyOf } from '../../domain/timetable/obligationKey';
import { sayLocalDays, type Naming } from '../../domain/timetable/sayExplanation';
import type { RapidReview } from '../../domain/rapidReview/state';
import type { Timetable } from '../../domain/timetable/timetable';
import type { FoldedCase, Records } from '../../records/records';
import { agencyNames } from '../cases/readCase';
import type { LocalDaysBeside } from '../timetable/timetableSchema';

export type DaysNamed = ReadonlyMap<ObligationKey, readonly DayNamed[]>;

/** Of any timetable, a case's or a supposed one. */
export const namedBesideLines = async (
  { localDays }: Pick<Records, 'localDays'>,
  { lines }: Timetable,
  calendar: WorkingCalendar,
  meeting?: MeetingShown,
): Promise<DaysNamed> => {
  const dates = datesShown(lines, calendar, meeting);
  const days = dates.map(({ on }) => on).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return new Map();
  const agencies = [...new Set(dates.flatMap((date) => date.agencies))];
  return daysNamed(dates, await localDays.standingIn({ from, to, agencies }));
};

export const namedBeside = (
  records: Pick<Records, 'localDays'>,
  { state, calendar }: FoldedCase,
  timetable: Timetable,
): Promise<DaysNamed> => namedBesideLines(records, timetable, calendar, meetingShown(state, calendar));

export const besideViews = (
  named: DaysNamed,
  nameAgency: Naming['agency'],
): ReadonlyMap<ObligationKey, readonly LocalDaysBeside[]> =>
  new Map(
    [...named].map(([key, days]) => [
      key,
      days.map((day) => ({
        localDays: day.localDays.id,
        on: day.on,
        inWords: sayLocalDays(day, nameAgency),
      })),
    ]),
  );

/** Beside days on which nothing is due, such as those proposed for a meeting: everybody's, and those of the agencies on the case. */
export const besideDays = async (
  records: Records,
  folded: FoldedCase,
  days: readonly CivilDate[],
): Promise<readonly LocalDaysBeside[]> => {
  const { state } = folded;
  const agencies = state.agencies.map(({ agency }) => agency);
  const each = [...new Set(days)].sort();
  const [from, to] = [each[0], each.at(-1)];
  if (from === undefined || to === undefined) return [];
  const standing = await records.localDays.standingIn({ from, to, agencies });
  if (standing.length === 0) return [];
  const key = keyOf({ obligation: 'meeting' });
  const named = daysNamed(
    each.map((on) => ({ key, on, agencies })),
    standing,
  );
  return besideViews(named, await agencyNames(records, folded)).get(key) ?? [];
};

export interface NewlyBeside extends LocalDaysBeside {
  readonly key: ObligationKey;
}

interface Sided {
  readonly state: RapidReview;
  readonly timetable: Timetable;
}

/** Those that are named beside a date after what is previewed, and are not before it. */
export const newlyBeside = async (
  records: Records,
  folded: FoldedCase,
  { before, after }: { readonly before: Sided; readonly after: Sided },
  nameAgency: Naming['agency'],
): Promise<readonly NewlyBeside[]> => {
  const of = async ({ state, timetable }: Sided): Promise<readonly NewlyBeside[]> => {
    if (state.status === 'none') return [];
    const named = besideViews(await namedBeside(records, { ...folded, state }, timetable), nameAgency);
    return [...named].flatMap(([key, days]) => days.map((day) => ({ key, ...day })));
  };
  const known = new Set((await of(before)).map(({ key, localDays, on }) => `${key} ${localDays} ${on}`));
  return (await of(after)).filter(({ key, localDays, on }) => !known.has(`${key} ${localDays} ${on}`));
};

/** By line. Agencies are asked for their names only where one is named. */
export const besideDates = async (
  records: Records,
  folded: FoldedCase,
  timetable: Timetable,
): Promise<ReadonlyMap<ObligationKey, readonly LocalDaysBeside[]>> => {
  const named = await namedBeside(records, folded, timetable);
  if (named.size === 0) return new Map();
  return besideViews(named, await agencyNames(records, folded));
};
