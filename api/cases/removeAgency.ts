// POST /cases/:reference/agencies/:agency/removal: an agency that was named or added by mistake. Nothing has been asked of it, or its
// request is void; whoever took part in the case stays on it.

import { Type } from 'typebox';
import type { RemoveAgency } from '../../domain/rapidReview/scoping/commands';
import type { AgencyId } from '../../domain/timetable/facts';
import type { ApiDeps } from '../deps';
import { CaseAgencyParams, strict, TextField } from '../fields/fields';
import type { TypedApp } from '../http/typedApp';
import { actRoute } from '../writing/actRoute';

const Body = Type.Object(
  { reason: TextField() },
  { ...strict, examples: [{ reason: 'AG-0011 was typed for AG-0001.' }] },
);

export const removeAgencyRoute = (app: TypedApp, deps: ApiDeps): void => {
  actRoute(app, deps, {
    path: '/agencies/:agency/removal',
    permission: 'addAgencyToCase',
    tag: 'scoping',
    previewed: true,
    summary: 'Take an agency off the case',
    description:
      'One that was named or added by mistake, and that was not asked, or whose request is void. Its request is owed no more; what was recorded stays in the chronology.',
    params: CaseAgencyParams,
    body: Body,
    example: { version: 12, events: ['AgencyRemoved'] },
    act: async ({ body: { reason }, params, write }): Promise<RemoveAgency> => ({
      ...{ kind: 'removeAgency', agency: params.agency as AgencyId },
      reason: await write('reason', 'reason', reason),
    }),
  });
};
