// What the link rests on by which an agency answers without an account: the request that it was asked with, and who of those who
// were sent it may not answer any more (R13). Whoever holds it answers for the agency and sees its dates, and nothing else (R24).

import type { AgencyId } from '../../timetable/facts';
import { agencyOn, excludedAt } from '../agenciesOfCase';
import type { Running } from '../state';

/**
 * Another one once the request is made anew, or somebody at the agency is excluded or readmitted: a link made for one is none for
 * the other. Nothing where the agency was not asked.
 */
export const answerLinkRestsOn = (state: Running, agency: AgencyId): string | undefined => {
  const request = agencyOn(state, agency)?.request;
  if (request === undefined) return undefined;
  return [state.reference, agency, request.round, ...excludedAt(state, agency).toSorted()].join('/');
};
