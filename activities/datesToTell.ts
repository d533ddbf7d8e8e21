// The dates of a case as a mail may tell them on the day it goes. A request that has not gone yet is counted from
// that day: an agency's clock runs from the day the mail server accepts, not from the day somebody pressed send.

import type { CivilDate } from '../domain/calendar/civilDate';
import { londonDateOf } from '../domain/calendar/londonTime';
import { addWorkingDays, type WorkingCalendar } from '../domain/calendar/workingCalendar';
import { scopingRequestKey, type Owed } from '../domain/rapidReview/notices';
import type { OpenCase, RecordedCase } from '../domain/rapidReview/state';
import { dueDates, type Due } from '../domain/timetable/dueDates';
import { keyOf, type AgencyFacts, type AgencyId } from '../domain/timetable/facts';
import type { NoticeRow } from '../records/records';

type AnyCase = OpenCase | RecordedCase;

const owedFor = (state: AnyCase, calendar: WorkingCalendar, due: Due): readonly Owed[] => {
  if (due.due === undefined) return [];
  const { counting } = due;
  const key = keyOf(due);
  const outcome = state.outcomes[key];
  const [first = '', last = ''] = [counting?.anchorDate ?? due.due, due.due].sort();
  // Where another rule set the day (a squeezed window), the count does not explain it and is not told.
  const counted =
    counting !== undefined && addWorkingDays(calendar, counting.anchorDate, counting.workingDays) === due.due;
  return [
    {
      key,
      due: due.due,
      missed: outcome?.kind === 'missed',
      ...(counted ? { counting } : {}),
      holidaysPassed: calendar.snapshot.holidays.filter(({ date }) => date >= first && date <= last),
    },
  ];
};

/** Every date of the case: to the team, the counts explain the dates that a notice names. */
export const datesOfCase = (state: AnyCase, calendar: WorkingCalendar): readonly Owed[] =>
  dueDates(state, calendar).flatMap((due) => owedFor(state, calendar, due));

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
  const accepted = presentRequests(state, agency, rows).flatMap(({ acceptedAt }) => acceptedAt ?? []);
  const [first] = accepted.sort((a, b) => a - b);
  return first === undefined ? undefined : londonDateOf(calendar, first);
};

/** What the agency owes if the request goes today: what is answered already is left out. */
export const owedByAgency = (
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
  return dueDates({ ...state, agencies }, calendar)
    .filter((due) => due.agency === agency && due.rule.anchor === 'requestSent')
    .filter((due) => state.outcomes[keyOf(due)]?.on === undefined)
    .flatMap((due) => owedFor(state, calendar, due));
};
