// What came of an answer to a disagreement of the Panel, where a later disagreement has overtaken it (R8, R19). Where the day of the first is
// put right since, it is due on another day, and so it may have been in time, or late after all; and that a miss is none the team hears of the
// very answer that it was a miss of. Where none has overtaken it, `clock/outcomes.ts` says.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { Outcome } from '../../timetable/facts';
import { topicOfMiss } from '../clock/heardOfMisses';
import type { MissTakenBack } from '../clock/missTakenBack';
import { outcomeEvents } from '../clock/outcomes';
import type { Envelope } from '../events';
import type { OpenCase, CaseWithReview } from '../state';
import type { PanelReplyCorrected } from './events';
import { RECONSIDERATION } from './reconsidered';
import type { Reply } from './state';

type Before = NonNullable<Reply['before']>;

export interface TakenBack extends MissTakenBack {
  readonly on: CivilDate;
}

/** What the team has yet to hear of the present answer: that its miss, of which it had heard, was taken back. */
const ofPresentAnswer = ({ missesTakenBack }: CaseWithReview): MissTakenBack | undefined =>
  missesTakenBack.find(({ key, ofNone }) => key === RECONSIDERATION && ofNone !== true);

/** It is of the answer that is overtaken, and not of the next; where that is missed again, the team believes what is so. */
export const missTakenBackOvertaken = (state: CaseWithReview): Pick<Before, 'missTakenBack'> => {
  const taken = ofPresentAnswer(state);
  if (taken === undefined || state.outcomes[RECONSIDERATION]?.kind !== 'met') return {};
  const { was, event, at } = taken;
  return { missTakenBack: { was, event, at } };
};

export const withoutMissOvertaken = (state: CaseWithReview): CaseWithReview['missesTakenBack'] => {
  const taken = ofPresentAnswer(state);
  return state.missesTakenBack.filter((one) => one !== taken);
};

/** Of the present disagreement, which was none: the team is to hear that it was not missed, whatever came of the one before. */
export const withMissOfNone = <C extends CaseWithReview>(
  state: C,
  { number, at }: Pick<Envelope, 'number' | 'at'>,
): C => {
  const outcome = state.outcomes[RECONSIDERATION];
  const known = ofPresentAnswer(state);
  const heard = outcome?.kind === 'missed' && outcome.told === true;
  const taken = heard ? { key: RECONSIDERATION, was: outcome.due, event: number, at } : known;
  const others = state.missesTakenBack.filter((one) => one !== known);
  return taken === undefined ? state : { ...state, missesTakenBack: [...others, { ...taken, ofNone: true }] };
};

/** The disagreement after that reply: it keeps what came of the one before, where that was answered. */
const overtakes = ({ panel: { replies } }: CaseWithReview, number: number): Reply | undefined => {
  const at = replies.findIndex((one) => one.number === number);
  return replies[at]?.reply === 'disagrees'
    ? replies.slice(at + 1).find(({ reply }) => reply === 'disagrees')
    : undefined;
};

/** As it would have been judged had nothing come after it; nothing where it stays as it is. Throws `BeyondCalendar`. */
export const answerJudgedAnew = (
  state: OpenCase,
  { number, on }: { readonly number: number; readonly on: CivilDate },
  calendar: WorkingCalendar,
  now: Instant,
): Outcome | undefined => {
  const before = overtakes(state, number)?.before;
  if (before?.outcome === undefined) return undefined;
  const { reconsideredOn, outcome } = before;
  const then: OpenCase = {
    ...state,
    panelDisagreedOn: on,
    panel: { ...state.panel, reconsideredOn },
    outcomes: { ...state.outcomes, [RECONSIDERATION]: outcome },
  };
  return outcomeEvents(then, calendar, now, { fact: 'reply' }).flatMap((event) =>
    event.kind === 'OutcomeRestated' && event.body.key === RECONSIDERATION ? (event.body.now ?? []) : [],
  )[0];
};

/** As with any other outcome that is restated: where the team had heard of a miss, it is to hear that it was taken back. */
const judged = (
  { outcome: was, missTakenBack: taken, ...before }: Before,
  answer: Outcome,
  { toldTopics }: CaseWithReview,
  { number, at }: Pick<Envelope, 'number' | 'at'>,
): Before => {
  const believed =
    taken !== undefined && !toldTopics.includes(topicOfMiss({ key: RECONSIDERATION, ...taken }));
  if (answer.kind === 'missed') return { ...before, outcome: believed ? { ...answer, told: true } : answer };
  const known = was?.kind === 'missed' && was.told === true ? { was: was.due, event: number, at } : taken;
  return { ...before, outcome: answer, ...(known === undefined ? {} : { missTakenBack: known }) };
};

/** The disagreement that overtook it keeps that now. */
export const withAnswerJudged = <C extends CaseWithReview>(
  state: C,
  event: PanelReplyCorrected & Pick<Envelope, 'number' | 'at'>,
): C => {
  const { number, answer } = event.body;
  const next = overtakes(state, number);
  if (answer === undefined || next?.before === undefined) return state;
  const now = { ...next, before: judged(next.before, answer, state, event) };
  const replies = state.panel.replies.map((reply) => (reply === next ? now : reply));
  return { ...state, panel: { ...state.panel, replies } };
};

/** Of each that the team had heard was missed, and that was not. */
export const overtakenTakenBack = ({
  panel: { replies },
}: Pick<CaseWithReview, 'panel'>): readonly TakenBack[] =>
  replies.flatMap(({ before }) =>
    before?.missTakenBack === undefined || before.outcome?.on === undefined
      ? []
      : [{ key: RECONSIDERATION, ...before.missTakenBack, on: before.outcome.on }],
  );
