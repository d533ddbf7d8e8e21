// GET /cases: the list by headline date, page by page. A page goes on from a place in the order, so that cases that
// come and go in between neither repeat nor hide others.

import { Type } from 'typebox';
import { civilDate } from '../../domain/calendar/civilDate';
import type { Cursor } from '../../records/records';
import { UnreadableCursor } from '../../records/cases/cursor';
import type { ApiDeps } from '../deps';
import { DateField, NatureField, ReferenceField, StatusField, strict, VersionField } from '../fields/fields';
import { mustBeRange } from '../fields/rangeOfDays';
import { problems, security, type TypedApp } from '../http/typedApp';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';

const Query = Type.Object(
  {
    status: Type.Optional(StatusField),
    headlineAfter: Type.Optional(
      Type.String({ format: 'date', description: 'Only cases whose headline date lies after this day.' }),
    ),
    headlineBefore: Type.Optional(
      Type.String({ format: 'date', description: 'Only cases whose headline date lies before this day.' }),
    ),
    after: Type.Optional(
      Type.String({ minLength: 1, maxLength: 200, description: 'What the page before gave as "next".' }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  strict,
);

const counts = {
  awaitingAnchor: Type.Integer(),
  open: Type.Integer(),
  met: Type.Integer(),
  missed: Type.Integer(),
};
const Item = Type.Object(
  {
    reference: ReferenceField,
    version: VersionField,
    status: StatusField,
    nature: NatureField,
    receivedOn: Type.Optional(DateField),
    headline: Type.Optional(DateField),
    agencies: Type.Integer(),
    obligations: Type.Object(counts, strict),
  },
  strict,
);
const Page = Type.Object(
  { items: Type.Array(Item), next: Type.Optional(Type.String({ description: 'Absent on the last page.' })) },
  {
    ...strict,
    examples: [
      {
        items: [
          {
            reference: 'RR-2026-0007',
            version: 13,
            status: 'open',
            nature: 'suspectedAbuseOrNeglect',
            receivedOn: '2026-03-30',
            headline: '2026-04-22',
            agencies: 2,
            obligations: { awaitingAnchor: 2, open: 5, met: 2, missed: 0 },
          },
        ],
        next: 'MjAyNi0wNC0yMi9SUi0yMDI2LTAwMDc',
      },
    ],
  },
);

export const listCasesRoute = (app: TypedApp, deps: ApiDeps): void => {
  app.route({
    method: 'GET',
    url: '/cases',
    config: { permission: 'readCases' },
    schema: {
      summary: 'List the cases',
      description: 'By headline date, those without one last, then by reference.',
      tags: ['cases'],
      security,
      querystring: Query,
      response: { 200: Page, ...problems },
    },
    handler: async (request) => {
      mustBeRange(request.query, 'headlineAfter', 'headlineBefore');
      const { status, headlineAfter, headlineBefore, after, limit = 50 } = request.query;
      try {
        const page = await deps.records.cases.list({
          limit,
          ...(status === undefined ? {} : { status }),
          ...(headlineAfter === undefined ? {} : { headlineAfter: civilDate(headlineAfter) }),
          ...(headlineBefore === undefined ? {} : { headlineBefore: civilDate(headlineBefore) }),
          ...(after === undefined ? {} : { after: after as Cursor }),
        });
        return { items: [...page.items], ...(page.next === undefined ? {} : { next: page.next }) };
      } catch (error) {
        if (!(error instanceof UnreadableCursor)) throw error;
        throw problem(requestProblems.unreadableCursor, {}, [
          { in: 'query', pointer: '/after', detail: 'is not the "next" of a page' },
        ]);
      }
    },
  });
};
