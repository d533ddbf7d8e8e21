// GET /local-days and /local-days/:localDays: closures and school holidays, kept for all cases together.

import { Type } from 'typebox';
import type { ApiDeps } from '../deps';
import { strict } from '../fields/fields';
import { mustBeRange } from '../fields/rangeOfDays';
import { problems, security, type TypedApp } from '../http/typedApp';
import { etagOf } from '../writing/writeHeaders';
import { LocalDaysListSchema, LocalDaysParams, LocalDaysSchema } from './localDaysSchemas';
import { localDaysItem, localDaysView } from './presentLocalDays';

const Query = Type.Object(
  {
    from: Type.Optional(
      Type.String({ format: 'date', description: 'Only what has a day on or after this one.' }),
    ),
    to: Type.Optional(
      Type.String({ format: 'date', description: 'Only what has a day on or before this one.' }),
    ),
  },
  strict,
);

export const readLocalDaysRoutes = (app: TypedApp, { records }: ApiDeps): void => {
  const config = { permission: 'readLocalDays' } as const;
  const common = { tags: ['local days'], security };
  app.route({
    method: 'GET',
    url: '/local-days',
    config,
    schema: {
      ...common,
      summary: 'List closures and school holidays',
      description:
        'By their first day, what was taken back too. They count as working days (R2); a date that lies in one says so.',
      querystring: Query,
      response: { 200: LocalDaysListSchema, ...problems },
    },
    handler: async (request) => {
      mustBeRange(request.query, 'from', 'to');
      const { from, to } = request.query;
      const known = await records.localDays.all();
      const within = known.filter(
        ({ firstDay, lastDay }) => lastDay >= (from ?? lastDay) && firstDay <= (to ?? firstDay),
      );
      return { items: within.map(localDaysItem) };
    },
  });

  app.route({
    method: 'GET',
    url: '/local-days/:localDays',
    config,
    schema: {
      ...common,
      summary: 'Read a closure or school holidays',
      description: 'With who added them and who took them back, and when.',
      params: LocalDaysParams,
      response: { 200: LocalDaysSchema, ...problems },
    },
    handler: async (request, reply) => {
      const view = await localDaysView(records, request, request.params.localDays);
      void reply.header('etag', etagOf(view.version));
      return view;
    },
  });
};
