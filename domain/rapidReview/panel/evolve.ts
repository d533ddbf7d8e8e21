// How the report, dispatches to the Panel and its replies enter the state.

import type { CivilDate } from '../../calendar/civilDate';
import type { CaseEvent } from '../events';
import type { CaseWithReview } from '../state';
import { withOutcome } from '../clock/evolve';
import type { PanelDispatchCorrected, PanelEvent, PanelReplyCorrected } from './events';
import { withDecision } from '../decision/evolve';
import {
  missTakenBackOvertaken,
  withAnswerJudged,
  withMissOfNone,
  withoutMissOvertaken,
} from './answerOvertaken';
import { withAnswersAnew } from './answersAnew';
import { signedBetween, withAmiss } from './decisionAsSent';
import { withOutcomeHeard } from './outcomeHeard';
import { lastDisagreement, RECONSIDERATION } from './reconsidered';
import { withReference } from './reference';
import type { ContactMade, Dispatch, Panel, Reply } from './state';
import { answeredBy } from './waitedFor';

const withPanel = <C extends CaseWithReview>(state: C, change: Partial<Panel>): C => ({
  ...state,
  panel: { ...state.panel, ...change },
});

const withDispatch = <C extends CaseWithReview>(
  state: C,
  number: number,
  change: (known: Dispatch) => Dispatch,
): C =>
  withPanel(state, {
    dispatches: state.panel.dispatches.map((one) => (one.number === number ? change(one) : one)),
  });

/** `heard`: by which event. */
const sentDispatch =
  (sent: NonNullable<Dispatch['sent']>, heard: Pick<Dispatch, 'sentBy' | 'putRightBy'>) =>
  (known: Dispatch): Dispatch => ({ ...known, sent, ...heard });

/** It went on another day than was thought: who signed between the two had not signed. */
const withSignOffsAmiss = <C extends CaseWithReview>(
  state: C,
  { body: { dispatch, was }, ...event }: PanelDispatchCorrected & Pick<CaseEvent, 'number'>,
  on: CivilDate,
): C => {
  const found = state.panel.dispatches.find(({ number }) => number === dispatch);
  if (found === undefined) return state;
  return withDecision(state, found.decision, (decision) =>
    withAmiss(decision, signedBetween(decision, { was, on }), state.panel, event),
  );
};

const neverSent = ({ sent: _thought, ...known }: Dispatch): Dispatch => ({ ...known, takenBack: true });

/**
 * A further disagreement asks for a reconsideration of its own: what came of the one before stays in the events. Where the
 * partners have not answered the one before, its date moves (R7).
 */
const disagreed = <C extends CaseWithReview>(state: C, on: NonNullable<C['panelDisagreedOn']>): C => {
  const { reconsideredOn, reconsideredBy: _heard, ...panel } = state.panel;
  if (reconsideredOn === undefined) return { ...state, panelDisagreedOn: on };
  const { [RECONSIDERATION]: _outcome, ...outcomes } = state.outcomes;
  const missesTakenBack = withoutMissOvertaken(state);
  return { ...state, panel, outcomes, missesTakenBack, panelDisagreedOn: on };
};

/** What a further disagreement would make forgotten. */
const cameOfOneBefore = (state: CaseWithReview): Pick<Reply, 'before'> => {
  const {
    panel: { reconsideredOn, reconsideredBy },
    outcomes: { [RECONSIDERATION]: outcome },
  } = state;
  return reconsideredOn === undefined || reconsideredBy === undefined
    ? {}
    : {
        before: {
          reconsideredOn,
          reconsideredBy,
          ...(outcome === undefined ? {} : { outcome }),
          ...missTakenBackOvertaken(state),
        },
      };
};

/** The last reply was none. Of a disagreement: the one before it counts again, as the partners had answered it. */
const neverReplied = <C extends CaseWithReview>(
  state: C,
  { body: { number }, ...event }: PanelReplyCorrected & Pick<CaseEvent, 'number' | 'at'>,
): C => {
  const { repliesTakenBack = 0, replies: recorded } = state.panel;
  const replies = recorded.filter((one) => one.number !== number);
  const without = withPanel(state, { replies, repliesTakenBack: repliesTakenBack + 1 });
  const none = recorded.find((one) => one.number === number);
  if (none?.reply !== 'disagrees') return without;
  const { panelDisagreedOn: _none, ...rest } = without;
  const disagreedOn = lastDisagreement(without)?.on;
  // It is the state but for a field that it may lack, which TypeScript does not know of a state in general.
  const known = { ...rest, ...(disagreedOn === undefined ? {} : { panelDisagreedOn: disagreedOn }) } as C;
  if (none.before === undefined) return known;
  const { outcome, missTakenBack, ...answered } = none.before;
  const came = withOutcome(withMissOfNone(known, event), RECONSIDERATION, outcome);
  const restated = withPanel(came, answered);
  if (missTakenBack === undefined) return restated;
  const taken = { key: RECONSIDERATION, ...missTakenBack };
  const { missesTakenBack: all } = restated;
  // What was missed by the letter that was none is another miss than the one before it: the team hears of each that it was taken back (R8).
  return { ...restated, missesTakenBack: [taken, ...all] };
};

const neverSaid = ({ answers: _thought, ...said }: ContactMade): ContactMade => ({
  ...said,
  takenBack: true,
});

export const evolvePanel = <C extends CaseWithReview>(state: C, event: CaseEvent & PanelEvent): C => {
  switch (event.kind) {
    case 'NotificationReferenceRecorded':
      return { ...state, panel: withReference(state, true, event) };
    case 'ReportAttached':
      return {
        ...state,
        reports: [...state.reports, { number: event.body.report, attachedAt: event.at }],
      };
    case 'PanelInformed': {
      const { dispatch, decision, report, without } = event.body;
      return withPanel(state, {
        dispatches: [
          ...state.panel.dispatches,
          { number: dispatch, decision, report, without, orderedAt: event.at, event: event.number },
        ],
      });
    }
    case 'PanelDispatchSent': {
      const { dispatch, on, channel } = event.body;
      const sent = sentDispatch({ on, channel }, { sentBy: event.number });
      return withOutcomeHeard(withDispatch(state, dispatch, sent), dispatch);
    }
    case 'PanelDispatchCorrected': {
      const { dispatch, on, acceptedAt } = event.body;
      if (on === undefined) return withAnswersAnew(withDispatch(state, dispatch, neverSent));
      const known = withSignOffsAmiss(state, event, on);
      const sent = state.panel.dispatches.find(({ number }) => number === dispatch)?.sent;
      const channel = acceptedAt === undefined ? sent?.channel : 'mail';
      if (channel === undefined) return known;
      const corrected = sentDispatch({ on, channel }, { putRightBy: event.number });
      return withAnswersAnew(withDispatch(known, dispatch, corrected));
    }
    case 'PanelDispatchFailed': {
      const { dispatch, mayHaveArrived } = event.body;
      return withDispatch(state, dispatch, (known) => ({
        ...known,
        failed: true,
        ...(mayHaveArrived && { mayHaveArrived }),
      }));
    }
    case 'PanelReplied': {
      const { number, reply, on } = event.body;
      const { replies } = state.panel;
      const replied = withPanel(state, {
        replies: [
          ...replies,
          {
            number,
            reply,
            on,
            event: event.number,
            ...(reply === 'disagrees' ? cameOfOneBefore(state) : {}),
          },
        ],
      });
      return reply === 'disagrees' ? disagreed(replied, on) : replied;
    }
    case 'PanelReplyCorrected': {
      const { number, on, countedFrom } = event.body;
      if (on === undefined) return withAnswersAnew(neverReplied(state, event));
      const judged = withAnswerJudged(state, event);
      const corrected = withPanel(judged, {
        replies: judged.panel.replies.map((one) => (one.number === number ? { ...one, on } : one)),
      });
      return withAnswersAnew(countedFrom === undefined ? corrected : { ...corrected, panelDisagreedOn: on });
    }
    case 'PanelContacted': {
      const { contact, on, channel } = event.body;
      const answers = answeredBy(state, event.body);
      return withPanel(state, {
        contacts: [
          ...state.panel.contacts,
          {
            contact,
            on,
            event: event.number,
            ...(channel === 'mail' ? { mailedBy: event.number } : {}),
            ...(answers === undefined ? {} : { answers }),
          },
        ],
      });
    }
    case 'PanelContactCorrected': {
      const { number, on } = event.body;
      const contacts = state.panel.contacts.map((one, index) => {
        if (index !== number - 1) return one;
        return on === undefined ? neverSaid(one) : { ...one, on, putRightBy: event.number };
      });
      return withAnswersAnew(withPanel(state, { contacts }));
    }
  }
};
