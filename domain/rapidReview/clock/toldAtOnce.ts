// Which misses are told at once and not in the next mail of 09:00 (R6).

import { isCompletion } from '../../policy/policyProfile';
import type { ObligationKey } from '../../timetable/facts';
import { refOf } from '../../timetable/obligationKey';

export const toldAtOnce = (key: ObligationKey): boolean => isCompletion(refOf(key).obligation);
