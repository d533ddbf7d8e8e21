// The shapes of an open case and of its agencies as rows: one body for all that are alike, named by a hash of it.

import { createHash } from 'node:crypto';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';
import {
  agencyShapeOf,
  caseShapeOf,
  type AgencyShape,
  type CaseShape,
} from '../../domain/calendarChange/shapes';
import type { OpenCase } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';
import type { ShapeId } from '../tables/caseTables';

export interface ShapeRow {
  readonly id: ShapeId;
  readonly body: CaseShape | AgencyShape;
}

export interface ShapesOfCase {
  readonly ofCase: ShapeId;
  readonly ofAgencies: ReadonlyMap<AgencyId, ShapeId>;
  readonly bodies: readonly ShapeRow[];
}

const rowOf = (body: ShapeRow['body']): ShapeRow => {
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  return { id: hash.slice(0, 20) as ShapeId, body };
};

/** Throws `BeyondCalendar`. */
export const shapesOf = (state: OpenCase, calendar: WorkingCalendar): ShapesOfCase => {
  const ofCase = rowOf(caseShapeOf(state, calendar));
  const ofAgencies = new Map(
    state.agencies.map((onCase) => [onCase.agency, rowOf(agencyShapeOf(state, calendar, onCase))]),
  );
  const rows = [ofCase, ...ofAgencies.values()];
  return {
    ofCase: ofCase.id,
    ofAgencies: new Map([...ofAgencies].map(([agency, { id }]) => [agency, id])),
    bodies: [...new Map(rows.map((row) => [row.id, row])).values()],
  };
};
