// The misses that the team is to hear of at 09:00, and those that it is to hear are none (R6, R8). A miss of the very day of one that is
// none leaves what the team believes as it is: of two disagreements of the Panel the answers may be due on one day. When the mail goes is
// `briefing.ts`.

import type { CivilDate } from '../../calendar/civilDate';
import type { ObligationKey, Outcome } from '../../timetable/facts';
import { entriesByKey } from '../../timetable/obligationKey';
import { overtakenTakenBack } from '../panel/answerOvertaken';
import { missesOvertaken, RECONSIDERATION } from '../panel/reconsidered';
import { holds } from '../rulesVersion';
import type { CaseWithReview } from '../state';
import { topicOfMiss } from './heardOfMisses';
import type { MissTakenBack } from './missTakenBack';
import { missToldAtOnce } from './toldAtOnce';

export type Miss = Extract<Outcome, { kind: 'missed' }> & { readonly key: ObligationKey };

interface TakenBack extends MissTakenBack {
  /** When it was done, of an answer that another disagreement of the Panel has overtaken. */
  readonly on?: CivilDate;
}

/** But those that were told at once. */
const misses = (state: CaseWithReview): readonly Miss[] =>
  [
    ...missesOvertaken(state).map((outcome) => ({ ...outcome, key: RECONSIDERATION })),
    ...entriesByKey(state.outcomes).flatMap(([key, outcome]) =>
      outcome.kind === 'missed' && !missToldAtOnce(key) ? [{ ...outcome, key }] : [],
    ),
  ].filter(({ told }) => told === undefined);

const takenBack = (state: CaseWithReview): readonly TakenBack[] =>
  [
    // Missed again: what the team believes is so.
    ...state.missesTakenBack.filter(
      ({ key, ofNone }) => ofNone === true || state.outcomes[key]?.kind !== 'missed',
    ),
    ...overtakenTakenBack(state),
  ].filter((taken) => !state.toldTopics.includes(topicOfMiss(taken)));

const idOfMiss = ({ key, due }: Miss): string => `${key} ${due}`;
const idOfTakenBack = ({ key, was }: TakenBack): string => `${key} ${was}`;

/** Of each day those that are more than the others. */
const beyond = <T>(all: readonly T[], idOf: (one: T) => string, others: readonly string[]): readonly T[] =>
  all.filter((one, at) => {
    const id = idOf(one);
    const before = all.slice(0, at).filter((other) => idOf(other) === id).length;
    return before >= others.filter((other) => other === id).length;
  });

const goesByDay = (state: CaseWithReview): boolean => holds(state, 'missOfSameDayAsOneThatIsNoneIsNoNews');

export const untoldMisses = (state: CaseWithReview): readonly Miss[] =>
  goesByDay(state) ? beyond(misses(state), idOfMiss, takenBack(state).map(idOfTakenBack)) : misses(state);

/** Most cases have none, and the clock asks at each act. */
export const untoldTakenBack = (state: CaseWithReview): readonly TakenBack[] => {
  const all = takenBack(state);
  return all.length === 0 || !goesByDay(state)
    ? all
    : beyond(all, idOfTakenBack, misses(state).map(idOfMiss));
};
