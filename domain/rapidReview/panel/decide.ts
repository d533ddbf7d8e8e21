// Whether the Panel may be informed, its reply recorded and settled, and what that establishes (R17 to R19). What the
// gate lacks is refused by name; what the chair may go without, only the chair goes without. Any other word to it is `contact.ts`.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import { londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { Asked } from '../asked';
import { decisionInForce } from '../decision/state';
import { endedBy } from '../ending/decide';
import { dayOf, outsideItsTime, type DayOf } from '../datedInTime';
import type { EventBody } from '../events';
import { accept, isRejection, refuse, type Decided, type Rejection } from '../rejections';
import type { DossierRow, OpenCase } from '../state';
import type {
  AttachReport,
  CorrectPanelInformed,
  CorrectPanelReply,
  InformPanel,
  RecordNotificationReference,
  RecordPanelInformed,
  RecordPanelReply,
  SettleReply,
} from './commands';
import { answerJudgedAnew } from './answerOvertaken';
import { askedSince } from './askedSince';
import { passGate, reportInForce } from './gate';
import { lastDisagreement, reconsiders } from './reconsidered';
import {
  cameToNothing,
  isOnItsWay,
  lastSent,
  nextReply,
  panelHasSince,
  settles,
  type Dispatch,
  type Panel,
  type PanelChannel,
  type Reply,
} from './state';
import { hasDecisionInForce, notYetWithPanel, owedToPanel } from './waitedFor';

export const recordNotificationReference = (
  { panel }: OpenCase,
  { reference: note, reason }: RecordNotificationReference,
): Decided<EventBody> =>
  panel.referenceRecorded && reason === undefined
    ? refuse({ code: 'NotificationReferenceAlreadyRecorded' })
    : accept({
        kind: 'NotificationReferenceRecorded',
        body: { note, ...(reason === undefined ? {} : { reason }) },
      });

export const attachReport = ({ reports }: OpenCase, { document }: AttachReport): Decided<EventBody> =>
  accept({ kind: 'ReportAttached', body: { report: reports.length + 1, document } });

const isInForce = ({ decision, report }: Dispatch, state: OpenCase): boolean =>
  decision === decisionInForce(state)?.number && report === reportInForce(state)?.number;

/** Decision and report as they stand have gone to it. */
export const hasWhatStands = (state: OpenCase): boolean => {
  const last = lastSent(state.panel);
  return last !== undefined && isInForce(last, state);
};

/** Another dispatch says something only when decision or report are others, or the Panel has asked since. */
export const nothingNew = (
  state: OpenCase,
  channel: PanelChannel,
  went?: CivilDate,
): Rejection | undefined => {
  // One that was recorded by mistake says nothing of what went before it.
  const last = state.panel.dispatches.findLast(
    ({ sent, takenBack }) => sent !== undefined || takenBack !== true,
  );
  if (last === undefined || cameToNothing(last)) return undefined;
  // What has gone another way does not wait for a mail of something older.
  if (last.sent === undefined) return channel === 'mail' ? { code: 'PanelAlreadyInformed' } : undefined;
  const { on, channel: by } = last.sent;
  // It had gone before that mail, of which nobody had heard: complete since then. What was typed is corrected instead.
  if (by === 'mail' && went !== undefined && went < on) return undefined;
  // On the day of a dispatch the Panel may have asked before it or after it: which, only the order tells in which the case heard.
  const asked = askedSince(state).some((one) => went === undefined || went >= one.on);
  return !isInForce(last, state) || asked ? undefined : { code: 'PanelAlreadyInformed', on };
};

/** Why nothing goes that way at the moment, whatever the gate lacks. */
export const whyNothingGoes = (
  state: OpenCase,
  channel: PanelChannel,
  went?: CivilDate,
): Rejection | undefined =>
  reconsiders(state) ? { code: 'DisagreementNotReconsidered' } : nothingNew(state, channel, went);

interface Going {
  readonly channel: PanelChannel;
  readonly on?: CivilDate;
  readonly proceedReason?: DossierRow | undefined;
}

const informed = (
  state: OpenCase,
  { channel, on, proceedReason }: Going,
  asked: Asked,
): (EventBody & { readonly kind: 'PanelInformed' }) | Rejection => {
  const nothing = whyNothingGoes(state, channel, on);
  if (nothing !== undefined) return nothing;
  const without = passGate(state, { on, proceedReason }, asked);
  if (isRejection(without)) return without;
  return {
    kind: 'PanelInformed',
    body: {
      dispatch: state.panel.dispatches.length + 1,
      decision: decisionInForce(state)?.number ?? 0,
      report: reportInForce(state)?.number ?? 0,
      channel,
      without,
      // A reason for what is not missing would state something to the Panel that is not so.
      ...(proceedReason === undefined || without.length === 0 ? {} : { reason: proceedReason }),
    },
  };
};

export const informPanel = (
  state: OpenCase,
  { proceedReason }: InformPanel,
  asked: Asked,
): Decided<EventBody> => {
  const event = informed(state, { channel: 'mail', proceedReason }, asked);
  return isRejection(event) ? refuse(event) : accept(event);
};

/** What went before its mail was ordered went by itself, and without what was signed in between. */
const orderedBy = ({ orderedAt }: Dispatch, on: CivilDate, calendar: WorkingCalendar): boolean =>
  londonDateOf(calendar, orderedAt) <= on;

/** R18: what hangs in the mail and went another way meanwhile is complete; its mail is not sent any more. */
export const recordPanelInformed = (
  state: OpenCase,
  { channel, on, evidence, proceedReason }: RecordPanelInformed,
  asked: Asked,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const sent = (dispatch: number): EventBody => ({
    kind: 'PanelDispatchSent',
    body: { dispatch, on, channel, note: evidence },
  });
  // Of a day that cannot be, nobody says what was missing then.
  const wrong = outsideItsTime(on, dayOf('decision', decisionInForce(state)?.on), calendar, now);
  if (wrong !== undefined) return refuse(wrong);
  const hanging = state.panel.dispatches.findLast(
    (one) => isOnItsWay(one) && isInForce(one, state) && orderedBy(one, on, calendar),
  );
  if (hanging !== undefined) return accept(sent(hanging.number));
  const event = informed(state, { channel, on, proceedReason }, asked);
  return isRejection(event) ? refuse(event) : accept<EventBody>(event, sent(event.body.dispatch));
};

/** R8. What the mail server has accepted it has dated itself; a reply to it came no sooner than it went. */
export const correctPanelInformed = (
  { panel, decisions }: OpenCase,
  { dispatch, on, reason }: CorrectPanelInformed,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const found = panel.dispatches.find(({ number }) => number === dispatch);
  if (found === undefined || (found.sent === undefined && found.takenBack === true))
    return refuse({ code: 'NoSuchDispatch', dispatch });
  if (found.sent === undefined || found.sent.channel === 'mail')
    return refuse({ code: 'DispatchNotRecordedByHand', dispatch });
  const { on: was } = found.sent;
  if (on === was) return refuse({ code: 'PanelCorrectionChangesNothing', on });
  // One that the case heard of before may have called for it.
  const answered = panel.replies
    .filter((reply) => reply.on >= was && reply.event > found.event)
    .map((reply): DayOf => ({ of: 'reply', on: reply.on }));
  if (on === undefined) {
    const repliedOn = answered[0]?.on;
    return repliedOn === undefined
      ? accept({ kind: 'PanelDispatchCorrected', body: { dispatch, was, reason } })
      : refuse({ code: 'DispatchAnswered', dispatch, repliedOn });
  }
  const decided = dayOf('decision', decisions.find(({ number }) => number === found.decision)?.on);
  const wrong = outsideItsTime(on, decided, calendar, now, ...answered);
  return wrong === undefined
    ? accept({ kind: 'PanelDispatchCorrected', body: { dispatch, was, on, reason } })
    : refuse(wrong);
};

/** The partners' answer, and any later reply, rest on it: they are taken back before it, or not at all. */
const takenBack = (
  { replies, reconsideredOn }: Panel,
  { number, reply, on: was }: Reply,
  reason: DossierRow,
): Decided<EventBody> => {
  if (replies.at(-1)?.number !== number)
    return refuse({ code: 'PanelReplyBuiltUpon', number, by: 'laterReply' });
  const disagreed = reply === 'disagrees';
  if (disagreed && reconsideredOn !== undefined)
    return refuse({ code: 'PanelReplyBuiltUpon', number, by: 'reconsideration' });
  return accept({
    kind: 'PanelReplyCorrected',
    body: { number, was, ...(disagreed ? { countedFrom: true } : {}), reason },
  });
};

/** R8: between the replies before and after it, and, of the disagreement, before the partners answered it. */
export const correctPanelReply = (
  state: OpenCase,
  { number, on, reason }: CorrectPanelReply,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const { panel } = state;
  const { replies, dispatches, reconsideredOn } = panel;
  const at = replies.findIndex((one) => one.number === number);
  const found = replies[at];
  if (found === undefined) return refuse({ code: 'NoSuchPanelReply', number });
  if (on === undefined) return takenBack(panel, found, reason);
  const { on: was } = found;
  if (on === was) return refuse({ code: 'PanelCorrectionChangesNothing', on });
  const from = dayOf('reply', replies[at - 1]?.on) ?? dayOf('dispatch', panelHasSince(dispatches));
  const last = lastDisagreement(state)?.number === number;
  const answeredOn = last ? reconsideredOn : undefined;
  const answered = [dayOf('reply', replies[at + 1]?.on), dayOf('reconsideration', answeredOn)].filter(
    (one) => one !== undefined,
  );
  const wrong = outsideItsTime(on, from, calendar, now, ...answered.filter((one) => one.on >= was));
  if (wrong !== undefined) return refuse(wrong);
  const answer = answerJudgedAnew(state, { number, on }, calendar, now);
  const judged = answer === undefined ? {} : { answer };
  return accept({
    kind: 'PanelReplyCorrected',
    body: { number, was, on, ...(last ? { countedFrom: true } : {}), ...judged, reason },
  });
};

export const recordPanelReply = (
  state: OpenCase,
  { reply, on, letter }: RecordPanelReply,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const since = panelHasSince(state.panel.dispatches);
  if (since === undefined) return refuse({ code: 'PanelNotInformed' });
  const last = state.panel.replies.at(-1);
  const earliest = dayOf('reply', last?.on) ?? dayOf('dispatch', since);
  const wrong = outsideItsTime(on, earliest, calendar, now);
  if (wrong !== undefined) return refuse(wrong);
  // A further decision that the Panel has not seen: what it agrees to is not what would be told to everybody.
  if (reply === 'agrees' && !hasDecisionInForce(state)) return refuse({ code: 'DecisionNotWithPanel' });
  const number = nextReply(state.panel);
  const replied: EventBody = {
    kind: 'PanelReplied',
    body: { number, reply, on, ...(letter === undefined ? {} : { note: letter }) },
  };
  return settles(reply)
    ? accept<EventBody>(replied, ...endedBy(state, calendar, now, { cause: 'settled' }))
    : accept(replied);
};

export const settleReply = (
  state: OpenCase,
  { reason }: SettleReply,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  if (state.panel.replies.length === 0) return refuse({ code: 'NoReplyToSettle' });
  // A further decision that the Panel has not seen settles nothing.
  if (!hasDecisionInForce(state)) return refuse({ code: 'DecisionNotWithPanel' });
  if (reconsiders(state)) return refuse({ code: 'DisagreementNotReconsidered' });
  const owed = owedToPanel(state);
  if (owed !== undefined) return refuse({ code: 'PanelNotAnswered', ...owed });
  // It may come to nothing yet.
  if (notYetWithPanel(state) !== undefined) return refuse({ code: 'PanelAlreadyInformed' });
  return accept(...endedBy(state, calendar, now, { cause: 'settled', reason }));
};
