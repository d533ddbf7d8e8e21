// The national reading of the fifteen working days: they run from the day the notification was sent to the Panel.
// So publish Birmingham (lscpbirmingham.org.uk, learning from reviews), Cambridgeshire and Peterborough
// (safeguardingcambspeterborough.org.uk, serious case reviews) and North Yorkshire (safeguardingchildren.co.uk, rapid
// review process); the older flowchart of Devon (dcfp.org.uk) counts the notification as working day 0. Without a
// notification there is no Rapid Review, and no date. These sources give the start and the end alone: the steps between
// are Coventry's day counts (C2 to C5) from that same start, each marked a local default.

import { cscpWt2018 } from './cscpWt2018';
import type { PolicyProfile } from './policyProfile';

const { scopingDispatch, meeting, completeLocal } = cscpWt2018.obligations;

const LOCAL_DEFAULT = 'local default: the day count of Coventry, from the notification';

export const nationalNotification: PolicyProfile = {
  ...cscpWt2018,
  id: 'national-notification',
  version: 1,
  title: 'National reading: fifteen working days from the notification to the Panel (Working Together 2018)',
  obligations: {
    // The local authority's own duty runs from its awareness in every reading.
    ...cscpWt2018.obligations,
    scopingDispatch: {
      ...scopingDispatch,
      anchor: 'notificationSent',
      paragraph: `C2 (${LOCAL_DEFAULT})`,
    },
    agencyReturn: { ...cscpWt2018.obligations.agencyReturn, paragraph: 'C3 (local default)' },
    meeting: {
      ...meeting,
      anchor: 'notificationSent',
      paragraph: `C5 (${LOCAL_DEFAULT})`,
    },
    // Partners and Panel count alike here: both completions have one date.
    completeLocal: {
      ...completeLocal,
      anchor: 'notificationSent',
      paragraph:
        'Birmingham; Cambridgeshire and Peterborough; North Yorkshire: from the notification to the Panel',
    },
  },
};
