// Has a change of the diary brought to the cases that use the date: starts what brings it, and waits a little until nobody
// is behind. A start that fails is no failure of the change: the worker finds by itself who is behind.

import { setTimeout as pause } from 'node:timers/promises';
import type { DiaryRef } from '../../domain/rapidReview/meeting/state';
import type { ApiDeps } from '../deps';

const FOLLOWED_WITHIN_MS = 2_000;
const PAUSE_MS = 50;

const nobodyBehind = async ({ records }: ApiDeps, { date }: DiaryRef): Promise<boolean> =>
  (await records.diary.casesBehind()).every((behind) => behind.date !== date);

export const followChange = async (deps: ApiDeps, change: DiaryRef): Promise<void> => {
  if (await nobodyBehind(deps, change)) return;
  const end = Date.now() + (deps.recordedWithinMs ?? FOLLOWED_WITHIN_MS);
  try {
    await deps.followDiary?.(change);
  } catch (error) {
    deps.logger.warn({ err: error, ...change }, 'the diary is changed, and not followed at once');
    return;
  }
  while (!(await nobodyBehind(deps, change))) {
    if (Date.now() >= end) return;
    await pause(PAUSE_MS);
  }
};
