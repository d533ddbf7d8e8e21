// That the next word to the Panel is the partners' the team hears once for each letter and each decision, and anew once that word had come to
// the Panel and has not after all (R5, R8, R12). What the mail says is `topics.ts`; what is owed `panel/waitedFor.ts`.

import { reconsiders } from '../panel/reconsidered';
import { asksSomething, type OwedToPanel } from '../panel/state';
import { notYetWithPanel } from '../panel/waitedFor';
import type { CaseWithReview } from '../state';
import { newsAgain } from './newsAgain';

const TOPICS = 'panelAwaitsWord/';

/** The number of the decision, or of the letter. One that was recorded anew is still the same decision. */
const ofWhich = ({ decisions, panel }: CaseWithReview, { word, on }: OwedToPanel): number => {
  const disagreed = word === 'answerToDisagreement';
  const found =
    word === 'decisionAgain'
      ? decisions.findLast(({ recordedAnew }) => recordedAnew !== true)
      : panel.replies.findLast(
          (one) => one.on === on && asksSomething(one) && (one.reply === 'disagrees') === disagreed,
        );
  return found?.number ?? 0;
};

export const topicOfOwed = (state: CaseWithReview, owed: OwedToPanel): string =>
  `${TOPICS}${owed.word}/${ofWhich(state, owed)}`;

/**
 * Of two letters that wait at once the one is owed first that could be answered later. An earlier one that is owed after it has waited all the
 * while; a later one that is owed after it is new, or had been answered in between.
 */
const isOwedAnew = (owed: OwedToPanel, state: CaseWithReview, before: CaseWithReview): boolean => {
  const was = notYetWithPanel(before);
  if (was === undefined) return true;
  // Decisions and letters are numbered apart: a decision that is owed while a letter waited had been with the Panel in between.
  if ((was.word === 'decisionAgain') !== (owed.word === 'decisionAgain'))
    return owed.word === 'decisionAgain';
  // Their answer to a disagreement is another each time; what the Panel asked beside it waits whether they have one or not.
  if (reconsiders(before) !== reconsiders(state)) return owed.word === 'answerToDisagreement';
  return ofWhich(before, was) < ofWhich(state, owed);
};

/** What the team was told of is past where it is owed anew. */
export const withoutAnswered = <C extends CaseWithReview>(state: C, before: CaseWithReview): C => {
  if (!state.toldTopics.some((topic) => topic.startsWith(TOPICS))) return state;
  const owed = notYetWithPanel(state);
  return owed === undefined || !isOwedAnew(owed, state, before)
    ? state
    : newsAgain(state, topicOfOwed(state, owed));
};
