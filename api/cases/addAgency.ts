// POST /cases/:reference/agencies: an agency that is found to have known the child or family.

import { Type } from 'typebox';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';
import { agenciesInRegister } from '../agencies/agenciesInRegister';
import type { ApiDeps } from '../deps';
import { AgencyIdField, CaseParams, strict, TextField } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { actOnCase } from '../writing/caseWriter';
import { WriteAnswerSchema, writeHeadersOf } from '../writing/writeAnswer';
import { WriteHeaders } from '../writing/writeHeaders';

const Body = Type.Object(
  { agency: AgencyIdField, note: Type.Optional(TextField()) },
  { ...strict, examples: [{ agency: 'AG-0007', note: 'Named by the school on the telephone.' }] },
);

export const addAgencyRoute = (app: TypedApp, deps: ApiDeps): void => {
  app.route({
    method: 'POST',
    url: '/cases/:reference/agencies',
    config: { permission: 'addAgencyToCase' },
    schema: {
      summary: 'Add an agency to the case',
      description: 'Its scoping request is then due. The agency must be in the register.',
      tags: ['scoping'],
      security,
      headers: WriteHeaders,
      params: CaseParams,
      body: Body,
      response: { 200: WriteAnswerSchema({ version: 11, events: ['AgencyIdentified'] }), ...problems },
    },
    handler: async (request, reply) => {
      const { agency, note } = request.body;
      const answer = await actOnCase(
        deps,
        request,
        request.params.reference as CaseReference,
        async (write) => {
          await agenciesInRegister(deps.records, [agency], '/agency');
          const row = note === undefined ? {} : { note: await write('note', 'note', note) };
          return { kind: 'addAgency', agency: agency as AgencyId, ...row };
        },
      );
      void reply.headers(writeHeadersOf(answer));
      return answer;
    },
  });
};
