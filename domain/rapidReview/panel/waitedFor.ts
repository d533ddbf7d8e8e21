// Since when we wait for the national Panel's next word (R12): the last between us and it, where the next is not with the partners. It is
// with them while what the Panel asked is unanswered: by a dispatch, or otherwise.

import type { CivilDate } from '../../calendar/civilDate';
import { decisionInForce } from '../decision/state';
import { holds } from '../rulesVersion';
import type { OpenCase, CaseWithReview } from '../state';
import { answerableSince, askedSince } from './askedSince';
import { panelContactKey } from './mailReports';
import { reconsiders } from './reconsidered';
import { isOnItsWay, lastSent, type ContactMade, type Dispatch, type OwedToPanel, type Reply } from './state';

/** What was recorded by mistake, or whose mail came to nothing, the Panel has not heard. */
export const isHeard = (
  { reference, failedNotices }: Pick<CaseWithReview, 'reference' | 'failedNotices'>,
  { mailedBy, takenBack }: ContactMade,
): boolean =>
  takenBack !== true &&
  (mailedBy === undefined || !failedNotices.includes(`${reference}/${panelContactKey(mailedBy)}`));

/** What went last was the decision as it stands. */
export const hasDecisionInForce = (state: CaseWithReview): boolean =>
  lastSent(state.panel)?.decision === decisionInForce(state)?.number;

/** While the partners reconsider, what they are to answer the disagreement is not known; anything else that the Panel asked can be. */
const isAnswerable = (state: CaseWithReview, { reply }: Reply): boolean =>
  !reconsiders(state) || reply !== 'disagrees';

/**
 * Whether a word to the Panel can answer that, by its day. Neither a chaser nor a notice of delay answers anything; a disagreement nothing
 * does before the partners have confirmed or decided again; and another decision goes by its dispatch. Nor does what was said before the
 * Panel asked.
 */
export const canAnswer = (
  state: CaseWithReview,
  asked: Reply,
  { contact, on }: Pick<ContactMade, 'contact' | 'on'>,
): boolean =>
  contact === 'other' &&
  isAnswerable(state, asked) &&
  hasDecisionInForce(state) &&
  on >= answerableSince(state, asked);

/** The number of the last reply that a word to the Panel answers, said now. */
export const answeredBy = (
  state: CaseWithReview,
  word: Pick<ContactMade, 'contact' | 'on'>,
): number | undefined => askedSince(state).findLast((asked) => canAnswer(state, asked, word))?.number;

/** The event since which it can be answered. */
const turnOf = (state: CaseWithReview, { reply, event }: Reply): number =>
  reply === 'disagrees' ? Math.max(event, state.panel.reconsideredBy ?? 0) : event;

/** By which event the case heard of it, or last of its day. */
export const heardBy = ({ event, putRightBy = event }: ContactMade): number => putRightBy;

/** Of the day itself since which it may be answered, only the order of recording tells. */
export const isInTurn = (state: CaseWithReview, asked: Reply, word: ContactMade): boolean => {
  const { event, on } = word;
  const turn = turnOf(state, asked);
  const since = answerableSince(state, asked);
  return on >= since && (event > turn || (heardBy(word) > turn && on > since));
};

/** What answers the last that the Panel asked answers what it had asked before, where it could. */
const answersTo = (asked: Reply, state: CaseWithReview, word: ContactMade): boolean =>
  word.answers !== undefined && (word.answers === asked.number || isInTurn(state, asked, word));

/** What is recorded last need not have gone last. */
const lastDayOf = ({ panel }: OpenCase): CivilDate | undefined =>
  panel.dispatches
    .flatMap(({ sent }) => (sent === undefined ? [] : [sent.on]))
    .sort()
    .at(-1);

/** The last that can be answered of what it asked, and it has not heard the answer to: neither by a dispatch, nor otherwise. */
const unanswered = (state: CaseWithReview): Reply | undefined => {
  const words = state.panel.contacts.filter((one) => isHeard(state, one));
  const waiting = askedSince(state).filter(
    (asked) => isAnswerable(state, asked) && !words.some((one) => answersTo(asked, state, one)),
  );
  return holds(state, 'askedBesideDisagreementIsOwed')
    ? waiting.sort((a, b) => turnOf(state, a) - turnOf(state, b)).at(-1)
    : waiting.at(-1);
};

/** What has not come to the Panel, and whether a dispatch that is on its way brings it. */
interface Unheard {
  readonly owed: OwedToPanel;
  readonly comesWith: (dispatch: Dispatch) => boolean;
}

const unheard = (state: CaseWithReview): Unheard | undefined => {
  const sent = lastSent(state.panel);
  const decision = decisionInForce(state);
  if (sent === undefined) return undefined;
  // No word answers what comes with a decision that the Panel has not got, and while the partners reconsider that does not go.
  if (reconsiders(state) && !(holds(state, 'askedBesideDisagreementIsOwed') && hasDecisionInForce(state)))
    return undefined;
  if (decision !== undefined && decision.number > sent.decision)
    return {
      owed: { word: 'decisionAgain', on: decision.on },
      comesWith: (dispatch) => dispatch.decision === decision.number,
    };
  const asked = unanswered(state);
  if (asked === undefined) return undefined;
  return {
    owed: { word: asked.reply === 'disagrees' ? 'answerToDisagreement' : 'more', on: asked.on },
    // Which was ordered before the Panel asked brings no answer.
    comesWith: ({ event }) => event > asked.event,
  };
};

/**
 * R5, R19: what has not come to the Panel yet. Nothing where the word is with it. That the partners reconsider has a date of its own; what the
 * Panel asked beside that has none.
 */
export const notYetWithPanel = (state: CaseWithReview): OwedToPanel | undefined => unheard(state)?.owed;

/** The same, where nobody has sent it: nothing while it is on its way. */
export const owedToPanel = (state: CaseWithReview): OwedToPanel | undefined => {
  const found = unheard(state);
  const onItsWay = state.panel.dispatches.filter(isOnItsWay);
  return found === undefined || onItsWay.some(found.comesWith) ? undefined : found.owed;
};

/** R12: the last word between us and the Panel; nothing where the word is not with it. */
export const panelWaitedFor = (state: OpenCase): CivilDate | undefined => {
  const { panel } = state;
  const sent = lastDayOf(state);
  // While the partners reconsider, the word is with them.
  if (sent === undefined || reconsiders(state)) return undefined;
  // It has asked for more, or waits for what was decided again; unless it was answered otherwise than by a dispatch.
  if (unanswered(state) !== undefined) return undefined;
  const contacts = panel.contacts.filter((one) => isHeard(state, one));
  return [
    sent,
    ...panel.replies.map(({ on }) => on),
    ...contacts.flatMap(({ contact, on, answers }) =>
      contact === 'chase' || answers !== undefined ? [on] : [],
    ),
  ]
    .sort()
    .at(-1);
};
