// POST /sub-group-dates, /sub-group-dates/:date/moves and /sub-group-dates/:date/cancellation: adds a date to the diary of
// the sub-group, moves it, cancels it. Meetings that use the date follow it.

import type { FastifyRequest } from 'fastify';
import type { Instant } from '../../domain/calendar/instant';
import { workingCalendar, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import type { DiaryDateId } from '../../domain/rapidReview/meeting/state';
import {
  addDate,
  cancelDate,
  moveDate,
  type DateToChange,
  type Diary,
  type DiaryDecision,
} from '../../domain/subGroupDiary/acts';
import { instantOf } from '../cases/openCase';
import type { ApiDeps } from '../deps';
import { problems, security, type TypedApp } from '../http/typedApp';
import { identityOf } from '../permissions/guard';
import { covered } from '../problems/covered';
import { reserveWrite } from '../writing/reserveWrite';
import { etagOf, expectedVersionOf, WriteHeaders } from '../writing/writeHeaders';
import { problemOfDiary } from './diaryProblems';
import {
  DateToAddSchema,
  DateToCancelSchema,
  DateToMoveSchema,
  DiaryDateParams,
  DiaryDateSchema,
  type DiaryDateView,
} from './diarySchemas';
import { followChange } from './followChange';
import { diaryDateView } from './presentDiary';

type Decide = (diary: Diary, calendar: WorkingCalendar, now: Instant) => DiaryDecision;

const recordAct = async (deps: ApiDeps, request: FastifyRequest, decide: Decide): Promise<DiaryDateView> => {
  const { records } = deps;
  const { commandId } = await reserveWrite(records, request);
  const calendar = workingCalendar(await deps.calendar());
  const act = { commandId, by: identityOf(request).actor, at: request.arrivedAt };
  const result = await records.diary.record(act, (diary) => {
    const decision = covered(() => decide(diary, calendar, request.arrivedAt), request.body);
    return decision.ok ? { record: decision.draft } : { refused: decision.rejection };
  });
  if ('refused' in result) throw problemOfDiary(result.refused);
  const { date, version } = result.recorded;
  await followChange(deps, request, { date, version });
  return diaryDateView(records, date);
};

const dateToChange = (request: FastifyRequest, date: string): DateToChange => {
  const expectedVersion = expectedVersionOf(request);
  return { date: date as DiaryDateId, ...(expectedVersion === undefined ? {} : { expectedVersion }) };
};

export const changeDiaryRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const config = { permission: 'keepDiary' } as const;
  const common = { tags: ['diary'], security, headers: WriteHeaders };
  app.route({
    method: 'POST',
    url: '/sub-group-dates',
    config,
    schema: {
      ...common,
      summary: 'Add a date to the diary of the sub-group',
      description:
        'A working day, by day. It is proposed to every case in whose window it lies; a meeting uses it once it is arranged for it.',
      body: DateToAddSchema,
      response: { 201: DiaryDateSchema, ...problems },
    },
    handler: async (request, reply) => {
      const startsAt = instantOf(request.body.startsAt);
      const view = await recordAct(deps, request, (diary, calendar, now) =>
        addDate(diary, startsAt, calendar, now),
      );
      void reply.code(201).headers({ location: `/sub-group-dates/${view.id}`, etag: etagOf(view.version) });
      return view;
    },
  });

  app.route({
    method: 'POST',
    url: '/sub-group-dates/:date/moves',
    config,
    schema: {
      ...common,
      summary: 'Move a date of the sub-group',
      description:
        'Every meeting that uses it is rearranged with it, and those invited are told; one at which nothing is to be decided any more is cancelled. Where that lies outside the window of a case, the team is told.',
      params: DiaryDateParams,
      body: DateToMoveSchema,
      response: { 200: DiaryDateSchema, ...problems },
    },
    handler: async (request, reply) => {
      const toMove = {
        ...dateToChange(request, request.params.date),
        startsAt: instantOf(request.body.startsAt),
      };
      const view = await recordAct(deps, request, (diary, calendar, now) =>
        moveDate(diary, toMove, calendar, now),
      );
      void reply.header('etag', etagOf(view.version));
      return view;
    },
  });

  app.route({
    method: 'POST',
    url: '/sub-group-dates/:date/cancellation',
    config,
    schema: {
      ...common,
      summary: 'Cancel a date of the sub-group',
      description:
        'Every meeting that uses it is cancelled with it, and those invited are told: those cases need another.',
      params: DiaryDateParams,
      body: DateToCancelSchema,
      response: { 200: DiaryDateSchema, ...problems },
    },
    handler: async (request, reply) => {
      const toCancel = dateToChange(request, request.params.date);
      const view = await recordAct(deps, request, (diary, _, now) => cancelDate(diary, toCancel, now));
      void reply.header('etag', etagOf(view.version));
      return view;
    },
  });
};
