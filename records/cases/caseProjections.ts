// What can be asked about cases: one case folded from its events, and the list. Projections are a pure function
// of events and calendar snapshots, and can be thrown away and rebuilt.

import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';
import type { Naming } from '../../domain/rapidReview/duplicates/state';
import type { AnyCase, CaseReference, CaseWithReview, Nature } from '../../domain/rapidReview/state';
import type { ObligationName } from '../../domain/policy/policyProfile';
import type { AgencyId, ObligationKey } from '../../domain/timetable/facts';
import type { RecordedEvent } from '../eventLog/eventLog';
import type { ChainHead } from '../eventLog/hashChain';

export interface FoldedCase {
  readonly state: AnyCase;
  /** That it counts with now. */
  readonly calendar: WorkingCalendar;
  /** By version, every calendar that it has counted with. */
  readonly calendarOf: (version: string) => WorkingCalendar;
  readonly events: readonly RecordedEvent[];
}

/** Of a case that carries a Rapid Review. */
export type FoldedReview = FoldedCase & { readonly state: CaseWithReview };

/** Another case that names this one. */
export interface CaseNaming {
  readonly by: CaseReference;
  readonly as: Naming;
}

/** Of a case that is open: what is due first and not done, missed or still in time. */
export interface NextObligation {
  readonly key: ObligationKey;
  readonly obligation: ObligationName;
  readonly agency?: AgencyId;
  readonly due: CivilDate;
  readonly status: 'open' | 'missed';
}

export interface CaseListItem {
  readonly reference: CaseReference;
  readonly status: AnyCase['status'];
  readonly nature: Nature;
  /** Absent, with the obligations, only where the calendar does not reach. */
  readonly receivedOn?: CivilDate;
  /** R4; absent for a case that starts no clock. */
  readonly headline?: CivilDate;
  readonly version: number;
  readonly agencies: number;
  readonly obligations: {
    readonly awaitingAnchor: number;
    readonly open: number;
    readonly met: number;
    readonly missed: number;
    /** Of a case that is open. */
    readonly missedNotDone: number;
  };
  readonly next?: NextObligation;
}

/** `due`: what is missed and what is due first come first, cases of which nothing is due last. */
export const LIST_ORDERS = ['headline', 'due'] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];

/** Opaque, and only good for the same filters and order. */
export type Cursor = string & { readonly __brand: 'Cursor' };

export interface CaseListQuery {
  readonly status?: AnyCase['status'];
  /** Strictly before; cases without a headline date are left out. */
  readonly headlineBefore?: CivilDate;
  /** Strictly after; cases without a headline date are left out. */
  readonly headlineAfter?: CivilDate;
  /** Open cases of which something that is not done is due strictly before. */
  readonly dueBefore?: CivilDate;
  /** By the headline date unless it says otherwise. */
  readonly order?: ListOrder;
  readonly after?: Cursor;
  readonly limit: number;
}

export interface CaseListPage {
  readonly items: readonly CaseListItem[];
  /** Absent on the last page. */
  readonly next?: Cursor;
}

export interface CaseProjections {
  /**
   * Folded from the events; nothing when the case has none. Whoever has just recorded it says where its chain stands: it is then
   * not read again.
   */
  stateOf(reference: CaseReference, head?: ChainHead): Promise<FoldedCase | undefined>;
  namedBy(reference: CaseReference): Promise<readonly CaseNaming[]>;
  /** By headline date (those without come last) or by what is due, then reference. A foreign cursor throws `UnreadableCursor`. */
  list(query: CaseListQuery): Promise<CaseListPage>;
  /** Those that have ended or are only recorded, and whose last event is not older. */
  notOpenTouchedSince(since: Instant): Promise<readonly CaseReference[]>;
  /** How many there are, ended ones too. */
  count(): Promise<number>;
  /**
   * Replaces the projections of every case that has events, and is not spared, case by case, while writes go on. Answers of how many cases.
   * What rests on no event stays: it may be all that shows of a case that it was taken out of the log.
   */
  rebuildAll(
    progress?: (done: number, of: number) => void,
    spared?: ReadonlySet<CaseReference>,
  ): Promise<number>;
  /** What rests on no event. */
  dropStrays(): Promise<void>;
  /** The cases whose projections differ by a byte from what a rebuild would give. Changes nothing. */
  stale(
    progress?: (done: number, of: number) => void,
  ): Promise<{ readonly cases: number; readonly stale: readonly CaseReference[] }>;
}
