// Which misses the team has heard of, so that it hears once of each, and once that there was none (R6, R8). What follows from it
// for the state is `evolve.ts`, for the mails `topics.ts` and `notices.ts`.

import type { ObligationKey } from '../../timetable/facts';
import type { CaseWithReview } from '../state';
import type { MissTakenBack } from './missTakenBack';

/** The same taking back is told once. */
export const topicOfMiss = ({ key, event }: MissTakenBack): string => `missTakenBack/${key}/${event}`;

/** The team still believes that it was missed. */
export const stillBelieved = ({ missesTakenBack, toldTopics }: CaseWithReview, key: ObligationKey): boolean =>
  missesTakenBack.some(
    (taken) => taken.key === key && taken.ofNone !== true && !toldTopics.includes(topicOfMiss(taken)),
  );
