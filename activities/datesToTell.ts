// The dates of a case as a mail may tell them on the day it goes. A request that has not gone yet is counted from
// that day: an agency's clock runs from the day the mail server accepts, not from the day somebody pressed send.

import type { CivilDate } from '../domain/calendar/civilDate';
import { earliestOf } from '../domain/calendar/instant';
import { londonDateOf } from '../domain/calendar/londonTime';
import type { WorkingCalendar } from '../domain/calendar/workingCalendar';
import { scopingRequestKey } from '../domain/rapidReview/scoping/requestKey';
import type { AnyCase } from '../domain/rapidReview/state';
import type { AgencyFacts, AgencyId } from '../domain/timetable/facts';
import { owedByAgency, type Owed } from '../domain/timetable/owed';
import type { NoticeRow } from '../records/records';

/** The notices of the agency's present asking; those of a void round are no longer among them. */
export const presentRequests = (
  state: AnyCase,
  agency: AgencyId,
  rows: readonly NoticeRow[],
): readonly NoticeRow[] => {
  if (state.status !== 'open') return [];
  const request = state.agencies.find((known) => known.agency === agency)?.request;
  if (request === undefined) return [];
  const keys = Array.from(
    { length: request.sendings },
    (_, index) => `${state.reference}/${scopingRequestKey(agency, request.round, index + 1)}`,
  );
  return rows.filter(({ key }) => keys.includes(key));
};

/** The day an earlier mail of the same asking was accepted, though no event of the case says so yet. */
const acceptedOn = (
  state: AnyCase,
  calendar: WorkingCalendar,
  agency: AgencyId,
  rows: readonly NoticeRow[],
): CivilDate | undefined => {
  const first = earliestOf(
    presentRequests(state, agency, rows).flatMap(({ acceptedAt }) => acceptedAt ?? []),
  );
  return first === undefined ? undefined : londonDateOf(calendar, first);
};

/** What the agency owes if the request goes today: what is answered already is left out. */
export const owedIfSentOn = (
  state: AnyCase,
  calendar: WorkingCalendar,
  agency: AgencyId,
  today: CivilDate,
  rows: readonly NoticeRow[],
): readonly Owed[] => {
  const on = acceptedOn(state, calendar, agency, rows) ?? today;
  const agencies = state.agencies.map((known): AgencyFacts =>
    known.agency === agency && known.sent === undefined ? { ...known, sent: { on, channel: 'mail' } } : known,
  );
  return owedByAgency({ ...state, agencies }, calendar, agency);
};
