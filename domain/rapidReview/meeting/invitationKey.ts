// The key of the invitation's mail: one for each agency and change of a meeting.

import type { AgencyId } from '../../timetable/facts';

export const invitationKey = (meeting: number, change: number, agency: AgencyId): string =>
  `meetingInvitation/${meeting}.${change}/${agency}`;
