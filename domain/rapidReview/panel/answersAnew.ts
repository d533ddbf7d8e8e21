// Which words to the national Panel answer what it asks, once a day is put right: that of a reply, of the partners' confirmation, of such a
// word, or that there was none (R5, R8, R12, R19). By the right days it is as if they had been given at first, in the order in which the
// case heard.

import type { CaseWithReview } from '../state';
import { askedSince } from './askedSince';
import type { ContactMade, Dispatch, Panel, Reply } from './state';
import { canAnswer, heardBy, isInTurn } from './waitedFor';

const isAnswer = (state: CaseWithReview, asked: Reply, word: ContactMade): boolean =>
  word.takenBack !== true && canAnswer(state, asked, word) && isInTurn(state, asked, word);

/** It answers the reply that it answered before, unless that was taken back, or is of a later day than the word. */
const stillAnswers = ({ replies }: Panel, { answers, on }: ContactMade): boolean =>
  replies.some((reply) => reply.number === answers && reply.on <= on);

/** By which event the case knew that it had gone: a mail that is on its way has answered nothing yet. */
const goneBy = ({ sentBy, event }: Dispatch): number => sentBy ?? event;

/** What the case heard of since takes nothing from what a word answered: neither what went then, nor what was decided. */
const asOf = (state: CaseWithReview, heard: number): CaseWithReview => {
  const dispatches = state.panel.dispatches.filter((one) => goneBy(one) < heard);
  const decisions = state.decisions.filter(({ event }) => event < heard);
  return { ...state, panel: { ...state.panel, dispatches }, decisions };
};

const answersOf = (state: CaseWithReview, word: ContactMade): number | undefined => {
  const heard = heardBy(word);
  const then = asOf(state, heard);
  const asked = askedSince(then).filter(({ event }) => event <= heard);
  if (asked.length === 0) return stillAnswers(state.panel, word) ? word.answers : undefined;
  return asked.findLast((one) => isAnswer(then, one, word))?.number;
};

export const withAnswersAnew = <C extends CaseWithReview>(state: C): C => {
  const contacts = state.panel.contacts.map((word) => {
    const { answers: _before, ...said } = word;
    const answers = answersOf(state, word);
    return answers === undefined ? said : { ...said, answers };
  });
  return { ...state, panel: { ...state.panel, contacts } };
};
