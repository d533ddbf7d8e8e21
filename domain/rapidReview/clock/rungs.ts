// The reminder ladder (R11): at which instant each rung of each owed answer comes, and which are still ahead.
// What is done with a rung whose time has come is `passTime.ts`.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import { londonInstant } from '../../calendar/londonTime';
import { addWorkingDays, type WorkingCalendar } from '../../calendar/workingCalendar';
import { profileOf } from '../../policy/profiles';
import { dueDates, type Due } from '../../timetable/dueDates';
import { keyOf, type AgencyId } from '../../timetable/facts';
import type { OpenCase } from '../state';
import type { RungRef } from './events';

export interface RungAhead extends RungRef {
  readonly agency: AgencyId;
  readonly on: CivilDate;
  readonly at: Instant;
}

/** What an agency owes and has not done: its dates count from its own sent day. */
export const owedByAgencies = (state: OpenCase, dues: readonly Due[]): readonly Due[] =>
  dues.filter(
    (due) =>
      due.rule.anchor === 'requestSent' &&
      due.due !== undefined &&
      state.outcomes[keyOf(due)]?.on === undefined,
  );

/** Every rung neither sent nor passed over for its present due day, in order of time. A sent rung never comes again. */
export const rungsAhead = (state: OpenCase, calendar: WorkingCalendar): readonly RungAhead[] => {
  const profile = profileOf(state.profile);
  const ahead = owedByAgencies(state, dueDates(state, calendar)).flatMap((owed) => {
    const { agency, due, counting } = owed;
    if (agency === undefined || due === undefined) return [];
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
      return [{ agency, key, rung, due, on, at }];
    });
  });
  return [...ahead].sort((a, b) => a.at - b.at);
};
