// Whether a meeting was quorate at a moment, and if not, why (R14): every seat filled by somebody who was there then,
// in that seat, without a conflict. It counts seats, never heads, and is never waived.

import type { Instant } from '../../calendar/instant';
import type { Seat } from '../../policy/policyProfile';
import type { AgencyId } from '../../timetable/facts';
import { holds } from '../rulesVersion';
import type { CaseWithReview } from '../state';
import type { AttendeeId, Meeting, Presence } from './state';

export interface SeatAt {
  readonly seat: Seat;
  readonly filledBy?: AttendeeId;
  /** For which they came then. */
  readonly agency?: AgencyId;
  /** Why nobody fills it: nobody ever did, whoever did has left, declared a conflict, or is kept off the case. */
  readonly why?: 'nobody' | 'left' | 'conflict' | 'keptOff';
}

export interface Quorum {
  readonly at: Instant;
  readonly quorate: boolean;
  readonly seats: readonly SeatAt[];
}

// Whoever leaves at that very moment was still there: a decision and the closing of the meeting may share a minute.
const hasLeft = ({ leftAt }: Presence, at: Instant): boolean => leftAt !== undefined && leftAt < at;

/** The seat that the person fills at that moment; nobody fills one before they came. */
const seatFilledAt = (presence: Presence, at: Instant): Seat | undefined => {
  const { seat, conflictAt } = presence;
  if (seat === undefined || seat.from > at || hasLeft(presence, at)) return undefined;
  if (seat.until !== undefined && seat.until <= at) return undefined;
  return conflictAt !== undefined && conflictAt <= at ? undefined : seat.name;
};

const whyEmpty = (presences: readonly Presence[], seat: Seat, at: Instant): NonNullable<SeatAt['why']> => {
  const sat = presences
    .filter((one) => one.seat?.name === seat && one.seat.from <= at)
    .toSorted((a, b) => (a.seat?.from ?? 0) - (b.seat?.from ?? 0));
  const last = sat.at(-1);
  if (last === undefined) return 'nobody';
  return last.conflictAt !== undefined && last.conflictAt <= at ? 'conflict' : 'left';
};

/** R13: no partner's word is given by somebody who is kept off the case. */
export const isKeptOff = (
  { excludedContacts }: Pick<CaseWithReview, 'excludedContacts'>,
  attendee: AttendeeId,
): boolean => excludedContacts.some((contact) => contact === attendee);

/** Who counts of those who fill a seat at one moment: nobody may, though somebody is there. */
type WhoCounts = (holders: readonly Presence[]) => Presence | undefined;

const whoeverIsFirst: WhoCounts = ([first]) => first;

/** In a meeting that is still to decide nobody counts who is kept off the case by now, whenever they came (R13); whoever takes their seat in that minute does. */
export const nobodyKeptOff = (state: CaseWithReview): WhoCounts => {
  const ofThose = holds(state, 'whoReplacesKeptOffCountsAtOnce') ? Infinity : 1;
  return (holders) => holders.slice(0, ofThose).find(({ attendee }) => !isKeptOff(state, attendee));
};

export const quorumAt = (
  { presences, openedAt, closedAt }: Pick<Meeting, 'presences' | 'openedAt' | 'closedAt'>,
  seats: readonly Seat[],
  at: Instant,
  whoCounts: WhoCounts = whoeverIsFirst,
): Quorum => {
  // Outside the meeting itself nobody sits.
  const underWay = openedAt !== undefined && openedAt <= at && (closedAt === undefined || at <= closedAt);
  const filled = seats.map((seat): SeatAt => {
    const holders = underWay ? presences.filter((one) => seatFilledAt(one, at) === seat) : [];
    const holder = whoCounts(holders);
    if (holder !== undefined) return { seat, filledBy: holder.attendee, agency: holder.agency };
    return { seat, why: holders.length > 0 ? 'keptOff' : whyEmpty(presences, seat, at) };
  });
  return { at, quorate: filled.every(({ filledBy }) => filledBy !== undefined), seats: filled };
};

export const unfilledAt = (quorum: Quorum): readonly Seat[] =>
  quorum.seats.filter(({ filledBy }) => filledBy === undefined).map(({ seat }) => seat);
