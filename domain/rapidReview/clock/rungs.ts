// The reminder ladder (R11): at which instant each rung of each owed answer comes, and which are still ahead.
// What is done with a rung whose time has come is `passTime.ts`.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import { londonInstant } from '../../calendar/londonTime';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../../calendar/workingCalendar';
import type { PolicyProfile } from '../../policy/policyProfile';
import { profileOf } from '../../policy/profiles';
import { dueDates } from '../../timetable/dueDates';
import type { AgencyId } from '../../timetable/facts';
import { keyOf } from '../../timetable/obligationKey';
import type { ContactLevel } from '../../policy/contactLevels';
import { isOwedByAgency } from '../../timetable/owed';
import { agencyOn } from '../agenciesOfCase';
import type { OpenCase } from '../state';
import type { RungRef } from './events';

export interface RungAhead extends RungRef {
  readonly agency: AgencyId;
  readonly at: Instant;
  readonly escalatesTo: readonly ContactLevel[];
  /** It may not go yet: no coordinator has said so. */
  readonly unconfirmed: boolean;
}

/**
 * When a rung comes. One on the day of the request itself would cross with it: it counts as past, which is 0. An agreed date
 * may have become a day off since: what would come on it comes on the working day before (R11).
 */
export const rungComesAt = (
  calendar: WorkingCalendar,
  { noticesFrom }: Pick<PolicyProfile, 'noticesFrom'>,
  workingDays: number,
  due: CivilDate,
  askedOn: CivilDate | undefined,
): Instant => {
  const counted = addWorkingDays(calendar, due, workingDays);
  const on = isWorkingDay(calendar, counted) ? counted : addWorkingDays(calendar, counted, -1);
  return askedOn !== undefined && on <= askedOn
    ? (0 as Instant)
    : londonInstant(calendar, on, 0, noticesFrom);
};

/** Every rung neither sent nor passed over for its present due day, in order of time. A sent rung never comes again. */
export const rungsAhead = (state: OpenCase, calendar: WorkingCalendar): readonly RungAhead[] => {
  const profile = profileOf(state.profile);
  const ahead = dueDates(state, calendar).flatMap((owed) => {
    const { agency, due, counting, ordinary } = owed;
    const askedOn = (ordinary ?? counting)?.anchorDate;
    if (agency === undefined || due === undefined || !isOwedByAgency(state, owed)) return [];
    const key = keyOf(owed);
    return profile.ladder.flatMap(({ name: rung, workingDays, escalatesTo = [], onceConfirmed }) => {
      const passed = state.rungs[key]?.[rung];
      if (passed?.outcome === 'sent' || passed?.due === due) return [];
      const at = rungComesAt(calendar, profile, workingDays, due, askedOn);
      const unconfirmed = onceConfirmed === true && agencyOn(state, agency)?.escalationConfirmed !== true;
      return [{ agency, key, rung, due, at, escalatesTo, unconfirmed }];
    });
  });
  return ahead.toSorted((a, b) => a.at - b.at);
};
