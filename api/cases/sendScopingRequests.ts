// POST /cases/:reference/scoping-requests: mails the scoping request. Whom to write to is looked up in the register at
// that moment; whether it may go is the rules' to say.

import { Type } from 'typebox';
import type { AgencyToAsk, SendScopingRequests } from '../../domain/rapidReview/scoping/commands';
import type { AgencyId } from '../../domain/timetable/facts';
import type { Records } from '../../records/records';
import { contactsToAsk } from '../agencies/agenciesInRegister';
import type { ApiDeps } from '../deps';
import { AgencyIdField, strict } from '../fields/fields';
import type { TypedApp } from '../http/typedApp';
import { actRoute } from '../writing/actRoute';
import { stillToAsk } from './stillToAsk';

const Body = Type.Object(
  {
    agencies: Type.Optional(
      Type.Array(AgencyIdField, {
        maxItems: 200,
        description:
          'Left out: every agency on the case that has not been asked yet, or whose mail came to nothing. To one named again it goes again, and restarts nothing.',
      }),
    ),
  },
  { ...strict, examples: [{ agencies: ['AG-0001', 'AG-0003'] }] },
);

const withContacts = async (
  records: Records,
  agencies: readonly AgencyId[],
): Promise<readonly AgencyToAsk[]> => {
  const found = new Map((await records.agencies.byIds(agencies)).map((agency) => [agency.id, agency]));
  return agencies.map((agency) => {
    const known = found.get(agency);
    return { agency, ...(known === undefined ? { contacts: [] } : contactsToAsk(known)) };
  });
};

export const sendScopingRequestsRoute = (app: TypedApp, deps: ApiDeps): void => {
  const { records } = deps;
  actRoute(app, deps, {
    path: '/scoping-requests',
    permission: 'sendScopingRequests',
    tag: 'scoping',
    summary: 'Send the scoping requests',
    description:
      'Mails the scoping template to the lead contacts of the agencies; the others are kept for fail-over and escalation. A request counts as sent on the London day on which the mail server accepts it; that is a fact of its own and comes a little later.',
    body: Body,
    example: { version: 13, events: ['ScopingRequested', 'ScopingRequested'] },
    act: async ({ body, reference }): Promise<SendScopingRequests> => ({
      kind: 'sendScopingRequests',
      agencies: await withContacts(
        records,
        body.agencies ?? stillToAsk((await records.cases.stateOf(reference))?.state),
      ),
    }),
  });
};
