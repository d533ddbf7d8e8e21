// The tables of cases: the event log, what is projected from it, and the calendars it is counted with.

import type { JSONColumnType } from 'kysely';
import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { AgencyShape, CaseShape } from '../../domain/calendarChange/shapes';
import type { Instant } from '../../domain/calendar/instant';
import type { ObligationName } from '../../domain/policy/policyProfile';
import type { CaseEvent, EventKind } from '../../domain/rapidReview/events';
import type { AnyCase, CaseReference, Nature } from '../../domain/rapidReview/state';
import type { AgencyId, Channel, ObligationKey } from '../../domain/timetable/facts';
import type { ObligationStatus } from '../../domain/timetable/timetable';

/** The start of a hash of the shape. */
export type ShapeId = string & { readonly __brand: 'ShapeId' };

export interface CaseHeadTable {
  reference: CaseReference;
  number: number;
  hash: string;
}

export interface CaseEventTable {
  reference: CaseReference;
  number: number;
  kind: EventKind;
  body: JSONColumnType<CaseEvent['body']>;
  actor: CaseEvent['actor'];
  authority: CaseEvent['authority'];
  command_id: string;
  at: Instant;
  hash: string;
  previous_hash: string;
}

export interface CaseListTable {
  reference: CaseReference;
  status: AnyCase['status'];
  nature: Nature;
  received_on: CivilDate | null;
  headline: CivilDate | null;
  listed_under: CivilDate;
  version: number;
  agencies: number;
  awaiting_anchor: number;
  open: number;
  met: number;
  missed: number;
  calendar: string | null;
  shape: ShapeId | null;
  opened_at: Instant | null;
  followed: number | null;
  listed_due: CivilDate | null;
  listed_due_version: number | null;
}

export interface CaseShapeTable {
  id: ShapeId;
  body: JSONColumnType<CaseShape | AgencyShape>;
}

export interface CaseObligationTable {
  reference: CaseReference;
  key: ObligationKey;
  position: number;
  obligation: ObligationName;
  agency: AgencyId | null;
  status: ObligationStatus;
  opens: CivilDate | null;
  due: CivilDate | null;
  done_on: CivilDate | null;
  working_days_early: number | null;
  first_due: CivilDate | null;
}

export interface CaseRequestTable {
  reference: CaseReference;
  agency: AgencyId;
  position: number;
  round: number | null;
  sendings: number;
  sent_on: CivilDate | null;
  channel: Channel | null;
  asked: number;
  bounced: number;
  void_rounds: number;
  reminders: number;
  shape: ShapeId | null;
}

export interface CalendarSnapshotTable {
  version: string;
  facts: number;
  body: JSONColumnType<CalendarSnapshot>;
}
