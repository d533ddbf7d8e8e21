// GET /coming-notices and GET /cases/:reference/coming-notices: what the clock alone would send in the working days to come,
// to whom and why. It sends nothing, and an act changes what comes.

import { Type } from 'typebox';
import { formatInstant } from '../../domain/calendar/instant';
import { readCase } from '../cases/readCase';
import type { ApiDeps } from '../deps';
import { CaseParams, InstantField, ReferenceField, strict } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { comingExample, ComingNoticeSchema } from './comingNoticesSchema';
import { comingOfAll, comingOfCase } from './presentComing';

const USUAL_WORKING_DAYS = 10;

const Query = Type.Object(
  {
    workingDays: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 30,
        default: USUAL_WORKING_DAYS,
        description: 'How far to look ahead.',
      }),
    ),
  },
  strict,
);

const fields = {
  from: InstantField,
  workingDays: Type.Integer(),
  notices: Type.Array(ComingNoticeSchema),
};
const example = { from: '2026-04-01T08:30:00.000Z', workingDays: 10, notices: [comingExample] };

const OfCase = Type.Object(
  { reference: ReferenceField, ...fields },
  { ...strict, examples: [{ reference: 'RR-2026-0007', ...example }] },
);
const OfAll = Type.Object(fields, { ...strict, examples: [example] });

export const readComingRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const { records } = deps;
  const config = { permission: 'readNotices' } as const;
  const common = { tags: ['reminders'], security, querystring: Query };

  app.route({
    method: 'GET',
    url: '/cases/:reference/coming-notices',
    config,
    schema: {
      ...common,
      summary: 'See what would be sent for a case',
      description:
        'A dry run of the clock, with nobody acting: each mail of the working days to come, when, to whom, about what and why; of an alert that nobody acknowledges those of a day. Nothing is sent.',
      params: CaseParams,
      response: { 200: OfCase, ...problems },
    },
    handler: async (request) => {
      const folded = await readCase(records, request.params.reference);
      const { workingDays = USUAL_WORKING_DAYS } = request.query;
      const from = deps.now();
      const notices = await comingOfCase(records, folded, { from, workingDays });
      const { reference } = folded.state;
      return { reference, from: formatInstant(from), workingDays, notices: [...notices] };
    },
  });

  app.route({
    method: 'GET',
    url: '/coming-notices',
    config,
    schema: {
      ...common,
      summary: 'See what would be sent for all cases',
      description:
        'The same dry run for every case that is open, in order of time, and for those that have ended, or are only recorded, and of which something is still to come: what the team had not heard of, an alert that nobody has acknowledged.',
      response: { 200: OfAll, ...problems },
    },
    handler: async (request) => {
      const { workingDays = USUAL_WORKING_DAYS } = request.query;
      const from = deps.now();
      const notices = await comingOfAll(records, { from, workingDays });
      return { from: formatInstant(from), workingDays, notices: [...notices] };
    },
  });
};
