// Whom a scoping request goes to where nobody is named. Whether it may go is the rules' to say.

import { scopingRequestKey } from '../../domain/rapidReview/scoping/requestKey';
import type { AgencyOnCase, RecordedCase, CaseWithReview } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';

/** Its last mail lapsed, as with a withdrawal that was undone. */
export const cameToNothing = (
  { reference, failedNotices }: CaseWithReview,
  { agency, request }: AgencyOnCase,
): boolean =>
  request !== undefined &&
  failedNotices.includes(`${reference}/${scopingRequestKey(agency, request.round, request.sendings)}`);

/** Asked by nobody yet: a mail that is on its way is not sent a second time by default. */
export const stillToAsk = (state: CaseWithReview | RecordedCase | undefined): readonly AgencyId[] => {
  if (state?.status !== 'open') return [];
  return state.agencies
    .filter((one) => one.sent === undefined && (one.request === undefined || cameToNothing(state, one)))
    .map(({ agency }) => agency);
};
