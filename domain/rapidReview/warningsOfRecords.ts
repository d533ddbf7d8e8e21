// What people should know of the records of an open case: that a moment is wanting which the notification is counted from, that a meeting
// was left open. Whether a moment lies too far off, and all that follows from dates, is `warnings.ts`.

import { londonDateToSay } from '../calendar/londonTime';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import { TIMESTAMPS } from '../policy/policyProfile';
import { profileOf } from '../policy/profiles';
import type { CaseWarning } from './caseWarning';
import { momentsWanting } from './duplicates/state';
import { dayOfOpenMeeting } from './meeting/dayOver';
import { standingMeeting } from './meeting/state';
import { topicOfNotClosed } from './meeting/topicOfNotClosed';
import { cameToNothing } from './panel/state';
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

/** R12: nobody goes back to it by themselves. That its day is over is known by what the team was told: no other clock is asked. */
const leftOpen = (state: OpenCase, calendar: WorkingCalendar): readonly CaseWarning[] => {
  const { decisions, panel, toldTopics } = state;
  const meeting = standingMeeting(state);
  const day = meeting === undefined ? undefined : dayOfOpenMeeting(meeting, calendar);
  if (meeting === undefined || day === undefined) return [];
  const itsOwn = decisions.filter((decision) => decision.meeting === meeting.number);
  const goes = panel.dispatches.some(
    (dispatch) => !cameToNothing(dispatch) && itsOwn.some(({ number }) => number === dispatch.decision),
  );
  return goes || toldTopics.includes(topicOfNotClosed(meeting.number))
    ? [{ about: 'meetingNotClosed', on: day.on }]
    : [];
};

export const ofRecords = (state: OpenCase, calendar: WorkingCalendar): readonly CaseWarning[] => [
  ...notificationUndated(state, calendar),
  ...leftOpen(state, calendar),
];
