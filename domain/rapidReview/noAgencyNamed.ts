// Whether nobody is to be asked at all, since no agency is on the case (C2). Asking is due of each agency that is: where there is none
// nothing is due, and nobody be reminded. Of agencies that are on it and cannot be asked, `warningsOfAsking.ts`.

import type { CivilDate } from '../calendar/civilDate';
import { londonDateOf } from '../calendar/londonTime';
import { addWorkingDays, type WorkingCalendar } from '../calendar/workingCalendar';
import { timestampOf } from '../policy/policyProfile';
import { profileOf } from '../policy/profiles';
import type { OpenCase } from './state';

export interface NoAgencyNamed {
  /** By when an agency that the referral names is to be asked. */
  readonly due: CivilDate;
}

/** Nothing before that is counted from anything, nor once a decision is taken without. Throws `BeyondCalendar`. */
export const noAgencyNamed = (state: OpenCase, calendar: WorkingCalendar): NoAgencyNamed | undefined => {
  const { anchor, workingDays } = profileOf(state.profile).obligations.scopingDispatch;
  const countedFrom = timestampOf(anchor);
  const at = countedFrom === undefined ? undefined : state.timestamps[countedFrom];
  if (at === undefined || state.agencies.length > 0 || state.decisions.length > 0) return undefined;
  return { due: addWorkingDays(calendar, londonDateOf(calendar, at), workingDays) };
};

/** The topic under which the team is told of it once. */
export const TOPIC_OF_NO_AGENCY = 'noAgencyNamed';
