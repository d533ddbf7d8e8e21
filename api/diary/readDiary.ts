// GET /sub-group-dates and /sub-group-dates/:date: the diary of the sub-group, kept for all cases together.

import { Type } from 'typebox';
import type { ApiDeps } from '../deps';
import { strict } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { etagOf } from '../writing/writeHeaders';
import { DiaryDateParams, DiaryDateSchema, DiarySchema } from './diarySchemas';
import { diaryDateView, diaryView } from './presentDiary';

const Query = Type.Object(
  {
    from: Type.Optional(Type.String({ format: 'date', description: 'Only dates on or after this day.' })),
    to: Type.Optional(Type.String({ format: 'date', description: 'Only dates on or before this day.' })),
  },
  strict,
);

export const readDiaryRoutes = (app: TypedApp, { records }: ApiDeps): void => {
  const config = { permission: 'readDiary' } as const;
  const common = { tags: ['diary'], security };
  app.route({
    method: 'GET',
    url: '/sub-group-dates',
    config,
    schema: {
      ...common,
      summary: 'List the dates of the sub-group',
      description: 'By their start, cancelled ones too, each with the cases whose meeting uses it.',
      querystring: Query,
      response: { 200: DiarySchema, ...problems },
    },
    handler: async (request) => {
      const { from, to } = request.query;
      const items = await diaryView(records);
      return { items: items.filter(({ on }) => on >= (from ?? on) && on <= (to ?? on)) };
    },
  });

  app.route({
    method: 'GET',
    url: '/sub-group-dates/:date',
    config,
    schema: {
      ...common,
      summary: 'Read a date of the sub-group',
      description: 'With every change of it: who, when, and to what.',
      params: DiaryDateParams,
      response: { 200: DiaryDateSchema, ...problems },
    },
    handler: async (request, reply) => {
      const view = await diaryDateView(records, request.params.date);
      void reply.header('etag', etagOf(view.version));
      return view;
    },
  });
};
