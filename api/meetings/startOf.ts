// When a meeting is to begin, as the request says it: a moment of its own, or a date of the sub-group's diary. Whether a
// meeting may begin then is the rules' to say.

import type { FastifyRequest } from 'fastify';
import type { Instant } from '../../domain/calendar/instant';
import type { DiaryDateId, DiaryRef } from '../../domain/rapidReview/meeting/state';
import type { CaseReference } from '../../domain/rapidReview/state';
import { instantOf } from '../cases/openCase';
import type { ApiDeps } from '../deps';
import { diaryProblems } from '../diary/diaryProblems';
import { followChange } from '../diary/followChange';
import { inBody, problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';

interface GivenStart {
  readonly startsAt?: string;
  readonly diaryDate?: string;
}

interface Start {
  readonly startsAt: Instant;
  readonly diary?: DiaryRef;
}

const inDiary = async ({ records }: ApiDeps, id: DiaryDateId): Promise<Start> => {
  const found = (await records.diary.dates()).find((date) => date.id === id);
  if (found === undefined)
    throw problem(diaryProblems.DateNotInDiary, { date: id }, inBody('/diaryDate', 'is not in the diary'));
  if (found.cancelled)
    throw problem(
      diaryProblems.DiaryDateCancelled,
      { code: 'DiaryDateCancelled', date: id },
      inBody('/diaryDate', 'is cancelled'),
    );
  return { startsAt: found.startsAt, diary: { date: id, version: found.version } };
};

/** Exactly one of the two is given; throws the problem otherwise. */
export const startOf = async (deps: ApiDeps, { startsAt, diaryDate }: GivenStart): Promise<Start> => {
  if (diaryDate !== undefined && startsAt !== undefined)
    throw problem(
      requestProblems.malformedRequest,
      {},
      inBody('/diaryDate', 'cannot be given beside startsAt'),
    );
  if (diaryDate !== undefined) return inDiary(deps, diaryDate as DiaryDateId);
  if (startsAt !== undefined) return { startsAt: instantOf(startsAt) };
  throw problem(
    requestProblems.malformedRequest,
    {},
    inBody('/startsAt', 'is missing: give it, or diaryDate'),
  );
};

/** The date may have been changed while the meeting was being arranged for it: then it follows at once. */
export const followDiarySince = async (
  deps: ApiDeps,
  request: Pick<FastifyRequest, 'log'>,
  { diaryDate }: GivenStart,
  reference: CaseReference,
): Promise<void> => {
  if (diaryDate === undefined) return;
  try {
    const [behind] = await deps.records.diary.casesBehind({ reference });
    if (behind === undefined) return;
    await followChange(deps, request, { date: behind.date, version: behind.newest.version });
  } catch (error) {
    request.log.warn({ err: error }, 'the diary could not be looked at again');
  }
};
