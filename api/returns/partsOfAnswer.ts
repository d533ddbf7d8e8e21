// How many parts an agency's answer may come in. Which answer stops its clock, and whether one may come at all, the rules of the
// case decide.

import { agencyOn } from '../../domain/rapidReview/agenciesOfCase';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';
import type { ApiDeps } from '../deps';
import { inBody, problem } from '../problems/problem';
import { returnProblems } from './returnProblems';

/**
 * Every part stays for good, in the records and in what the case carries, and each is mailed a receipt. Whoever has the link could
 * send them without end, and so could a program that saves as somebody types. No answer needs as many.
 */
const MOST_PARTS = 100;

/** Throws where the agency has given as many parts as are taken. What stops its clock is taken all the same. */
export const mustTakeMoreParts = async (
  { records }: ApiDeps,
  reference: CaseReference,
  agency: AgencyId,
): Promise<void> => {
  const state = (await records.cases.stateOf(reference))?.state;
  const known = state === undefined ? undefined : agencyOn(state, agency);
  const parts = known?.returns.filter(({ answer }) => answer === 'partial') ?? [];
  if (parts.length < MOST_PARTS) return;
  throw problem(
    returnProblems.tooManyParts,
    { agency, most: MOST_PARTS },
    inBody('/answer', 'must not be "partial" any more'),
  );
};
