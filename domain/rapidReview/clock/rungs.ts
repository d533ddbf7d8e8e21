// The reminder ladder (R11): at which instant each rung of each owed answer comes, and which are still ahead.
// What is done with a rung whose time has come is `passTime.ts`.

import type { Instant } from '../../calendar/instant';
import { londonInstant } from '../../calendar/londonTime';
import { addWorkingDays, type WorkingCalendar } from '../../calendar/workingCalendar';
import { profileOf } from '../../policy/profiles';
import { dueDates } from '../../timetable/dueDates';
import { keyOf, type AgencyId } from '../../timetable/facts';
import { isOwedByAgency } from '../../timetable/owed';
import type { OpenCase } from '../state';
import type { RungRef } from './events';

export interface RungAhead extends RungRef {
  readonly agency: AgencyId;
  readonly at: Instant;
}

/** Every rung neither sent nor passed over for its present due day, in order of time. A sent rung never comes again. */
export const rungsAhead = (state: OpenCase, calendar: WorkingCalendar): readonly RungAhead[] => {
  const profile = profileOf(state.profile);
  const ahead = dueDates(state, calendar).flatMap((owed) => {
    const { agency, due, counting } = owed;
    if (agency === undefined || due === undefined || !isOwedByAgency(state, owed)) return [];
    const key = keyOf(owed);
    return profile.ladder.flatMap(({ name: rung, workingDays }) => {
      const passed = state.rungs[key]?.[rung];
      if (passed?.outcome === 'sent' || passed?.due === due) return [];
      const on = addWorkingDays(calendar, due, workingDays);
      // A reminder on the day of the request itself would cross with it: that rung counts as past.
      const at =
        counting !== undefined && on <= counting.anchorDate
          ? (0 as Instant)
          : londonInstant(calendar, on, 0, profile.noticesFrom);
      return [{ agency, key, rung, due, at }];
    });
  });
  return [...ahead].sort((a, b) => a.at - b.at);
};
