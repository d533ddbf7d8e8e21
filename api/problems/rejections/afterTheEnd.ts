// What is right instead of an act that the end of its case refuses (R20, R22).

import type { Ending, EndingCause } from '../../../domain/rapidReview/ending/state';

const UNDOING: Readonly<Record<EndingCause, string>> = {
  withdrawn: 'If it should not have been withdrawn, undo that (POST /cases/{reference}/withdrawal/undoing). ',
  settled:
    'If the reply that settled it was recorded by mistake, undo that (POST /cases/{reference}/panel/settlement/undoing). ',
  criteriaNotMet: '',
  merged: '',
};

/** For a withdrawal by mistake to take it back, and not to log the referral again; of a merged case, the one that goes on. */
export const afterTheEnd = (cause: EndingCause, into: Ending['into']): string =>
  into === undefined
    ? `${UNDOING[cause]}If there are new facts, log a new referral as an episode of this case.`
    : `Act on ${into}, which goes on for it.`;
