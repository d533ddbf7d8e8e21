// What people should know of the records of an open case: that a moment is wanting which the notification is counted from. Whether one
// lies too far off, and all that follows from dates, is `warnings.ts`.

import { londonDateToSay } from '../calendar/londonTime';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import { TIMESTAMPS } from '../policy/policyProfile';
import { profileOf } from '../policy/profiles';
import type { CaseWarning } from './caseWarning';
import { momentsWanting } from './duplicates/state';
import type { OpenCase } from './state';

/**
 * R3: of it nothing would be due for ever, and nobody be reminded. The other dates wait for what is still to be done; this one for what has
 * been. Where a merged case knew the moment, that is warned of.
 */
const notificationUndated = (state: OpenCase, calendar: WorkingCalendar): readonly CaseWarning[] => {
  const { profile, timestamps } = state;
  const { anchor } = profileOf(profile).obligations.notification;
  const what = TIMESTAMPS.find((name) => name === anchor);
  if (what === undefined || timestamps[what] !== undefined) return [];
  if (momentsWanting(state).some((moment) => moment.what === what)) return [];
  const { notificationSent: sent } = timestamps;
  return [
    {
      about: 'momentNotRecorded',
      what,
      ...(sent === undefined ? {} : { on: londonDateToSay(calendar, sent) }),
    },
  ];
};

export const ofRecords = (state: OpenCase, calendar: WorkingCalendar): readonly CaseWarning[] =>
  notificationUndated(state, calendar);
