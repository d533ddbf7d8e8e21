// The meeting that stands and has not begun, which alone can be moved, cancelled or opened; or why there is none.

import type { OpenCase } from '../state';
import type { MeetingRejection } from './rejections';
import { standingMeeting, type Meeting } from './state';

export const meetingNotBegun = (
  state: OpenCase,
): Meeting | Extract<MeetingRejection, { readonly code: 'NoMeetingArranged' | 'MeetingUnderWay' }> => {
  const standing = standingMeeting(state);
  if (standing === undefined) return { code: 'NoMeetingArranged' };
  return standing.stage === 'open' ? { code: 'MeetingUnderWay' } : standing;
};
