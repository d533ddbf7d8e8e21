// Which words to the national Panel answer what it asks, once a day is put right: that of a reply, of the partners' confirmation, of such a
// word, or that there was none (R5, R8, R12, R19). By the right days it is as if they had been given at first, in the order in which the
// case heard.

import { holds } from '../rulesVersion';
import type { Running } from '../state';
import { askedSince } from './askedSince';
import type { ContactMade, Panel, Reply } from './state';
import { canAnswer, heardBy, isInTurn } from './waitedFor';

const isAnswer = (state: Running, asked: Reply, word: ContactMade): boolean =>
  word.takenBack !== true && canAnswer(state, asked, word) && isInTurn(state, asked, word);

/** What it answered before the present asking it answers still, unless that is none, or came after it. */
const stillAnswers = ({ replies }: Panel, { answers, on }: ContactMade): boolean =>
  replies.some((reply) => reply.number === answers && reply.on <= on);

const answersOf = (state: Running, word: ContactMade): number | undefined => {
  const { panel } = state;
  const heard = heardBy(word);
  // What went after it takes nothing from what it answered.
  const dispatches = panel.dispatches.filter(({ event = 0 }) => event < heard);
  const then = { ...state, panel: { ...panel, dispatches } };
  const asked = askedSince(then).filter(({ event = 0 }) => event <= heard);
  if (asked.length === 0) return stillAnswers(panel, word) ? word.answers : undefined;
  return asked.findLast((one) => isAnswer(then, one, word))?.number;
};

export const withAnswersAnew = <C extends Running>(state: C): C => {
  if (!holds(state, 'wordsAnswerByDaysPutRight')) return state;
  const contacts = state.panel.contacts.map((word) => {
    const { answers: _before, ...said } = word;
    const answers = answersOf(state, word);
    return answers === undefined ? said : { ...said, answers };
  });
  return { ...state, panel: { ...state.panel, contacts } };
};
