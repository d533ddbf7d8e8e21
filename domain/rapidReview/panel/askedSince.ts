// What the national Panel has asked of the partners and no dispatch has answered: the next word is with them (R5, R19). Whether another word
// has answered it is `waitedFor.ts`.

import type { CivilDate } from '../../calendar/civilDate';
import type { CaseWithReview } from '../state';
import { lastDisagreement } from './reconsidered';
import { asksSomething, heardOfBy, type Dispatch, type Reply } from './state';

type Asking = Pick<CaseWithReview, 'panel'>;

/** The day from which on something may answer it: a disagreement nothing before the partners have confirmed or decided again. */
export const answerableSince = (state: Asking, { reply, on }: Reply): CivilDate =>
  reply === 'disagrees' ? (state.panel.reconsideredOn ?? on) : on;

/** What it disagreed with before it disagreed again needs no word any more. */
const askedInTheEnd = (state: Asking): readonly Reply[] => {
  const last = lastDisagreement(state);
  return state.panel.replies.filter(
    (one) => asksSomething(one) && (one.reply !== 'disagrees' || one === last),
  );
};

/** On one day the order tells in which the case heard; and whoever puts its day right knows what had been asked. */
const answers = (state: Asking, dispatch: Dispatch, asked: Reply): boolean => {
  const { sent, putRightBy = 0 } = dispatch;
  const { event: heard, on } = asked;
  if (sent === undefined || sent.on < answerableSince(state, asked)) return false;
  return heardOfBy(dispatch) > heard || (sent.channel !== 'mail' && putRightBy > heard && sent.on > on);
};

/** What the Panel has asked, and no dispatch has answered. */
export const askedSince = (state: Asking): readonly Reply[] =>
  askedInTheEnd(state).filter((asked) => !state.panel.dispatches.some((one) => answers(state, one, asked)));
