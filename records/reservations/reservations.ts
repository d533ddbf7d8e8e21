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

export interface Reservations {
  reserve(request: ReservationRequest): Promise<Reservation>;
  /** A reference that is in use although these records never gave it: the next ones come after it. */
  passOver(reference: CaseReference): Promise<void>;
}
