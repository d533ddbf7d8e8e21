// Whether the partners may confirm the decision that the national Panel disagrees with, and whether what was recorded of that may be put
// right (R8, R19). That the group decides again instead, `decide.ts` says.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import { profileOf } from '../../policy/profiles';
import { daysOfDispatches, outsideItsTime, type DayOf } from '../datedInTime';
import type { EventBody } from '../events';
import { answersPanel, lastDisagreement, reconsiders } from '../panel/reconsidered';
import { heardOfBy, mayBeWithPanel, type Dispatch, type Reply } from '../panel/state';
import { accept, refuse, type Decided, type Rejection } from '../rejections';
import type { OpenCase, CaseWithReview } from '../state';
import type { ConfirmDecision, CorrectConfirmation, PartnersWord } from './commands';
import { seatTwice } from './decide';
import { decisionInForce } from './state';

/** All three partners, each once (R20, R19). */
export const byAllPartners = (
  { profile }: CaseWithReview,
  agreedBy: readonly PartnersWord[],
): Rejection | undefined => {
  const seats = agreedBy.map(({ seat }) => seat);
  const missing = profileOf(profile).seats.filter((seat) => !seats.includes(seat));
  return seatTwice(seats) ?? (missing.length > 0 ? { code: 'PartnersMustAgree', missing } : undefined);
};

export const confirmDecision = (
  state: OpenCase,
  { on, agreedBy, reason }: ConfirmDecision,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const decision = decisionInForce(state);
  if (decision === undefined || state.panelDisagreedOn === undefined || !reconsiders(state))
    return refuse({ code: 'NothingToReconsider' });
  const wrong =
    byAllPartners(state, agreedBy) ??
    outsideItsTime(on, { of: 'disagreement', on: state.panelDisagreedOn }, calendar, now);
  if (wrong !== undefined) return refuse(wrong);
  return accept({ kind: 'DecisionConfirmed', body: { decision: decision.number, on, agreedBy, reason } });
};

/** What came after it. Nothing goes to the Panel between its disagreement and the answer. */
interface After {
  readonly dispatches: readonly Dispatch[];
  readonly replies: readonly Reply[];
}

/** A letter came after it of which the case heard later, and of that day or a later one. */
const after = (
  { panel: { dispatches, replies, reconsideredBy = 0 } }: OpenCase,
  disagreed: Reply,
  was: CivilDate,
): After => ({
  dispatches: dispatches.filter((one) => heardOfBy(one) > disagreed.event),
  replies: replies.filter(
    ({ number, event, on }) => number > disagreed.number && event > reconsideredBy && on >= was,
  ),
});

const builtUponBy = ({ dispatches, replies }: After): 'dispatch' | 'reply' | undefined => {
  if (replies.length > 0) return 'reply';
  return dispatches.some(mayBeWithPanel) ? 'dispatch' : undefined;
};

const answeredBy = ({ dispatches, replies }: After, calendar: WorkingCalendar): readonly DayOf[] => [
  ...replies.map(({ on }): DayOf => ({ of: 'reply', on })),
  ...daysOfDispatches(dispatches, calendar),
];

export const correctConfirmation = (
  state: OpenCase,
  { on, reason }: CorrectConfirmation,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const decision = decisionInForce(state);
  const disagreed = lastDisagreement(state);
  const was = state.panel.reconsideredOn;
  if (decision === undefined || disagreed === undefined || was === undefined || answersPanel(state, decision))
    return refuse({ code: 'NotConfirmed' });
  const since = after(state, disagreed, was);
  const corrected = { decision: decision.number, was, reason };
  if (on === undefined) {
    const by = builtUponBy(since);
    return by === undefined
      ? accept({ kind: 'ConfirmationCorrected', body: corrected })
      : refuse({ code: 'ConfirmationBuiltUpon', by });
  }
  if (on === was) return refuse({ code: 'ConfirmationCorrectionChangesNothing', on });
  const wrong = outsideItsTime(
    on,
    { of: 'disagreement', on: disagreed.on },
    calendar,
    now,
    // What was recorded as of a day before it did not come after it.
    ...answeredBy(since, calendar).filter((one) => one.on >= was),
  );
  return wrong === undefined
    ? accept({ kind: 'ConfirmationCorrected', body: { ...corrected, on } })
    : refuse(wrong);
};
