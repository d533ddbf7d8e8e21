// An explained date as the API shows it, as data and as text. It explains nothing itself: `domain/timetable` does.

import { calendarWarning } from '../../domain/calendar/calendarEnds';
import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import { weekdayName, type CivilDate } from '../../domain/calendar/civilDate';
import { formatInstant } from '../../domain/calendar/instant';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';
import type { DayNamed } from '../../domain/localDays/localDays';
import { timestampOf } from '../../domain/policy/policyProfile';
import { profileOf } from '../../domain/policy/profiles';
import type { CountExplained, DayOnTheWay, Explanation } from '../../domain/timetable/explain';
import {
  CONVENTION,
  sayExplanation,
  type AnchorRecord,
  type DateChange,
  type ExplanationOfCase,
  type Naming,
} from '../../domain/timetable/sayExplanation';
import { listChangedSince } from '../../domain/timetable/listChangedSince';
import { sayDayChanged } from '../chronology/sayCalendarChange';
import { momentUnder } from '../fields/momentUnder';
import type { ExplanationView } from './explanationSchema';
import { sayChangedSince, type ListNow } from './sayChangedSince';

type CountView = NonNullable<ExplanationView['count']>;
type CalendarView = ExplanationView['calendar'];

/** `latest` is the last date that the answer speaks of. */
export const calendarView = (snapshot: CalendarSnapshot, latest: CivilDate): CalendarView => {
  const warning = calendarWarning(snapshot, latest);
  return {
    version: snapshot.version,
    coversTo: snapshot.covers.to,
    confirmedTo: snapshot.confirmedTo,
    ...(warning === undefined ? {} : { warning }),
  };
};

const dayView = (day: DayOnTheWay): CountView['days'][number] => {
  const { date } = day;
  const weekday = weekdayName(date);
  if (day.counted !== undefined) return { date, weekday, workingDay: day.counted };
  const { why, source, knownSince, provisional } = day;
  return {
    date,
    weekday,
    notCounted: why,
    ...(source === undefined ? {} : { source }),
    ...(knownSince === undefined ? {} : { knownSince }),
    ...(provisional === undefined ? {} : { provisional }),
  };
};

export const countView = ({ counting, reaches, days }: CountExplained): CountView => ({
  ...counting,
  reaches,
  days: days.map(dayView),
});

const anchorView = (
  anchor: AnchorRecord,
  { counting: { anchorDate: on } }: CountExplained,
  naming: Naming,
): NonNullable<ExplanationView['anchor']> => ({
  event: anchor.event,
  on,
  ...momentUnder('at', anchor.at),
  recordedBy: naming.person(anchor.recordedBy),
  recordedAt: formatInstant(anchor.recordedAt),
  corrected: anchor.corrected === true,
});

const changeView = (
  { due, was, at, event }: DateChange,
  naming: Naming,
): NonNullable<ExplanationView['changes']>[number] => ({
  ...(was === undefined ? {} : { was }),
  ...(due === undefined ? {} : { due }),
  at: formatInstant(at),
  event,
  because: naming.event(event),
});

/** Of an open case: what it waits for may have been, and only be recorded nowhere. */
const sayWhereRecorded = ({ due, obligation, profile }: Explanation, now?: ListNow): readonly string[] => {
  const timestamp = timestampOf(profileOf(profile).obligations[obligation].anchor);
  return now?.ended === false && due === undefined && timestamp !== undefined
    ? [`Record it once it is known (POST /cases/{reference}/timestamps, "${timestamp}").`]
    : [];
};

/** `now` is of a case only: a what-if counts with the list as it is. */
export const presentExplanation = (
  explanation: Explanation & Partial<ExplanationOfCase>,
  calendar: WorkingCalendar,
  naming: Naming,
  named: readonly DayNamed[] = [],
  now?: ListNow,
): ExplanationView => {
  const { agency, due, opens, decidedBy, ownCount, count, provisional, anchor, changes, doneOn, missStands } =
    explanation;
  const changed = now === undefined ? [] : listChangedSince(explanation, calendar.snapshot, now.stands);
  const said = sayExplanation(explanation, calendar, naming, named);
  const text = [said, ...sayWhereRecorded(explanation, now)].join('\n');
  return {
    key: explanation.key,
    obligation: explanation.obligation,
    ...(agency === undefined ? {} : { agency }),
    what: explanation.what,
    paragraph: explanation.paragraph,
    profile: { id: explanation.profile.id, version: explanation.profile.version },
    calendar: calendarView(calendar.snapshot, due ?? calendar.snapshot.covers.from),
    ...(opens === undefined ? {} : { opens: opens.reaches, opensCount: countView(opens) }),
    ...(due === undefined ? {} : { due }),
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(ownCount === undefined ? {} : { ownCount: countView(ownCount) }),
    ...(count === undefined ? {} : { count: countView(count) }),
    convention: CONVENTION,
    ...(provisional === undefined ? {} : { provisional: true }),
    ...(anchor === undefined || count === undefined ? {} : { anchor: anchorView(anchor, count, naming) }),
    ...(changes === undefined ? {} : { changes: changes.map((change) => changeView(change, naming)) }),
    ...(doneOn === undefined ? {} : { doneOn }),
    ...(missStands === undefined ? {} : { missStands }),
    ...(changed.length === 0
      ? { text }
      : {
          changedSince: changed.map((day) => ({ ...day, inWords: sayDayChanged(day) })),
          text: `${text}\n${sayChangedSince(changed, doneOn, now?.ended === true)}`,
        }),
  };
};
