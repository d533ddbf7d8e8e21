// Why an act towards the national Panel is refused.

import type { CivilDate } from '../../calendar/civilDate';
import type { Missing, OwedToPanel } from './state';

export type PanelRejection =
  | { readonly code: 'NotificationReferenceAlreadyRecorded' }
  /** `never`: cannot be gone without; `chairMay`: the chair may, with a reason. */
  | {
      readonly code: 'PanelGateShut';
      readonly never: readonly Missing[];
      readonly chairMay: readonly Missing[];
      /** The day on which it is said to have gone another way. */
      readonly went?: CivilDate;
    }
  | {
      readonly code: 'OnlyChairMayProceed';
      readonly without: readonly Missing[];
      readonly went?: CivilDate;
    }
  /** A dispatch is on its way, may have arrived, or went and nothing has changed since. */
  | { readonly code: 'PanelAlreadyInformed'; readonly on?: CivilDate; readonly mayHaveArrived?: true }
  | { readonly code: 'PanelNotInformed' }
  /** Or it was recorded by mistake. */
  | { readonly code: 'NoSuchDispatch'; readonly dispatch: number }
  /** It hangs, or the mail server has dated it. */
  | { readonly code: 'DispatchNotRecordedByHand'; readonly dispatch: number }
  | { readonly code: 'NoSuchPanelReply'; readonly number: number }
  /** Or it was recorded by mistake. */
  | { readonly code: 'NoSuchPanelContact'; readonly number: number }
  /** It went by mail from here. */
  | { readonly code: 'PanelContactNotRecordedByHand'; readonly number: number }
  /** The Panel has answered it: it went. */
  | { readonly code: 'DispatchAnswered'; readonly dispatch: number; readonly repliedOn: CivilDate }
  /** What came after it rests on it: a later reply, or the partners' answer to it. */
  | {
      readonly code: 'PanelReplyBuiltUpon';
      readonly number: number;
      readonly by: 'laterReply' | 'reconsideration';
    }
  | { readonly code: 'PanelCorrectionChangesNothing'; readonly on: CivilDate }
  /** The newest decision has not gone to it, or is on its way: of an earlier one it can settle nothing. */
  | { readonly code: 'DecisionNotWithPanel' }
  | { readonly code: 'NoReplyToSettle' }
  /** It has asked for something: the next word is with the partners. */
  | { readonly code: 'PanelNotAwaited' }
  | { readonly code: 'DisagreementNotReconsidered' }
  /** It has not heard what it asked for, or what the partners answered. */
  | ({ readonly code: 'PanelNotAnswered' } & OwedToPanel)
  /** A mail goes now. */
  | { readonly code: 'MailIsOfItsDay'; readonly on: CivilDate }
  | { readonly code: 'ExpectedDateNeeded' }
  | {
      readonly code: 'ExpectedDateInPast';
      readonly expected: CivilDate;
      readonly today: CivilDate;
      /** Where it was said on an earlier day, and had passed by then. */
      readonly saidOn?: CivilDate;
    }
  /** That is no delay: of the review, or of the answer to the Panel's disagreement. */
  | {
      readonly code: 'ExpectedInTime';
      readonly expected: CivilDate;
      readonly due: CivilDate;
      readonly of: 'review' | 'reconsideration';
    };
