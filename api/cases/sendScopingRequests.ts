// POST /cases/:reference/scoping-requests: mails the scoping request. Whom to write to is looked up in the register at
// that moment; whether it may go is the rules' to say.

import { Type } from 'typebox';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { AgencyToAsk } from '../../domain/rapidReview/scoping/commands';
import type { AgencyId } from '../../domain/timetable/facts';
import type { Records } from '../../records/records';
import { liveContacts } from '../agencies/agenciesInRegister';
import type { ApiDeps } from '../deps';
import { AgencyIdField, CaseParams, strict } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { actOnCase } from '../writing/caseWriter';
import { WriteAnswerSchema, writeHeadersOf } from '../writing/writeAnswer';
import { WriteHeaders } from '../writing/writeHeaders';

const Body = Type.Object(
  {
    agencies: Type.Optional(
      Type.Array(AgencyIdField, {
        maxItems: 200,
        description:
          'Left out: every agency on the case that has not been asked yet. To one named again it goes again, and restarts nothing.',
      }),
    ),
  },
  { ...strict, examples: [{ agencies: ['AG-0001', 'AG-0003'] }] },
);

/** Asked by nobody yet: a mail that is on its way is not sent a second time by default. */
const stillToAsk = async (records: Records, reference: CaseReference): Promise<readonly AgencyId[]> => {
  const folded = await records.cases.stateOf(reference);
  return folded?.state.status !== 'open'
    ? []
    : folded.state.agencies
        .filter(({ request, sent }) => request === undefined && sent === undefined)
        .map(({ agency }) => agency);
};

const withContacts = async (
  records: Records,
  agencies: readonly AgencyId[],
): Promise<readonly AgencyToAsk[]> => {
  const found = new Map((await records.agencies.byIds(agencies)).map((agency) => [agency.id, agency]));
  return agencies.map((agency) => {
    const known = found.get(agency);
    return { agency, contacts: known === undefined ? [] : liveContacts(known) };
  });
};

export const sendScopingRequestsRoute = (app: TypedApp, deps: ApiDeps): void => {
  app.route({
    method: 'POST',
    url: '/cases/:reference/scoping-requests',
    config: { permission: 'sendScopingRequests' },
    schema: {
      summary: 'Send the scoping requests',
      description:
        'Mails the scoping template to every contact of the agencies. A request counts as sent on the London day on which the mail server accepts it; that is a fact of its own and comes a little later.',
      tags: ['scoping'],
      security,
      headers: WriteHeaders,
      params: CaseParams,
      body: Body,
      response: {
        200: WriteAnswerSchema({ version: 13, events: ['ScopingRequested', 'ScopingRequested'] }),
        ...problems,
      },
    },
    handler: async (request, reply) => {
      const { records } = deps;
      const reference = request.params.reference as CaseReference;
      const named = request.body.agencies as AgencyId[] | undefined;
      const answer = await actOnCase(deps, request, reference, async () => ({
        kind: 'sendScopingRequests',
        agencies: await withContacts(records, named ?? (await stillToAsk(records, reference))),
      }));
      void reply.headers(writeHeadersOf(answer));
      return answer;
    },
  });
};
