// GET /agencies and GET /agencies/:agency. Somebody who answers for one agency sees that one only.

import { Type } from 'typebox';
import { wholeCode } from '../../domain/rapidReview/codes';
import type { AgencyId } from '../../domain/timetable/facts';
import type { AgencyPage, Records } from '../../records/records';
import type { ApiDeps } from '../deps';
import { AgencyIdField, strict } from '../fields/fields';
import { PageLimit, USUAL_PAGE } from '../fields/pageQuery';
import { problems, security, type TypedApp } from '../http/typedApp';
import { accountProblems } from '../permissions/accountProblems';
import { onlyAgency } from '../permissions/guard';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';
import { etagOf } from '../writing/writeHeaders';
import { AgencyPageSchema, AgencySchema } from './agencySchemas';
import { presentAgencies, presentAgency } from './presentAgency';

const Query = Type.Object(
  {
    after: Type.Optional(
      Type.String({
        pattern: wholeCode('agency'),
        description: 'must be the "next" of the page before',
      }),
    ),
    limit: PageLimit,
  },
  strict,
);

const ownOnly = async (records: Records, own: AgencyId | undefined): Promise<AgencyPage> => {
  const agency = own === undefined ? undefined : await records.agencies.byId(own);
  return { items: agency === undefined ? [] : [agency] };
};

export const readAgenciesRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const { records } = deps;
  const config = { permission: 'readAgencies', narrowsToOwnAgency: true } as const;
  app.route({
    method: 'GET',
    url: '/agencies',
    config,
    schema: {
      summary: 'List the agencies',
      description: 'The register, by id.',
      tags: ['agencies'],
      security,
      querystring: Query,
      response: { 200: AgencyPageSchema, ...problems },
    },
    handler: async (request) => {
      const { after, limit = USUAL_PAGE } = request.query;
      const reach = onlyAgency(request, 'readAgencies');
      const page = reach.limited
        ? await ownOnly(records, reach.agency)
        : await records.agencies.list({
            limit,
            ...(after === undefined ? {} : { after: after as AgencyId }),
          });
      const items = await presentAgencies(records, request, page.items);
      return { items, ...(page.next === undefined ? {} : { next: page.next }) };
    },
  });

  app.route({
    method: 'GET',
    url: '/agencies/:agency',
    config,
    schema: {
      summary: 'Read an agency',
      description: 'Who stands behind its contacts is shown to those whose role includes that.',
      tags: ['agencies'],
      security,
      params: Type.Object({ agency: AgencyIdField }, strict),
      response: { 200: AgencySchema, ...problems },
    },
    handler: async (request, reply) => {
      const id = request.params.agency;
      const reach = onlyAgency(request, 'readAgencies');
      if (reach.limited && reach.agency !== id) throw problem(accountProblems.notYourAgency, {});
      const agency = await records.agencies.byId(id);
      if (agency === undefined) throw problem(requestProblems.unknownAgency, {});
      void reply.header('etag', etagOf(agency.version));
      return presentAgency(records, request, agency);
    },
  });
};
