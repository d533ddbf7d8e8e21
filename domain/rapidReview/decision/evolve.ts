// How evidence, decisions and signatures enter the state.

import type { CaseEvent, EventOf } from '../events';
import { answersPanel, lastDisagreement } from '../panel/reconsidered';
import type { CaseWithReview } from '../state';
import { withAmiss } from '../panel/decisionAsSent';
import { withAnswersAnew } from '../panel/answersAnew';
import type { DecisionEvent, DecisionTaken } from './events';
import { decisionInForce, type Decision } from './state';

const decided = ({ body, number }: DecisionTaken & Pick<CaseEvent, 'number'>): Decision => {
  const { decision, meeting, at, on, outcome, learningReview, missingReturns, insteadOf } = body;
  return {
    number: decision,
    meeting,
    decidedAt: at,
    on,
    event: number,
    outcome,
    missingReturns,
    signOffs: [],
    ...(learningReview === undefined ? {} : { learningReview }),
    ...(insteadOf === undefined ? {} : { recordedAnew: true }),
  };
};

/** After a disagreement, a further decision or a confirmation is the reconsideration (R19). */
const reconsidered = <C extends CaseWithReview>(
  state: C,
  on: NonNullable<C['panelDisagreedOn']>,
  { number }: Pick<CaseEvent, 'number'>,
): C =>
  state.panelDisagreedOn === undefined
    ? state
    : { ...state, panel: { ...state.panel, reconsideredOn: on, reconsideredBy: number } };

const confirmedOn = <C extends CaseWithReview>(state: C, on: NonNullable<C['panelDisagreedOn']>): C =>
  state.panelDisagreedOn === undefined
    ? state
    : withAnswersAnew({ ...state, panel: { ...state.panel, reconsideredOn: on } });

/** One that is recorded anew answers what the decision in whose place it comes had answered, and no letter of the Panel since (R16, R19). */
const isReconsideration = (state: CaseWithReview, { body: { insteadOf } }: DecisionTaken): boolean =>
  insteadOf === undefined || answersPanel(state, decisionInForce(state));

/** Where they have not confirmed it, nothing that was said since has told the Panel so. */
const neverConfirmed = <C extends CaseWithReview>(state: C): C => {
  const { reconsideredOn: _thought, reconsideredBy: _heard, ...panel } = state.panel;
  const disagreed = lastDisagreement(state)?.number;
  const contacts = panel.contacts.map(({ answers, ...said }) =>
    answers === undefined || answers === disagreed ? said : { ...said, answers },
  );
  return withAnswersAnew({ ...state, panel: { ...panel, contacts } });
};

export const withDecision = <C extends CaseWithReview>(
  state: C,
  number: number,
  change: (known: Decision) => Decision,
): C => ({
  ...state,
  decisions: state.decisions.map((known) => (known.number === number ? change(known) : known)),
});

const signOffCorrected = (
  { signOffs, ...known }: Decision,
  { body: { seat, on }, ...event }: EventOf<'SignOffCorrected'>,
  { panel }: CaseWithReview,
): Decision => {
  const corrected = signOffs.flatMap((one) => {
    if (one.seat !== seat) return [one];
    return on === undefined ? [] : [{ ...one, on }];
  });
  return withAmiss({ ...known, signOffs: corrected }, [seat], panel, event);
};

export const evolveDecision = <C extends CaseWithReview>(state: C, event: CaseEvent & DecisionEvent): C => {
  switch (event.kind) {
    case 'DutyEvidenced':
      return state.duties.includes(event.body.duty)
        ? state
        : { ...state, duties: [...state.duties, event.body.duty] };
    case 'DecisionTaken': {
      const known = { ...state, decisions: [...state.decisions, decided(event)] };
      return isReconsideration(state, event) ? reconsidered(known, event.body.on, event) : known;
    }
    case 'DecisionConfirmed':
      return reconsidered(state, event.body.on, event);
    case 'ConfirmationCorrected':
      return event.body.on === undefined ? neverConfirmed(state) : confirmedOn(state, event.body.on);
    case 'DecisionSignedOff': {
      const { decision, seat, on, onBehalf } = event.body;
      const signed = { seat, on, by: event.actor, onBehalf };
      return withDecision(state, decision, (known) => ({
        ...known,
        signOffs: [...known.signOffs, signed],
      }));
    }
    case 'SignOffCorrected':
      return withDecision(state, event.body.decision, (known) => signOffCorrected(known, event, state));
  }
};
