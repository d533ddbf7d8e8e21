// Since when we wait for the national Panel's next word (R12): the last between us and it, where the next is not with the partners. It is
// with them while what the Panel asked is unanswered: by a dispatch, or otherwise.

import type { CivilDate } from '../../calendar/civilDate';
import { decisionInForce } from '../decision/state';
import { holds } from '../rulesVersion';
import type { OpenCase, Running } from '../state';
import { panelContactKey } from './mailReports';
import { reconsiders } from './reconsidered';
import { askedSince, isOnItsWay, lastSent, type ContactMade, type OwedToPanel, type Reply } from './state';

/**
 * What was recorded by mistake, or its mail came to nothing with, the Panel has not heard. Without `mailOfWordToPanelIsKnown` the mail of
 * one is not known.
 */
export const isHeard = (
  { reference, failedNotices }: Pick<Running, 'reference' | 'failedNotices'>,
  { mailedBy, takenBack }: ContactMade,
): boolean =>
  takenBack !== true &&
  (mailedBy === undefined || !failedNotices.includes(`${reference}/${panelContactKey(mailedBy)}`));

/** The day from which on a word may answer it. */
export const answerableSince = (state: Running, asked: Reply): CivilDate =>
  asked.reply === 'disagrees' && holds(state, 'wordBeforeReconsiderationAnswersNothing')
    ? (state.panel.reconsideredOn ?? asked.on)
    : asked.on;

/** While the partners reconsider, what they are to answer the disagreement is not known; anything else that the Panel asked can be. */
const isAnswerable = (state: Running, { reply }: Reply): boolean =>
  !reconsiders(state) || (reply !== 'disagrees' && holds(state, 'whateverPanelAsksIsAnswered'));

/**
 * Whether a word to the Panel can answer that, by its day. Neither a chaser nor a notice of delay answers anything; a disagreement nothing
 * does before the partners have confirmed or decided again; and another decision goes by its dispatch. Nor does what was said before the
 * Panel asked.
 */
export const canAnswer = (
  state: Running,
  asked: Reply,
  { contact, on }: Pick<ContactMade, 'contact' | 'on'>,
): boolean =>
  contact === 'other' &&
  isAnswerable(state, asked) &&
  lastSent(state.panel)?.decision === decisionInForce(state)?.number &&
  on >= answerableSince(state, asked);

/** The number of the last reply that a word to the Panel answers, said now. */
export const answeredBy = (state: Running, word: Pick<ContactMade, 'contact' | 'on'>): number | undefined =>
  askedSince(state).findLast((asked) => canAnswer(state, asked, word))?.number;

/** What answers the last that the Panel asked answers what it had asked before, where it could. */
const answersTo = (asked: Reply, state: Running, { contact, on, answers }: ContactMade): boolean => {
  if (!holds(state, 'panelIsAnsweredOnlyAfterItAsked')) return contact !== 'chase' && on >= asked.on;
  if (answers === undefined || answers === asked.number) return answers !== undefined;
  return (
    holds(state, 'whateverPanelAsksIsAnswered') &&
    answers > asked.number &&
    on >= answerableSince(state, asked)
  );
};

/** Of what is recorded last, which need not have gone last. */
const lastDayOf = (state: OpenCase): CivilDate | undefined => {
  const days = state.panel.dispatches.flatMap(({ sent }) => (sent === undefined ? [] : [sent.on]));
  return holds(state, 'earlierDispatchIsRecordedLater') ? days.sort().at(-1) : days.at(-1);
};

/** The last that it asked, and has not heard the answer to: neither by a dispatch, nor otherwise. */
const unanswered = (state: Running): Reply | undefined => {
  const words = state.panel.contacts.filter((one) => isHeard(state, one));
  return askedSince(state).findLast((asked) => !words.some((one) => answersTo(asked, state, one)));
};

/** R5, R19: what has not come to the Panel yet. Nothing where the word is with it; or the partners reconsider, which has a date of its own. */
export const notYetWithPanel = (state: Running): OwedToPanel | undefined => {
  const sent = lastSent(state.panel);
  const decision = decisionInForce(state);
  if (sent === undefined || reconsiders(state)) return undefined;
  if (decision !== undefined && decision.number > sent.decision)
    return { word: 'decisionAgain', on: decision.on };
  const asked = unanswered(state);
  if (asked === undefined) return undefined;
  return { word: asked.reply === 'disagrees' ? 'answerToDisagreement' : 'more', on: asked.on };
};

/** The same, where nobody has sent it: nothing while something is on its way. */
export const owedToPanel = (state: Running): OwedToPanel | undefined =>
  state.panel.dispatches.some(isOnItsWay) ? undefined : notYetWithPanel(state);

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
