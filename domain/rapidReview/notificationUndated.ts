// Whether the notification of the national Panel has no date because nobody recorded the moment that it is counted from (R3). Of it
// nothing would be due for ever, and nobody be reminded. The other dates wait for what is still to be done; this one for what has been.

import type { CivilDate } from '../calendar/civilDate';
import { londonDateToSay } from '../calendar/londonTime';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import { timestampOf, type TimestampName } from '../policy/policyProfile';
import { profileOf } from '../policy/profiles';
import type { TimetableFacts } from '../timetable/facts';

export interface MomentNotRecorded {
  readonly what: TimestampName;
  /** When it is recorded as sent: whether in time is not known. */
  readonly on?: CivilDate;
}

export const notificationUndated = (
  { profile, timestamps }: Pick<TimetableFacts, 'profile' | 'timestamps'>,
  calendar: WorkingCalendar,
): MomentNotRecorded | undefined => {
  const what = timestampOf(profileOf(profile).obligations.notification.anchor);
  if (what === undefined || timestamps[what] !== undefined) return undefined;
  const { notificationSent: sent } = timestamps;
  return { what, ...(sent === undefined ? {} : { on: londonDateToSay(calendar, sent) }) };
};

/** The topic under which the team is told of it once. */
export const topicOfNotRecorded = (what: TimestampName): string => `momentNotRecorded/${what}`;
