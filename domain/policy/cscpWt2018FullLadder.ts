// Coventry's arrangements with the fuller ladder of reminders (R11): besides the day itself, an unanswered request climbs
// to the deputy and the senior contact the day after, and to the executive the day after that, once a coordinator has said
// so. Which contacts those are, the register knows. Everything else is profile `cscp-wt2018`.

import { cscpWt2018 } from './cscpWt2018';
import type { PolicyProfile } from './policyProfile';

export const cscpWt2018FullLadder: PolicyProfile = {
  ...cscpWt2018,
  id: 'cscp-wt2018-full-ladder',
  version: 1,
  title: `${cscpWt2018.title}, with the fuller ladder of reminders (local default)`,
  ladder: [
    { name: 'twoBefore', workingDays: -2 },
    { name: 'oneBefore', workingDays: -1 },
    { name: 'onTheDay', workingDays: 0 },
    { name: 'oneAfter', workingDays: 1, escalatesTo: ['deputy', 'senior'] },
    { name: 'twoAfter', workingDays: 2, escalatesTo: ['executive'], onceConfirmed: true },
  ],
};
