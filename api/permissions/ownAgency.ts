// Holds somebody who answers for one agency to that agency, where their permission reaches no further; and off a case from which
// anybody there is excluded (R13): an account says which agency it answers for, and not as whom.

import type { FastifyRequest } from 'fastify';
import { excludedAt } from '../../domain/rapidReview/agenciesOfCase';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';
import type { Records } from '../../records/records';
import { problem } from '../problems/problem';
import { accountProblems } from './accountProblems';
import { onlyAgency } from './guard';
import type { Permission } from './permissions';

/** Throws where the agency is not theirs, or is on no such case: whether there is one at all is not told. */
export const ownAgencyOnly = async (
  { cases }: Records,
  request: FastifyRequest,
  permission: Permission,
  { reference, agency }: { readonly reference: CaseReference; readonly agency: string },
): Promise<void> => {
  const reach = onlyAgency(request, permission);
  if (!reach.limited) return;
  if (reach.agency !== agency) throw problem(accountProblems.notYourAgency, {});
  const state = (await cases.stateOf(reference))?.state;
  if (state === undefined || state.agencies.every((one) => one.agency !== agency))
    throw problem(accountProblems.nothingOfYourAgency, {});
  if (excludedAt(state, agency as AgencyId).length > 0) throw problem(accountProblems.accountsOffCase, {});
};
