// What a reservation promises: the same request by the same caller gets the same command id, receipt time and
// reference, however often and however simultaneously it is sent.

import type { Instant } from '../../domain/calendar/instant';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { CaseReference } from '../../domain/rapidReview/state';

export interface ReservationRequest {
  readonly caller: ActorId;
  /** The `Idempotency-Key`. Only its hash is kept, since callers may put anything into it. */
  readonly key: string;
  /** Method and pattern of the route, such as `POST /cases`. The same key on another route is a conflict. */
  readonly route: string;
  /** Hash of the body. It is kept keyed with the master key, so that nobody can confirm a guessed body by it. */
  readonly bodyHash: string;
  readonly at: Instant;
  /** For opening a case: the year whose next reference is taken. */
  readonly opensYear?: number;
  /** For an act on a case: it is under way until an event of it is recorded, or `ended`. */
  readonly actsOn?: CaseReference;
}

export type Reservation =
  | {
      readonly conflict: false;
      /** A UUID. */
      readonly commandId: string;
      /** When the first such request came: the receipt time of a referral that gives no other. */
      readonly firstAskedAt: Instant;
      /** With `opensYear`. */
      readonly reference?: CaseReference;
      /** Whether this request was the first. */
      readonly fresh: boolean;
    }
  | { readonly conflict: true };

export interface ActUnderWay {
  readonly commandId: string;
  readonly reference: CaseReference;
  /** When it was last asked for. */
  readonly since: Instant;
}

export interface Reservations {
  /** Whether anything was asked for under that key before. */
  knows(request: Pick<ReservationRequest, 'caller' | 'key'>): Promise<boolean>;
  reserve(request: ReservationRequest): Promise<Reservation>;
  /**
   * An act that is asked for again, and of which nothing is recorded, is under way as at first. Answers when it was first asked for:
   * now, where what was asked before was refused, so that nobody counts as having done on that day what was refused on it.
   */
  again(commandId: string, actsOn: CaseReference, at: Instant): Promise<Instant>;
  /**
   * Nothing will come of it: it was refused, or never sent. Only of the try that was asked for at that moment: one that was asked
   * for again meanwhile, of another API perhaps, may be taken, and stays under way.
   */
  ended(commandId: string, since: Instant): Promise<void>;
  /** Nothing came of that try so far, and it is looked for no longer; nobody has refused it. */
  givenUp(commandId: string, since: Instant): Promise<void>;
  /** Acts that were last asked for from one moment until before another, the oldest first; a page after that act. */
  underWay(
    from: Instant,
    before: Instant,
    page: { readonly after: ActUnderWay | undefined; readonly limit: number },
  ): Promise<readonly ActUnderWay[]>;
}
