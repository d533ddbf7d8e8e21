// Which misses are told at once and not in the next mail of 09:00 (R6).

import type { ObligationKey } from '../../timetable/facts';

export const toldAtOnce = (key: ObligationKey): boolean => key === 'completeLocal' || key === 'completePanel';
