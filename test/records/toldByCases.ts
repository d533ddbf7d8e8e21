// Which agencies hear of their dates when their cases adopt a calendar, or do not hear any more what they were to: as the cases
// decide it, and as the preview says it.

import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import { londonDateOf, londonInstant } from '../../domain/calendar/londonTime';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import type { AgencyHears } from '../../domain/calendarChange/told';
import { passTime } from '../../domain/rapidReview/decide';
import { ofKinds, type CaseEvent, type EventKind, type EventOf } from '../../domain/rapidReview/events';
import type { OpenCase } from '../../domain/rapidReview/state';
import type { ObligationKey } from '../../domain/timetable/facts';
import type { AgencyEffect } from '../../records/calendarChanges/calendarChanges';

export const keyFor = (key: string, agency: string): ObligationKey =>
  `${key.split(':')[0] ?? ''}:${agency}` as ObligationKey;

const sayTold = (
  moves: readonly { readonly key: string; readonly was: string; readonly due: string }[],
  agency: string,
  how: string,
  at: Instant,
): string => `${agency} ${at} ${moves.map(({ key, was, due }) => `${key} ${was} ${due}`).join(', ')} ${how}`;

export const of = <K extends EventKind>(events: readonly CaseEvent[], kind: K): readonly EventOf<K>[] =>
  events.filter(ofKinds([kind]));

export const nextNineOf = (calendar: WorkingCalendar, now: Instant): Instant => {
  const nineOf = (day: CivilDate): Instant => londonInstant(calendar, day, 0, 9 * 60);
  const today = londonDateOf(calendar, now);
  return isWorkingDay(calendar, today) && nineOf(today) > now
    ? nineOf(today)
    : nineOf(addWorkingDays(calendar, today, 1));
};

const sayEach = (events: readonly EventOf<'AgencyToldOfDates'>[]): readonly string[] =>
  events.map(({ body: { agency, moves, noContact }, at }) =>
    sayTold(moves, agency, noContact === true ? 'inPerson' : 'byMail', at),
  );

/** At once, or at the next nine o'clock; not of those who hear then of an earlier change alone. */
export const toldOf = (
  events: readonly CaseEvent[],
  atNine: readonly CaseEvent[],
  moved: ReadonlySet<string>,
): readonly string[] => {
  const atOnce = of(events, 'AgencyToldOfDates');
  const all = [...atOnce, ...(atOnce.length > 0 ? [] : of(atNine, 'AgencyToldOfDates'))];
  return sayEach(all.filter(({ body }) => body.moves.some(({ key }) => moved.has(key))));
};

/** Who would have heard at the next nine o'clock, and hears nothing by then: what is planned waits no longer than that. */
export const toldNoMoreOf = (
  { state, calendar }: { readonly state: OpenCase; readonly calendar: WorkingCalendar },
  decided: readonly CaseEvent[],
  now: Instant,
): readonly string[] => {
  const hears = new Set(of(decided, 'AgencyToldOfDates').map(({ body }) => body.agency));
  const planned = of(passTime(state, calendar, nextNineOf(calendar, now)), 'AgencyToldOfDates');
  return sayEach(planned.filter(({ body }) => !hears.has(body.agency)));
};

export const toldByPreview = (
  agencies: readonly AgencyEffect[],
  wanted: (effect: AgencyEffect) => AgencyHears | undefined,
): readonly string[] =>
  agencies
    .flatMap((effect) => {
      const { agency } = effect;
      const hears = wanted(effect);
      if (hears === undefined) return [];
      const moves = hears.moves.map((move) => ({ ...move, key: keyFor(move.key, agency) }));
      return [sayTold(moves, agency, hears.how, hears.at)];
    })
    .sort();
