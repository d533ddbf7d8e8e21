// GET /coming-notices and GET /cases/:reference/coming-notices: what the clock alone would send in the working days to come,
// to whom and why. It sends nothing, and an act changes what comes.

import { Type } from 'typebox';
import { formatInstant } from '../../domain/calendar/instant';
import { readCase } from '../cases/readCase';
import type { ApiDeps } from '../deps';
import { CaseParams, InstantField, ReferenceField, strict } from '../fields/fields';
import { PageAfter, PageLimit, unreadableAfter, USUAL_PAGE } from '../fields/pageQuery';
import { problems, security, type TypedApp } from '../http/typedApp';
import { comingExample, ComingNoticeSchema } from './comingNoticesSchema';
import { readPlace, writePlace, type ComingPlace } from './comingPlace';
import { comingOfAll, comingOfCase } from './presentComing';

const USUAL_WORKING_DAYS = 10;

const workingDaysAhead = {
  workingDays: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 30,
      default: USUAL_WORKING_DAYS,
      description: 'How far to look ahead.',
    }),
  ),
};
const Query = Type.Object(workingDaysAhead, strict);
const PageQuery = Type.Object(
  {
    ...workingDaysAhead,
    after: PageAfter,
    limit: PageLimit,
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
const OfAll = Type.Object(
  { ...fields, next: Type.Optional(Type.String({ description: 'Absent on the last page.' })) },
  { ...strict, examples: [{ ...example, next: writePlace({ ...comingExample, nth: 0 }) }] },
);

const placeAfter = (text: string): ComingPlace => {
  const place = readPlace(text);
  if (place !== undefined) return place;
  throw unreadableAfter();
};

export const readComingRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const { records } = deps;
  const config = { permission: 'readNotices' } as const;
  const common = { tags: ['reminders'], security };

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
      querystring: Query,
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
        'The same dry run for every case that is open, in order of time, and for those that have ended, or are only recorded, and of which something is still to come: what the team had not heard of, an alert that nobody has acknowledged. A page at a time: each goes on from the place in that order at which the one before ended.',
      querystring: PageQuery,
      response: { 200: OfAll, ...problems },
    },
    handler: async (request) => {
      const { workingDays = USUAL_WORKING_DAYS, limit = USUAL_PAGE, after: place } = request.query;
      const after = place === undefined ? undefined : placeAfter(place);
      const from = deps.now();
      const { notices, next } = await comingOfAll(records, { from, workingDays }, { after, limit });
      return {
        from: formatInstant(from),
        workingDays,
        notices: [...notices],
        ...(next === undefined ? {} : { next: writePlace(next) }),
      };
    },
  });
};
