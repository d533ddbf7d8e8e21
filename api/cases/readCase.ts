// A case for reading: folded from its events, or the problem that there is none; and the names of its agencies.

import type { CaseReference } from '../../domain/rapidReview/state';
import type { FoldedCase, Records } from '../../records/records';
import { problem } from '../problems/problem';
import { rejectionProblems } from '../problems/rejectionProblems';

export const readCase = async (records: Records, reference: string): Promise<FoldedCase> => {
  const folded = await records.cases.stateOf(reference as CaseReference);
  if (folded === undefined) throw problem(rejectionProblems.CaseNotOpen, { code: 'CaseNotOpen' });
  return folded;
};

/** The name of an agency, or its id where the register has no name for it. */
export type NameAgency = (id: string) => string;

export const agencyNames = async (records: Records, { state }: FoldedCase): Promise<NameAgency> => {
  const agencies = await records.agencies.byIds(state.agencies.map(({ agency }) => agency));
  const names = new Map<string, string>(agencies.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
};
