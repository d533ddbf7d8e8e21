// POST /cases/:reference/agencies/:agency/corrections and …/removal: an agency that was found at another moment than was typed, or that
// was named or added by mistake. Of the latter nothing has been asked, or its request is void; whoever took part in the case stays on it.

import { Type } from 'typebox';
import type { CorrectIdentified, RemoveAgency } from '../../domain/rapidReview/scoping/commands';
import type { ApiDeps } from '../deps';
import { CaseAgencyParams, InstantField, strict, TextField } from '../fields/fields';
import { reasonBody } from '../fields/reasonBody';
import type { TypedApp } from '../http/typedApp';
import { actRoute } from '../writing/actRoute';
import { instantOf } from './openCase';

const CorrectBody = Type.Object(
  { at: InstantField, reason: TextField() },
  {
    ...strict,
    examples: [{ at: '2026-04-07T15:00:00+01:00', reason: 'It was named on the telephone on Tuesday.' }],
  },
);

const RemoveBody = reasonBody('AG-0011 was typed for AG-0001.');

export const correctAgencyRoutes = (app: TypedApp, deps: ApiDeps): void => {
  actRoute(app, deps, {
    path: '/agencies/:agency/corrections',
    permission: 'addAgencyToCase',
    tag: 'scoping',
    previewed: true,
    takenBackAt: '/agencies/:agency/removal',
    summary: 'Correct when an agency was found',
    description:
      'For a moment that was recorded wrongly. When its request is due follows the right one; the original stays in the chronology, and the outcome is restated (R8).',
    params: CaseAgencyParams,
    body: CorrectBody,
    example: { version: 12, events: ['AgencyIdentifiedCorrected', 'DatesMoved'] },
    act: async ({ body: { at, reason }, params, write }): Promise<CorrectIdentified> => ({
      kind: 'correctIdentified',
      agency: params.agency,
      at: instantOf(at),
      reason: await write('reason', 'reason', reason),
    }),
  });

  actRoute(app, deps, {
    path: '/agencies/:agency/removal',
    permission: 'addAgencyToCase',
    tag: 'scoping',
    previewed: true,
    summary: 'Take an agency off the case',
    description:
      'One that was named or added by mistake, and that was not asked, or whose request is void. Its request is no longer owed; what was recorded stays in the chronology.',
    params: CaseAgencyParams,
    body: RemoveBody,
    example: { version: 12, events: ['AgencyRemoved'] },
    act: async ({ body: { reason }, params, write }): Promise<RemoveAgency> => ({
      kind: 'removeAgency',
      agency: params.agency,
      reason: await write('reason', 'reason', reason),
    }),
  });
};
