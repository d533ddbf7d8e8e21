// The sub-group's diary, as a case sees it: dates that were there before the case was (C5). It is kept for all cases
// together, in the records.

import type { Instant } from '../../calendar/instant';
import type { DiaryDateId } from './state';

export interface DiaryDate {
  readonly id: DiaryDateId;
  /** 1 when added, one more each time it is moved or cancelled. */
  readonly version: number;
  readonly startsAt: Instant;
  readonly cancelled: boolean;
}
