// Stands in for the worker: brings a change of the diary to the cases with the real activity, over a gateway instead of
// Temporal.

import { createFollowDiary } from '../../activities/followDiary';
import type { ApiUnderTest } from './apiUnderTest';
import { casesOverGateway, silent } from './casesOverGateway';

export interface DiaryFollowers {
  readonly follow: () => Promise<void>;
  /** Of every update that was sent. */
  readonly updateIds: readonly string[];
}

export const diaryFollowers = (under: ApiUnderTest): DiaryFollowers => {
  const updateIds: string[] = [];
  const cases = casesOverGateway(under, updateIds);
  return { follow: createFollowDiary({ records: under.records, cases, logger: silent }), updateIds };
};
