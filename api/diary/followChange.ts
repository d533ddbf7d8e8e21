// Has a change of the diary brought to the cases whose meeting uses the date.

import type { FastifyRequest } from 'fastify';
import type { DiaryRef } from '../../domain/rapidReview/meeting/state';
import type { ApiDeps } from '../deps';
import { bringToCases } from '../writing/bringToCases';

export const followChange = (
  deps: ApiDeps,
  request: Pick<FastifyRequest, 'log'>,
  change: DiaryRef,
): Promise<void> =>
  bringToCases(deps, request, {
    start: () => deps.followDiary?.(change),
    nobodyBehind: async () =>
      (await deps.records.diary.casesBehind({ date: change.date, limit: 1 })).length === 0,
    notStarted: 'the diary has changed, but the cases do not follow at once',
    what: change,
  });
