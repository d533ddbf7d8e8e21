// GET /cases: the list by headline date or by what is due, page by page, each case with what is due next in it. A page goes on from a
// place in the order, so that cases that come and go in between neither repeat nor hide others.

import { Type, type Static } from 'typebox';
import { civilDate } from '../../domain/calendar/civilDate';
import { LIST_ORDERS } from '../../records/cases/caseProjections';
import type { CaseListItem, Cursor } from '../../records/records';
import { UnreadableCursor } from '../../records/cases/cursor';
import type { ApiDeps } from '../deps';
import type { NameAgency } from '../agencies/namesOfAgencies';
import {
  AgencyIdField,
  DateField,
  NatureField,
  ObligationField,
  ObligationKeyField,
  ReferenceField,
  StatusField,
  strict,
  VersionField,
} from '../fields/fields';
import { PageAfter, PageLimit, unreadableAfter, USUAL_PAGE } from '../fields/pageQuery';
import { mustBeRange } from '../fields/rangeOfDays';
import { problems, security, type TypedApp } from '../http/typedApp';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';
import { namesOfNext, sayNext } from './nextObligation';

export const DueBefore = Type.Optional(
  Type.String({
    format: 'date',
    description:
      'Only open cases of which something that is not done is due before this day: missed already, or still in time.',
  }),
);

const Query = Type.Object(
  {
    status: Type.Optional(StatusField),
    headlineAfter: Type.Optional(
      Type.String({
        format: 'date',
        description: 'Only open cases whose headline date lies after this day.',
      }),
    ),
    headlineBefore: Type.Optional(
      Type.String({
        format: 'date',
        description: 'Only open cases whose headline date lies before this day.',
      }),
    ),
    dueBefore: DueBefore,
    order: Type.Optional(
      Type.Enum([...LIST_ORDERS], {
        default: 'headline',
        description:
          '"due": what is missed and what is due first come first; last, what is not open or has nothing that is due.',
      }),
    ),
    after: PageAfter,
    limit: PageLimit,
  },
  strict,
);

const counts = {
  awaitingAnchor: Type.Integer(),
  open: Type.Integer(),
  met: Type.Integer(),
  missed: Type.Integer({ description: 'Done since or not.' }),
  missedNotDone: Type.Integer({ description: 'Of a case that is open: missed, and not done yet.' }),
};
const Next = Type.Object(
  {
    key: ObligationKeyField,
    obligation: ObligationField,
    agency: Type.Optional(AgencyIdField),
    inWords: Type.String(),
    due: DateField,
    status: Type.Enum(['open', 'missed']),
  },
  {
    ...strict,
    description:
      'What is due first of what is not done, missed or still in time. Absent where the case is not open, or nothing in it has a date.',
  },
);
const Item = Type.Object(
  {
    reference: ReferenceField,
    version: VersionField,
    status: StatusField,
    nature: NatureField,
    receivedOn: Type.Optional(DateField),
    headline: Type.Optional(DateField),
    agencies: Type.Integer(),
    next: Type.Optional(Next),
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
            next: {
              key: 'agencyReturn:AG-0003',
              obligation: 'agencyReturn',
              agency: 'AG-0003',
              inWords: 'the scoping return, Example Hospitals NHS Trust (AG-0003)',
              due: '2026-04-09',
              status: 'open',
            },
            obligations: { awaitingAnchor: 2, open: 5, met: 2, missed: 0, missedNotDone: 0 },
          },
        ],
        next: 'MjAyNi0wNC0yMi9SUi0yMDI2LTAwMDc',
      },
    ],
  },
);

/** What asks for dates that only open cases have. */
const OF_OPEN_CASES = ['dueBefore', 'headlineAfter', 'headlineBefore'] as const;

/** Answered as empty, it would read as if nothing of these were late. */
const mustHaveSomethingDue = (query: Static<typeof Query>): void => {
  const { status } = query;
  const asked = OF_OPEN_CASES.find((name) => query[name] !== undefined);
  if (asked === undefined || status === undefined || status === 'open') return;
  throw problem(requestProblems.nothingDueUnlessOpen, { status, asked }, [
    { in: 'query', pointer: '/status', detail: `is not "open", and "${asked}" is given` },
  ]);
};

const itemView = ({ next, ...item }: CaseListItem, name: NameAgency): Static<typeof Item> => ({
  ...item,
  ...(next === undefined ? {} : { next: { ...next, inWords: sayNext(next, name) } }),
});

export const listCasesRoute = (app: TypedApp, deps: ApiDeps): void => {
  app.route({
    method: 'GET',
    url: '/cases',
    config: { permission: 'readCases' },
    schema: {
      summary: 'List the cases',
      description:
        'By headline date, those without one last, then by reference; or by what is due. Each shows what is due next, whose it is, and how many are missed and not done. As a page to read: /cases.txt.',
      tags: ['cases'],
      security,
      querystring: Query,
      response: { 200: Page, ...problems },
    },
    handler: async (request) => {
      mustBeRange(request.query, 'headlineAfter', 'headlineBefore');
      mustHaveSomethingDue(request.query);
      const {
        status,
        headlineAfter,
        headlineBefore,
        dueBefore,
        order = 'headline',
        limit = USUAL_PAGE,
        after,
      } = request.query;
      try {
        const page = await deps.records.cases.list({
          limit,
          order,
          ...(status === undefined ? {} : { status }),
          ...(headlineAfter === undefined ? {} : { headlineAfter: civilDate(headlineAfter) }),
          ...(headlineBefore === undefined ? {} : { headlineBefore: civilDate(headlineBefore) }),
          ...(dueBefore === undefined ? {} : { dueBefore: civilDate(dueBefore) }),
          ...(after === undefined ? {} : { after: after as Cursor }),
        });
        const name = await namesOfNext(deps.records, page.items);
        const items = page.items.map((item) => itemView(item, name));
        return { items, ...(page.next === undefined ? {} : { next: page.next }) };
      } catch (error) {
        if (!(error instanceof UnreadableCursor)) throw error;
        throw unreadableAfter();
      }
    },
  });
};
