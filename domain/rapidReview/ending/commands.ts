// What may be asked about the end of a case, and about undoing it (R20, R21).

import type { PartnersWord } from '../decision/commands';
import type { ChangeToFollow } from '../calendarChange/commands';
import type { CaseReference, DossierRow } from '../references';

/** Before the notification: the referral is withdrawn. By the three partners, with reason. */
export interface WithdrawCase {
  readonly kind: 'withdrawCase';
  readonly agreedBy: readonly PartnersWord[];
  readonly reason: DossierRow;
}

/** After the notification: the criteria are found not to be met, and the Panel is told. */
export interface FindCriteriaNotMet {
  readonly kind: 'findCriteriaNotMet';
  readonly agreedBy: readonly PartnersWord[];
  readonly reason: DossierRow;
}

/** The original anchors are back, and the gap counts (R21). */
export interface UndoWithdrawal {
  readonly kind: 'undoWithdrawal';
  readonly reason: DossierRow;
  /** The last change of the calendar, which a case that had ended has not followed (R9). The calendar travels beside it. */
  readonly follow?: ChangeToFollow;
}

/** A reply settled it by mistake: it was none of this case's, or needs more. The case goes on as if it had not ended. */
export interface UndoSettlement {
  readonly kind: 'undoSettlement';
  readonly reason: DossierRow;
  /** As where a withdrawal is undone. */
  readonly follow?: ChangeToFollow;
}

/** This case was the same as another, which goes on with the earliest receipt and every referrer (R22). */
export interface EndAsMerged {
  readonly kind: 'endAsMerged';
  readonly into: CaseReference;
  readonly reason: DossierRow;
}

export type EndingCommand = WithdrawCase | FindCriteriaNotMet | UndoWithdrawal | UndoSettlement | EndAsMerged;
