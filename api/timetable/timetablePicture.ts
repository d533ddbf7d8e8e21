// The timetable of a case as a page of text for people: what is due, when it was done, how it stands and by which key it is asked about,
// the case's own dates first and then agency by agency; the case's own dates as a picture of the weeks; and what people should know beside them. It derives no date.

import { sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import { londonDateOf } from '../../domain/calendar/londonTime';
import { countWorkingDays, ifCovered, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { isCompletion } from '../../domain/policy/policyProfile';
import type { Ending } from '../../domain/rapidReview/ending/state';
import { standingMeeting, type Meeting } from '../../domain/rapidReview/meeting/state';
import type { AnyCase } from '../../domain/rapidReview/state';
import { timetableOfCase } from '../../domain/rapidReview/timetableOfCase';
import { warningsOf } from '../../domain/rapidReview/warnings';
import type { InRegister } from '../../domain/rapidReview/warningsOfAsking';
import type { DayNamed } from '../../domain/localDays/localDays';
import type { ObligationKey } from '../../domain/timetable/facts';
import { sayLocalDays } from '../../domain/timetable/sayExplanation';
import type { TimetableLine } from '../../domain/timetable/timetable';
import { drawWeeks } from '../../domain/timetable/weeks';
import { toldApart, withCode, type NameAgency } from '../agencies/namesOfAgencies';
import { sayWarning } from '../cases/presentWarnings';
import { OBLIGATION_WORDS } from '../chronology/sayObligation';
import { capital, count } from '../chronology/sayings';
import { ENDING_WORDS } from '../problems/reviewTerms';
import { sayInstant } from '../problems/saying';
import { isProvisional, punctuality } from './presentTimetable';
import { sayDayOn, sayNotAhead } from './seenOnDay';

/** Between two columns. */
const GAP = 2;

/** Of the case's own lines: the first is A. */
const MARKS = 'ABCDEFGH';
const RECEIVED = '*';
const TODAY = '^';
const MEETING = 'M';
const KEY = `${RECEIVED} the referral was received; ${TODAY} today; ${MEETING} the meeting as it is arranged; . a day that does not count; a letter where its line is due, small where it was done, with ( before it where its window opens`;

export interface Pictured {
  readonly state: AnyCase;
  readonly calendar: WorkingCalendar;
  /** In London. */
  readonly today: CivilDate;
  readonly nameAgency: NameAgency;
  /** The cases that were merged into it, of which what is open is to be known too. */
  readonly merged?: readonly AnyCase[];
  /** Whom the register has of the agencies that are still to be asked. */
  readonly register?: InRegister;
  /** Closures and school holidays beside its dates. */
  readonly named?: ReadonlyMap<ObligationKey, readonly DayNamed[]>;
}

const timeLeft = (due: CivilDate, { calendar, today }: Pictured): string => {
  const notAhead = sayNotAhead(due, today);
  if (notAhead !== undefined) return notAhead;
  const days = ifCovered(() => countWorkingDays(calendar, today, due));
  return days === undefined ? 'open' : `${count(days, 'working day')} left`;
};

const sayStanding = (line: TimetableLine, pictured: Pictured): string => {
  const { status, due, agreedSince, doneOn, workingDaysEarly } = line;
  if (due !== undefined && doneOn !== undefined && workingDaysEarly !== undefined)
    return punctuality(workingDaysEarly, doneOn, due);
  if (status === 'awaitingAnchor')
    return doneOn === undefined ? 'has no date yet' : 'done; by when it was due is not known';
  if (agreedSince !== undefined)
    return `${status}, agreed since for ${sayDayOn(agreedSince, pictured.today)}`;
  return status === 'open' && due !== undefined ? timeLeft(due, pictured) : status;
};

/** What it is, when it is due, when it was done, how it stands, and the key by which it is asked about. */
type Row = readonly [what: string, due: string, done: string, standing: string, key: string];

const HEADS: Row = ['', 'Due', 'Done', 'How it stands', 'Key'];

const row = (line: TimetableLine, pictured: Pictured, mark = ''): Row => {
  const { key, obligation, opens, due, doneOn } = line;
  const from = opens === undefined ? '' : ` (from ${sayDayOn(opens, pictured.today)})`;
  const provisional = isProvisional(pictured.calendar, line) ? ', provisional' : '';
  return [
    `${mark.padEnd(2)}${capital(OBLIGATION_WORDS[obligation])}${from}`,
    due === undefined ? '' : sayDayOn(due, pictured.today),
    doneOn === undefined ? '' : sayDayOn(doneOn, pictured.today),
    `${sayStanding(line, pictured)}${provisional}`,
    key,
  ];
};

/** Rows in columns that are as wide as what stands in them; what is not a row runs across. */
const inColumns = (table: readonly (Row | string)[]): readonly string[] => {
  const rows = table.filter((one) => typeof one !== 'string');
  const widths = HEADS.map((_, column) => GAP + Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return table.map((one) =>
    typeof one === 'string' ? one : one.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(''),
  );
};

const meetingStanding = (state: AnyCase): Meeting | undefined =>
  state.status === 'open' ? standingMeeting(state) : undefined;

const sayMeeting = ({ stage, startsAt, tookPlace }: Meeting, { calendar, today }: Pictured): string => {
  const passed = ifCovered(() => londonDateOf(calendar, startsAt) < today) === true;
  if (stage === 'open')
    return `The meeting of ${sayInstant(startsAt)} ${passed ? 'was opened, and nobody has closed it' : 'is under way'}`;
  if (tookPlace === true)
    return `The meeting of ${sayInstant(startsAt)} is recorded as held, and not yet when it was opened, and who came`;
  return passed
    ? `Nobody opened the meeting of ${sayInstant(startsAt)} on its day: if it was held, open it with a moment of that day; if not, fix another`
    : `The meeting is arranged for ${sayInstant(startsAt)}`;
};

const weeks = (own: readonly TimetableLine[], { state, calendar, today }: Pictured): readonly string[] => {
  const marks = new Map<CivilDate, string>();
  const mark = (date: CivilDate | undefined, with_: string): void => {
    if (date !== undefined) marks.set(date, `${marks.get(date) ?? ''}${with_}`);
  };
  const { referralReceived } = state.timestamps;
  mark(referralReceived && ifCovered(() => londonDateOf(calendar, referralReceived)), RECEIVED);
  for (const [index, { opens, due, doneOn }] of own.entries()) {
    const letter = MARKS[index] ?? '+';
    mark(opens, `(${letter}`);
    mark(due, letter);
    mark(doneOn, letter.toLowerCase());
  }
  const meeting = meetingStanding(state);
  mark(meeting && ifCovered(() => londonDateOf(calendar, meeting.startsAt)), MEETING);
  mark(today, TODAY);
  return [...drawWeeks(marks, calendar), KEY];
};

const sayHeadline = (headline: CivilDate, today: CivilDate): string =>
  headline < today
    ? `It was to be complete by the end of ${sayDate(headline)}`
    : `To be complete by the end of ${sayDate(headline)}`;

/** Once nothing more is headed for: both counts are met by the same act. */
const sayCompleted = (lines: readonly TimetableLine[]): readonly string[] => {
  const days = lines.flatMap(({ obligation, doneOn }) =>
    isCompletion(obligation) && doneOn !== undefined ? [doneOn] : [],
  );
  const last = days.sort().at(-1);
  return last === undefined ? [] : [`Completed on ${sayDate(last)}`];
};

const sayEnded = ({ cause, on, into }: Ending): string =>
  `Ended on ${sayDate(on)}: ${into === undefined ? ENDING_WORDS[cause] : `it was merged into ${into}`}`;

/** What people should know beside the dates, with the code where an agency that the page names has the name of another one on it. */
const sayKnown = (
  { state, calendar, merged, register, named, nameAgency }: Pictured,
  lines: readonly TimetableLine[],
): readonly string[] => {
  const warnings = warningsOf(state, calendar, merged, register);
  const days = [...(named?.values() ?? [])].flat();
  const said = (name: NameAgency): readonly string[] => [
    ...warnings.map((warning) => sayWarning(warning, name)),
    ...new Set(days.map((day) => sayLocalDays(day, name))),
  ];
  const onPage = new Set<string>(lines.flatMap(({ agency }) => agency ?? []));
  // Said once for whom it names alone.
  said((id) => {
    onPage.add(id);
    return id;
  });
  return said(toldApart(nameAgency, onPage));
};

/** Throws `BeyondCalendar` where a date of the case lies outside its calendar. */
export const timetablePicture = (pictured: Pictured): string => {
  const { state, calendar, today } = pictured;
  const heading = withCode(pictured.nameAgency);
  const { headline, lines } = timetableOfCase(state, calendar);
  const meeting = meetingStanding(state);
  const known = sayKnown(pictured, lines);
  const own = lines.filter(({ agency }) => agency === undefined);
  const byAgency = Map.groupBy(
    lines.flatMap((line) => (line.agency === undefined ? [] : [{ agency: line.agency, line }])),
    ({ agency }) => agency,
  );
  return [
    `The timetable of ${state.reference} on ${sayDate(today)} (version ${state.version})`,
    ...(headline === undefined ? sayCompleted(own) : [sayHeadline(headline, today)]),
    ...(meeting === undefined ? [] : [sayMeeting(meeting, pictured)]),
    ...(state.status === 'ended' ? [sayEnded(state.ending)] : []),
    '',
    ...(lines.length === 0
      ? ['No clock runs for this case: it records a death without suspected abuse or neglect.']
      : [
          ...inColumns([
            HEADS,
            'The case',
            ...own.map((line, index) => row(line, pictured, MARKS[index])),
            ...[...byAgency].flatMap(([agency, its]) => [
              heading(agency),
              ...its.map(({ line }) => row(line, pictured)),
            ]),
          ]),
          '',
          ...weeks(own, pictured),
        ]),
    ...(known.length === 0 ? [] : ['', 'To be known', ...known.map((line) => `- ${line}`)]),
    '',
  ]
    .map((line) => line.trimEnd())
    .join('\n');
};
