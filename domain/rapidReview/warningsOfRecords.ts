// What people should know of the records of an open case: that a moment is wanting which the notification is counted from, that a meeting
// lies before the receipt or was left open. Whether a moment lies too far off, and all that follows from dates, is `warnings.ts`.

import type { WorkingCalendar } from '../calendar/workingCalendar';
import type { CaseWarning } from './caseWarning';
import { momentsWanting } from './duplicates/state';
import { meetingLeftOpen } from './meeting/dayOver';
import { topicOfNotClosed } from './meeting/topicOfNotClosed';
import { notificationUndated } from './notificationUndated';
import { cameToNothing } from './panel/state';
import type { OpenCase } from './state';

/** R3: where a merged case knew the moment, that is warned of. */
const momentNotRecorded = (state: OpenCase, calendar: WorkingCalendar): readonly CaseWarning[] => {
  const undated = notificationUndated(state, calendar);
  return undated === undefined || momentsWanting(state).some(({ what }) => what === undated.what)
    ? []
    : [{ about: 'momentNotRecorded', ...undated }];
};

/** R12: nobody goes back to it by themselves. That its day is over is known by what the team was told: no other clock is asked. */
const leftOpen = (state: OpenCase, calendar: WorkingCalendar): readonly CaseWarning[] => {
  const { decisions, panel, toldTopics } = state;
  const open = meetingLeftOpen(state, calendar);
  if (open === undefined) return [];
  const itsOwn = decisions.filter(({ meeting }) => meeting === open.meeting);
  const goes = panel.dispatches.some(
    (dispatch) => !cameToNothing(dispatch) && itsOwn.some(({ number }) => number === dispatch.decision),
  );
  return goes || toldTopics.includes(topicOfNotClosed(open.meeting))
    ? [{ about: 'meetingNotClosed', on: open.on }]
    : [];
};

/** Since acts compare days, a meeting on the day of the receipt is taken at whatever hour: one of the two may be mistyped. */
const beforeReceipt = ({ timestamps, meetings, decisions }: OpenCase): readonly CaseWarning[] => {
  const { referralReceived: receivedAt } = timestamps;
  if (receivedAt === undefined) return [];
  return meetings.flatMap(({ number, stage, tookPlace, startsAt, openedAt }): CaseWarning[] => {
    const isHeld = stage === 'arranged' && tookPlace === true;
    const at = openedAt ?? (isHeld ? startsAt : undefined);
    if (at === undefined || at >= receivedAt) return [];
    const decided = decisions.some(({ meeting }) => meeting === number);
    return [{ about: 'meetingBeforeReceipt', at, receivedAt, ...(decided ? { decided } : {}) }];
  });
};

export const ofRecords = (state: OpenCase, calendar: WorkingCalendar): readonly CaseWarning[] => [
  ...momentNotRecorded(state, calendar),
  ...beforeReceipt(state),
  ...leftOpen(state, calendar),
];
