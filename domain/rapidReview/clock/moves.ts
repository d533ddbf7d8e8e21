// Which agencies hear that their dates have moved, and when: at once in the hours of notices on a working day, else at the
// next 09:00 (R9, R11). Two moves before that are told as one, and a move that was undone is not told at all.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import { londonDateOf } from '../../calendar/londonTime';
import { isWorkingDay, type WorkingCalendar } from '../../calendar/workingCalendar';
import { dueDates } from '../../timetable/dueDates';
import type { AgencyId, ObligationKey } from '../../timetable/facts';
import { keyOf } from '../../timetable/obligationKey';
import { isOwedByAgency } from '../../timetable/owed';
import { contactsFor } from '../reminders/reach';
import type { OpenCase } from '../state';
import { briefingAt, nextNine, stillGoes, type Profiled } from './briefingTimes';
import type { AgencyToldOfDates } from './events';

export interface ToTell {
  readonly agency: AgencyId;
  readonly key: ObligationKey;
  readonly was: CivilDate;
  readonly due: CivilDate;
  readonly because: readonly number[];
  readonly since: number;
}

/** What agencies have yet to hear of; a date of an agency that is back where it was told is not among it. */
export const movesToTell = (state: OpenCase, calendar: WorkingCalendar): readonly ToTell[] => {
  // Most cases have nothing to tell, and the clock asks them all.
  if (Object.keys(state.untoldMoves).length === 0) return [];
  return dueDates(state, calendar).flatMap((owed): ToTell[] => {
    const key = keyOf(owed);
    const untold = state.untoldMoves[key];
    const { agency, due } = owed;
    if (untold === undefined || agency === undefined || due === undefined) return [];
    return due === untold.was || !isOwedByAgency(state, owed) ? [] : [{ agency, key, due, ...untold }];
  });
};

const inHours = (state: Profiled, calendar: WorkingCalendar, now: Instant): boolean => {
  const today = londonDateOf(calendar, now);
  return isWorkingDay(calendar, today) && stillGoes(state, calendar, briefingAt(state, calendar, today), now);
};

/** When an agency hears of a move of `now`. */
export const movesAreToldAt = (state: Profiled, calendar: WorkingCalendar, now: Instant): Instant =>
  inHours(state, calendar, now) ? now : nextNine(state, calendar, now);

export const toldOfDates = (
  state: OpenCase,
  calendar: WorkingCalendar,
  now: Instant,
): readonly AgencyToldOfDates[] => {
  const moves = movesToTell(state, calendar);
  if (moves.length === 0 || !inHours(state, calendar, now)) return [];
  return [...Map.groupBy(moves, ({ agency }) => agency)].map(([agency, told]) => ({
    kind: 'AgencyToldOfDates',
    body: {
      agency,
      moves: told.map(({ key, was, due, since }) => ({ key, was, due, since })),
      because: [...new Set(told.flatMap(({ because }) => because))].sort((a, b) => a - b),
      ...(contactsFor(state, agency).length === 0 ? { noContact: true } : {}),
    },
  }));
};

/** An agency has yet to hear of a move. */
export const hasMovesToTell = (state: OpenCase, calendar: WorkingCalendar): boolean =>
  movesToTell(state, calendar).length > 0;

/** The next 09:00 at which an agency hears of a move; nothing where none has to. */
export const movesToldAt = (state: OpenCase, calendar: WorkingCalendar): Instant | undefined =>
  hasMovesToTell(state, calendar) ? nextNine(state, calendar, state.lastEventAt) : undefined;
