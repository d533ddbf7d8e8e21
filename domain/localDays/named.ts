// Which closures and school holidays are named beside which line of a timetable (R2): those that its due date, or the day of its meeting,
// lies in. An agency's line names its own and everybody's, any other everybody's, that of a meeting those of each invited agency as
// well. No date follows from it; how it is said is in `timetable/sayExplanation.ts`.

import type { CivilDate } from '../calendar/civilDate';
import { londonDateOf } from '../calendar/londonTime';
import { ifCovered, isWorkingDay, type WorkingCalendar } from '../calendar/workingCalendar';
import { standingMeeting } from '../rapidReview/meeting/state';
import { metByMeeting, type MetByMeeting } from '../rapidReview/meeting/window';
import type { AnyCase } from '../rapidReview/state';
import type { AgencyId, ObligationKey } from '../timetable/facts';
import type { TimetableLine } from '../timetable/timetable';
import type { DayNamed, LocalDays } from './localDays';

export type LineShown = Pick<TimetableLine, 'key' | 'obligation' | 'agency' | 'due' | 'agreedSince'>;

/** The meeting that stands, by the line that it would meet. */
export interface MeetingShown {
  readonly meets: MetByMeeting;
  /** Absent where the calendar does not reach. */
  readonly on?: CivilDate;
  readonly invited: readonly AgencyId[];
}

/** A date that a line shows, and the agencies whose local days are named beside it. */
export interface DateShown {
  readonly key: ObligationKey;
  readonly on: CivilDate;
  readonly meeting?: true;
  readonly agencies: readonly AgencyId[];
}

/** Nothing where none stands, or nothing more is to be decided by it. */
export const meetingShown = (state: AnyCase, calendar: WorkingCalendar): MeetingShown | undefined => {
  if (state.status !== 'open') return undefined;
  const meeting = standingMeeting(state);
  const meets = metByMeeting(state);
  if (meeting === undefined || meets === undefined) return undefined;
  const on = ifCovered(() => londonDateOf(calendar, meeting.startsAt));
  const invited = meeting.invitees.map(({ agency }) => agency);
  return { meets, invited, ...(on === undefined ? {} : { on }) };
};

/** Of a day off nobody is told that it counts: a date that was fixed before the day became one. */
const counts = (calendar: WorkingCalendar, on: CivilDate): boolean =>
  ifCovered(() => isWorkingDay(calendar, on)) === true;

export const datesShown = (
  lines: readonly LineShown[],
  calendar: WorkingCalendar,
  meeting?: MeetingShown,
): readonly DateShown[] =>
  lines.flatMap(({ key, obligation, agency, due, agreedSince }) => {
    const its = meeting?.meets === obligation ? meeting : undefined;
    const agencies = [...(agency === undefined ? [] : [agency]), ...(its?.invited ?? [])];
    const dates: readonly Pick<DateShown, 'on' | 'meeting'>[] = [
      // One day is named once: as the meeting's, where it is also the last of its window.
      ...[due, agreedSince].flatMap((on) => (on === undefined || on === its?.on ? [] : [{ on }])),
      ...(its?.on === undefined ? [] : [{ on: its.on, meeting: true as const }]),
    ];
    return dates.filter(({ on }) => counts(calendar, on)).map((date) => ({ key, ...date, agencies }));
  });

const concerns = ({ on, agencies }: DateShown, days: LocalDays): boolean =>
  !days.takenBack &&
  days.firstDay <= on &&
  on <= days.lastDay &&
  (days.agency === undefined || agencies.includes(days.agency));

/** By line, in the order of its dates and then of the days given. A line that names none is absent. */
export const daysNamed = (
  dates: readonly DateShown[],
  localDays: readonly LocalDays[],
): ReadonlyMap<ObligationKey, readonly DayNamed[]> => {
  const named = new Map<ObligationKey, DayNamed[]>();
  for (const date of dates) {
    const { key, on, meeting } = date;
    for (const days of localDays) {
      if (!concerns(date, days)) continue;
      const known = named.get(key) ?? [];
      known.push({ on, ...(meeting === undefined ? {} : { meeting }), localDays: days });
      named.set(key, known);
    }
  }
  return named;
};
