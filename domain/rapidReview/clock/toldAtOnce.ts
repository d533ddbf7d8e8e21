// What the team is told at once and not in its next mail of 09:00: which misses (R6), and which mails that could not go (R12).

import { isCompletion } from '../../policy/policyProfile';
import type { ObligationKey } from '../../timetable/facts';
import { refOf } from '../../timetable/obligationKey';
import type { CaseWithReview } from '../state';
import type { NoticeFailed } from './events';

export const missToldAtOnce = (key: ObligationKey): boolean => isCompletion(refOf(key).obligation);

/** Of failed mails none to the team: another to the team cannot tell it, and the case's notices show it. */
export const isToTeam = ({ agency, to }: NoticeFailed['body']): boolean =>
  agency === undefined && to === undefined;

/** After the end of a case, which has no mail of 09:00 for what fails then. Of alerts `safety/notices.ts` says. */
export const failureToldAtOnce = (
  { status }: Pick<CaseWithReview, 'status'>,
  failed: NoticeFailed['body'],
): boolean => status === 'ended' && !isToTeam(failed) && failed.to !== 'onCall';
