// How the report, dispatches to the Panel and its replies enter the state.

import { keyOf } from '../../timetable/obligationKey';
import type { CaseEvent } from '../events';
import type { Running } from '../state';
import type { PanelEvent } from './events';
import type { Dispatch, Panel } from './state';
import { answeredBy, goesByOrder } from './waitedFor';

/** State of cases of before is as it was (docs/adr/0006). */
const ORDER_SINCE_RULES_VERSION = 10;
const MAIL_KNOWN_SINCE_RULES_VERSION = 13;

const inOrder = (
  { rulesVersion }: Running,
  { number }: Pick<CaseEvent, 'number'>,
): { readonly event?: number } => (rulesVersion < ORDER_SINCE_RULES_VERSION ? {} : { event: number });

const withPanel = <C extends Running>(state: C, change: Partial<Panel>): C => ({
  ...state,
  panel: { ...state.panel, ...change },
});

const withDispatch = <C extends Running>(state: C, number: number, change: Partial<Dispatch>): C =>
  withPanel(state, {
    dispatches: state.panel.dispatches.map((one) => (one.number === number ? { ...one, ...change } : one)),
  });

/**
 * A further disagreement asks for a reconsideration of its own: what came of the one before stays in the events. Where the
 * partners have not answered the one before, its date moves (R7).
 */
const disagreed = <C extends Running>(state: C, on: NonNullable<C['panelDisagreedOn']>): C => {
  const { reconsideredOn, ...panel } = state.panel;
  if (reconsideredOn === undefined) return { ...state, panelDisagreedOn: on };
  const { [keyOf({ obligation: 'reconsideration' })]: _outcome, ...outcomes } = state.outcomes;
  return { ...state, panel, outcomes, panelDisagreedOn: on };
};

export const evolvePanel = <C extends Running>(state: C, event: CaseEvent & PanelEvent): C => {
  switch (event.kind) {
    case 'NotificationReferenceRecorded':
      return withPanel(state, { referenceRecorded: true });
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
          { number: dispatch, decision, report, without, orderedAt: event.at, ...inOrder(state, event) },
        ],
      });
    }
    case 'PanelDispatchSent': {
      const { dispatch, on, channel } = event.body;
      return withDispatch(state, dispatch, { sent: { on, channel } });
    }
    case 'PanelDispatchCorrected': {
      const { dispatch, on, acceptedAt } = event.body;
      const sent = state.panel.dispatches.find(({ number }) => number === dispatch)?.sent;
      const channel = acceptedAt === undefined ? sent?.channel : 'mail';
      return channel === undefined ? state : withDispatch(state, dispatch, { sent: { on, channel } });
    }
    case 'PanelDispatchFailed': {
      const { dispatch, mayHaveArrived } = event.body;
      return withDispatch(state, dispatch, { failed: true, ...(mayHaveArrived && { mayHaveArrived }) });
    }
    case 'PanelReplied': {
      const { number, reply, on } = event.body;
      const replied = withPanel(state, {
        replies: [...state.panel.replies, { number, reply, on, ...inOrder(state, event) }],
      });
      return reply === 'disagrees' ? disagreed(replied, on) : replied;
    }
    case 'PanelReplyCorrected': {
      const { number, on, countedFrom } = event.body;
      const corrected = withPanel(state, {
        replies: state.panel.replies.map((one) => (one.number === number ? { ...one, on } : one)),
      });
      return countedFrom === undefined ? corrected : { ...corrected, panelDisagreedOn: on };
    }
    case 'PanelContacted': {
      const { contact, on, channel } = event.body;
      const mailed = channel === 'mail' && state.rulesVersion >= MAIL_KNOWN_SINCE_RULES_VERSION;
      const answers = goesByOrder(state) ? answeredBy(state, contact) : undefined;
      return withPanel(state, {
        contacts: [
          ...state.panel.contacts,
          {
            ...{ contact, on },
            ...(mailed ? { mailedBy: event.number } : {}),
            ...(answers === undefined ? {} : { answers }),
          },
        ],
      });
    }
  }
};
