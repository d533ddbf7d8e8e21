// GET /cases/:reference/returns, how the answer of each agency stands, by code and date; and of one agency what it wrote,
// with each view logged. An agency's own contact reads its own.

import { timetableOfCase } from '../../domain/rapidReview/timetableOfCase';
import type { FoldedCase } from '../../records/records';
import { agencyNames, readCase } from '../cases/readCase';
import type { ApiDeps } from '../deps';
import { CaseAgencyParams, CaseParams } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { onlyAgency } from '../permissions/guard';
import { ownAgencyOnly } from '../permissions/ownAgency';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';
import { textReader } from '../texts/textReader';
import { presentTimetable } from '../timetable/presentTimetable';
import type { TimetableView } from '../timetable/timetableSchema';
import { etagOf } from '../writing/writeHeaders';
import { presentReturns, presentReturnsOf } from './presentReturns';
import { AgencyReturnsSchema, ReturnsSchema } from './returnsSchema';

const timetableView = ({ state, calendar }: FoldedCase): TimetableView =>
  presentTimetable(timetableOfCase(state, calendar), calendar, state.profile);

export const readReturnsRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const { records } = deps;
  app.route({
    method: 'GET',
    url: '/cases/:reference/returns',
    config: { permission: 'readCases' },
    schema: {
      summary: 'Read how the answers stand',
      description:
        'Each agency: what it answered and when, early or late by how many working days, when it is due. No texts.',
      tags: ['returns'],
      security,
      params: CaseParams,
      response: { 200: ReturnsSchema, ...problems },
    },
    handler: async (request, reply) => {
      const folded = await readCase(records, request.params.reference);
      void reply.header('etag', etagOf(folded.state.version));
      return presentReturns(folded, timetableView(folded), await agencyNames(records, folded));
    },
  });

  app.route({
    method: 'GET',
    url: '/cases/:reference/returns/:agency',
    config: { permission: 'readReturns', narrowsToOwnAgency: true },
    schema: {
      summary: 'Read what an agency answered',
      description:
        "Every version with what was written. That you read it is recorded. An agency's own contact reads its own.",
      tags: ['returns'],
      security,
      params: CaseAgencyParams,
      response: { 200: AgencyReturnsSchema, ...problems },
    },
    handler: async (request, reply) => {
      const { agency } = request.params;
      const reference = request.params.reference;
      await ownAgencyOnly(records, request, 'readReturns', { reference, agency });
      const folded = await readCase(records, reference);
      const known = folded.state.agencies.find((one) => one.agency === agency);
      if (known === undefined) throw problem(requestProblems.agencyNotOnThisCase, {});
      const name = await agencyNames(records, folded);
      const reader = textReader(deps, request, reference, 'readReturns');
      void reply.header('etag', etagOf(folded.state.version));
      const { limited: isOfAgency } = onlyAgency(request, 'readReturns');
      return presentReturnsOf(folded, known, timetableView(folded), name, { reader, isOfAgency });
    },
  });
};
