// Who sat in which seat from when to when, by the arrivals, departures and conflicts alone: a second count of the quorum
// (R14), for every decision and from then on.

import type { Instant } from '../../../../domain/calendar/instant';
import { maySit } from '../../../../domain/policy/agencyKinds';
import { SEATS, type Seat } from '../../../../domain/policy/policyProfile';
import type { AgencyId } from '../../../../domain/timetable/facts';
import { kindOf } from './agenciesOfTown';
import type { Books } from './books';
import { demand } from './demand';

interface Stay {
  readonly meeting: number;
  readonly attendee: string;
  readonly agency: AgencyId;
  readonly from: Instant;
  seat?: Seat;
  seatFrom?: Instant;
  seatUntil?: Instant;
  leftAt?: Instant;
}

export class Attendance {
  private stays: Stay[] = [];
  private readonly hours = new Map<number, { readonly from: Instant; to?: Instant }>();
  /** Each moves with the meeting in which it was declared, whichever stays there are. */
  private conflicts: { readonly meeting: number; readonly attendee: string; readonly at: Instant }[] = [];
  private decisions: { readonly meeting: number; readonly at: Instant }[] = [];

  readonly books: Books = {
    MeetingOpened: ({ meeting, at }) => {
      const over = [...this.hours.values()].every(({ to = Infinity }) => to <= at);
      demand('R14: one meeting after the other', over, meeting, at);
      this.hours.set(meeting, { from: at });
    },
    MeetingOpeningUndone: ({ meeting }) => {
      this.hours.delete(meeting);
      this.stays = this.stays.filter((stay) => stay.meeting !== meeting);
      this.conflicts = this.conflicts.filter((one) => one.meeting !== meeting);
    },
    MeetingDayCorrected: ({ meeting, openedAt }) => {
      this.moves(meeting, openedAt);
    },
    AttendeeArrived: ({ meeting, attendee, agency, seat, at, seatUntil }) => {
      demand('nobody arrives twice', this.here(meeting, attendee) === undefined, meeting, attendee);
      const seated = seat === undefined ? {} : { seat, seatFrom: at, ...(seatUntil && { seatUntil }) };
      this.stays.push({ meeting, attendee, agency, from: at, ...seated });
    },
    SeatTaken: ({ meeting, attendee, seat, at, seatUntil }) =>
      Object.assign(this.here(meeting, attendee) ?? {}, {
        seat,
        seatFrom: at,
        ...(seatUntil && { seatUntil }),
      }),
    ConflictDeclared: ({ meeting, attendee, at }) => this.conflicts.push({ meeting, attendee, at }),
    AttendeeLeft: ({ meeting, attendee, at }) =>
      Object.assign(this.here(meeting, attendee) ?? {}, { leftAt: at }),
    MeetingClosed: ({ meeting, at }) => {
      Object.assign(this.hours.get(meeting) ?? {}, { to: at });
      for (const stay of this.stays) if (stay.meeting === meeting) stay.leftAt ??= at;
    },
    DecisionTaken: ({ meeting, at, insteadOf }) => {
      // That the group decided at the moment of the one before nobody says any more.
      if (insteadOf !== undefined) this.decisions.pop();
      this.decisions.push({ meeting, at });
    },
  };

  /** Every moment of it by as much. */
  private moves(meeting: number, openedAt: Instant): void {
    const hours = this.hours.get(meeting);
    demand('a meeting that was held moves', hours?.to !== undefined, meeting);
    const by = openedAt - hours.from;
    const on = (at: Instant | undefined): Instant | undefined =>
      at === undefined ? undefined : ((at + by) as Instant);
    this.hours.set(meeting, { from: openedAt, to: on(hours.to) ?? openedAt });
    this.stays = this.stays.map((stay) => {
      if (stay.meeting !== meeting) return stay;
      const { from, seatFrom, seatUntil, leftAt } = stay;
      const moved = {
        seatFrom: on(seatFrom),
        seatUntil: on(seatUntil),
        leftAt: on(leftAt),
      };
      const known = Object.fromEntries(Object.entries(moved).filter(([, at]) => at !== undefined));
      return { ...stay, ...known, from: on(from) ?? from };
    });
    const moved = <T extends { readonly meeting: number; readonly at: Instant }>(one: T): T =>
      one.meeting === meeting ? { ...one, at: on(one.at) ?? one.at } : one;
    this.decisions = this.decisions.map(moved);
    this.conflicts = this.conflicts.map(moved);
  }

  /** From when on they fill no seat. */
  private conflictOf({ attendee }: Stay): number {
    return Math.min(
      ...this.conflicts.flatMap((one) => (one.attendee === attendee ? [one.at] : [])),
      Infinity,
    );
  }

  private until(stay: Stay): number {
    return Math.min(stay.leftAt ?? Infinity, this.conflictOf(stay), stay.seatUntil ?? Infinity);
  }

  /** In the seat at once; handing it over within a minute is none. */
  private overlap(one: Stay, other: Stay): boolean {
    return (one.seatFrom ?? Infinity) < this.until(other) && (other.seatFrom ?? Infinity) < this.until(one);
  }

  private here(meeting: number, attendee: string): Stay | undefined {
    return this.stays.find(
      (stay) => stay.meeting === meeting && stay.attendee === attendee && stay.leftAt === undefined,
    );
  }

  /** Every decision had each seat filled at its moment, as far as is known today. */
  everyDecisionWasQuorate(): void {
    for (const { meeting, at } of this.decisions) {
      const { from, to = Infinity } = this.hours.get(meeting) ?? { from: Infinity };
      demand('R14: decided in its meeting', from <= at && at <= to, meeting, at);
      const empty = SEATS.filter(
        (seat) =>
          !this.stays.some(
            (stay) => stay.meeting === meeting && sits(stay, seat, at) && at < this.conflictOf(stay),
          ),
      );
      demand('R14: no decision without quorum at its moment', empty.length === 0, meeting, at, empty);
    }
  }

  /** Nobody sits where they may not, in two seats, or where another sits. */
  everySeatIsOnes(): void {
    const sat = this.stays.filter(({ seat }) => seat !== undefined);
    for (const one of sat) {
      const may = one.seat !== undefined && maySit(kindOf(one.agency), one.seat);
      demand('R14: nobody sits where they may not', may, one);
      for (const other of sat) {
        if (one === other || one.meeting !== other.meeting) continue;
        const person = one.attendee !== other.attendee || one.seat === other.seat;
        demand('R14: one person fills one seat', person, one, other);
        const seat = one.attendee === other.attendee || one.seat !== other.seat || !this.overlap(one, other);
        demand('R14: a seat is filled by one person at a time', seat, one, other);
      }
    }
  }
}

/** Whoever leaves at that very moment was still there. */
const sits = (stay: Stay, seat: Seat, at: Instant): boolean =>
  stay.seat === seat &&
  (stay.seatFrom ?? Infinity) <= at &&
  at <= (stay.leftAt ?? Infinity) &&
  at < (stay.seatUntil ?? Infinity);
