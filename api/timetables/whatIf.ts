// POST /timetables: the whole timetable that would follow from a few dates, without a case. It is counted with the
// present calendar, or that calendar with other holidays; it changes nothing, so it needs no Idempotency-Key.

import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { CivilDate } from '../../domain/calendar/civilDate';
import { supposing, type OtherHolidays } from '../../domain/calendar/otherHolidays';
import { workingCalendar, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { currentProfile, hasProfile, newestProfile, type ProfileId } from '../../domain/policy/profiles';
import { sayPublicationDate, type PublicationDate } from '../../domain/timetable/publication';
import type { Naming } from '../../domain/timetable/sayExplanation';
import { ANY_AGENCY, whatIf, type Supposed, type WhatIf } from '../../domain/timetable/whatIf';
import { instantOf, timestampsOf } from '../cases/openCase';
import type { ApiDeps } from '../deps';
import { besideViews, namedBesideLines, type DaysNamed } from '../localDays/besideDates';
import { problems, security, type TypedApp } from '../http/typedApp';
import { covered } from '../problems/covered';
import { inBody, problem } from '../problems/problem';
import { rejectionProblems } from '../problems/rejectionProblems';
import { requestProblems } from '../problems/requestProblems';
import { calendarView, countView, presentExplanation } from '../timetable/presentExplanation';
import { presentTimetable } from '../timetable/presentTimetable';
import { WhatIfAnswer, WhatIfSchema, type WhatIfBody, type WhatIfView } from './whatIfSchema';

const profileIn = ({ profile }: WhatIfBody): ProfileId => {
  if (profile === undefined) return currentProfile;
  const { id, version } = profile;
  const wanted = version === undefined ? newestProfile(id) : { id, version };
  if (wanted !== undefined && hasProfile(wanted)) return wanted;
  throw problem(
    requestProblems.noSuchProfileVersion,
    { newest: newestProfile(id)?.version ?? 1 },
    inBody('/profile/version', 'is not a version of this profile'),
  );
};

const otherHolidaysIn = ({ holidays: { extra = [], fewer = [] } = {} }: WhatIfBody): OtherHolidays => ({
  // The schema has checked that they are days.
  extra: extra.map((day) =>
    typeof day === 'string' ? { date: day as CivilDate } : { ...day, date: day.date as CivilDate },
  ),
  fewer: fewer as CivilDate[],
});

const supposedIn = (body: WhatIfBody): Supposed => {
  const { receivedAt, timestamps, sentOn, agencies = [], publishOn, decidedOn } = body;
  const twice = agencies.find(
    ({ agency }, index) => agencies.findIndex((one) => one.agency === agency) < index,
  );
  if (twice !== undefined)
    throw problem(
      rejectionProblems.AgencyListedTwice,
      { code: 'AgencyListedTwice', agency: twice.agency },
      inBody('/agencies', 'lists an agency twice'),
    );
  return {
    profile: profileIn(body),
    timestamps: { ...timestampsOf(timestamps), referralReceived: instantOf(receivedAt) },
    agencies: agencies.map(({ agency, identifiedAt, sentOn: own }) => ({
      agency: agency,
      ...(identifiedAt === undefined ? {} : { identifiedAt: instantOf(identifiedAt) }),
      ...(own === undefined ? {} : { sentOn: own as CivilDate }),
    })),
    ...(sentOn === undefined ? {} : { sentOn: sentOn as CivilDate }),
    ...(publishOn === undefined ? {} : { publishOn: publishOn as CivilDate }),
    ...(decidedOn === undefined ? {} : { decidedOn: decidedOn as CivilDate }),
  };
};

/** By code: names stand in the register, and whoever asks need not be allowed to read it. */
const NAMING: Naming = {
  agency: (id) => (id === ANY_AGENCY ? 'Any agency' : id),
  person: (id) => id,
  event: String,
};

const publicationView = (
  date: PublicationDate,
  profile: ProfileId,
  calendar: WorkingCalendar,
): WhatIfView['publication'][number] => {
  const { count, provisional, ...rest } = date;
  return {
    ...rest,
    ...(count === undefined ? {} : { count: countView(count) }),
    ...(provisional === undefined ? {} : { provisional: true }),
    text: sayPublicationDate(date, profile, calendar),
  };
};

/** The last day that was counted in working days: corresponding dates do not depend on holidays. */
const latestOf = ({ dates, publication }: WhatIf, calendar: WorkingCalendar): CivilDate =>
  [...dates, ...publication.filter(({ count }) => count !== undefined)]
    .map(({ due }) => due)
    .sort()
    .at(-1) ?? calendar.snapshot.covers.from;

/** What follows from a body, as far as the calendar reaches. */
interface Asked {
  readonly profile: ProfileId;
  readonly calendar: WorkingCalendar;
  readonly found: WhatIf;
  readonly notes: readonly string[];
}

const askedIn = (body: WhatIfBody, present: CalendarSnapshot): Asked => {
  const { snapshot, notes } = supposing(present, otherHolidaysIn(body));
  const calendar = workingCalendar(snapshot);
  const supposed = supposedIn(body);
  const found = whatIf(supposed, calendar);
  return { profile: supposed.profile, calendar, found, notes: [...notes, ...found.notes] };
};

const answerTo = ({ profile, calendar, found, notes }: Asked, named: DaysNamed): WhatIfView => ({
  profile,
  calendar: calendarView(calendar.snapshot, latestOf(found, calendar)),
  timetable: presentTimetable(
    found.timetable,
    calendar,
    profile,
    besideViews(named, (id) => NAMING.agency(id)),
  ),
  explanations: found.dates.map((date) => presentExplanation(date, calendar, NAMING, named.get(date.key))),
  waiting: [...found.waiting],
  publication: found.publication.map((date) => publicationView(date, profile, calendar)),
  notes: [...notes],
});

export const whatIfRoute = (app: TypedApp, deps: ApiDeps): void => {
  app.route({
    method: 'POST',
    url: '/timetables',
    config: { permission: 'readTimetables' },
    schema: {
      summary: 'Ask what the timetable would be',
      description:
        'The whole timetable that would follow from a receipt and, as far as they are given, the other dates, with every count day by day. Other holidays or another profile can be supposed. Dates that lie in closures or school holidays say so. It needs no case, opens none and changes nothing.',
      tags: ['timetables'],
      security,
      body: WhatIfSchema,
      response: { 200: WhatIfAnswer, ...problems },
    },
    handler: async (request) => {
      const { body } = request;
      const present = await deps.calendar();
      const asked = covered(() => askedIn(body, present), body);
      const named = await namedBesideLines(deps.records, asked.found.timetable, asked.calendar);
      return answerTo(asked, named);
    },
  });
};
