// An explanation as text that somebody counts again on a wall calendar: the rule, where it counts from and who
// recorded that, every day with its number or the reason why it has none, what the date rests on, which closures and school holidays
// it lies in, how it moved.

import { sayDate, sayShortDate, type CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import { londonDateOf, sayLondonTime } from '../calendar/londonTime';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import type { DayNamed, LocalDaysKind } from '../localDays/localDays';
import { profileOf } from '../policy/profiles';
import type { CountExplained, DayOnTheWay, DecidedBy, Explanation } from './explain';
import { ANCHORS, sayCounting, type DayPassedOver } from './explanation';
import type { AgencyId } from './facts';

/** Who recorded the fact that is counted from; of a case only, a what-if has none. */
export interface AnchorRecord {
  /** Number of the event. */
  readonly event: number;
  /** The moment itself, where it is known to the minute. */
  readonly at?: Instant;
  /** The day that was agreed: of one that was agreed later the count is another. */
  readonly on?: CivilDate;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
  /** Recorded wrongly at first. */
  readonly corrected?: true;
}

/** A date as it was first known, or as it became. */
export interface DateChange {
  readonly due?: CivilDate;
  readonly was?: CivilDate;
  /** Number of the event that caused it. */
  readonly event: number;
  readonly at: Instant;
}

export interface ExplanationOfCase extends Explanation {
  readonly anchor?: AnchorRecord;
  /** First the date as it was first known, then each move. */
  readonly changes: readonly DateChange[];
  /** Done: it keeps the date it was met or missed under (R7). */
  readonly doneOn?: CivilDate;
  /** On a day on which the calendar changed, which moved this date. */
  readonly changedThatDay?: true;
  /** The date that had been missed when another was agreed: late is counted from it. */
  readonly missStands?: CivilDate;
}

/** How people and organisations are called; ids where nothing better is known. */
export interface Naming {
  agency(id: AgencyId): string;
  person(id: string): string;
  /** What happened, as a sentence; of a what-if nothing has. */
  event(number: number): string;
}

export const CONVENTION =
  'The day itself is day 0, whatever the hour; day 1 is the next working day. Due by 23:59:59 in London on the last day; ' +
  'counting back, day 1 is the working day before (R1). Saturdays, Sundays and the bank holidays of England and Wales do not count (R2).';

const SOURCES = {
  govUk: 'GOV.UK',
  person: 'added by hand',
  library: 'predicted by rule, not on the official list yet',
  whatIf: 'supposed for this question',
} as const satisfies Record<NonNullable<DayPassedOver['source']>, string>;

const WHY_DECIDED: Readonly<Record<DecidedBy, string>> = {
  ownCount: '',
  lateFoundAgency:
    'The agency was found after the day on which the request was due: it has the next working day (local default).',
  lateReferral:
    'The referral that named the agency came after the day on which the request was due: it has the next working day (local default).',
  headline:
    'The window closes earlier than by its own count, because the Rapid Review must be complete sooner: see the explanation of its completion.',
  agreedDate: 'Another date was agreed with the agency, and is recorded with its reason.',
  windowLeavesNothing:
    'The day on which the Rapid Review must be complete leaves the window no day: its first day, the earliest workable one, stands in.',
};

const sayDayOnTheWay = (day: DayOnTheWay): string => {
  const date = `  ${sayShortDate(day.date).padEnd(24)}`;
  if (day.counted !== undefined) return `${date}working day ${day.counted}`;
  const known = day.knownSince === undefined ? '' : `, known since ${sayDate(day.knownSince)}`;
  // A weekend is its own reason.
  const from = day.source === undefined ? '' : ` (${SOURCES[day.source]}${known})`;
  return `${date}not counted: ${day.why}${from}`;
};

export const sayCount = (lead: string, { counting, days }: CountExplained): readonly string[] => [
  `${lead} ${sayCounting(counting, [])}${days.length === 0 ? '.' : ':'}`,
  ...days.map(sayDayOnTheWay),
];

const sayMoment = (calendar: WorkingCalendar, at: Instant): string =>
  `${sayDate(londonDateOf(calendar, at))}, ${sayLondonTime(calendar, at)}`;

const NOBODY: readonly string[] = ['clock', 'messenger'];

/** In the middle of a sentence: what is no person has no name of its own to begin large. */
const sayWho = (code: string, naming: Naming): string => {
  const name = naming.person(code);
  return NOBODY.includes(code) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
};

const sayAnchor = (
  { anchor, count }: ExplanationOfCase,
  calendar: WorkingCalendar,
  naming: Naming,
): readonly string[] => {
  if (anchor === undefined || count === undefined) return [];
  const { anchor: what, anchorDate: on } = count.counting;
  const when = anchor.at === undefined ? sayDate(on) : sayMoment(calendar, anchor.at);
  return [
    `Counted from ${ANCHORS[what]}: ${when}; ${anchor.corrected === true ? 'corrected' : 'recorded'} by ` +
      `${sayWho(anchor.recordedBy, naming)} on ${sayMoment(calendar, anchor.recordedAt)} (event ${anchor.event}).`,
  ];
};

type CountedWith = Pick<Explanation, 'calendar'> & {
  readonly provisional?: Explanation['provisional'] | undefined;
};

export const sayProvisional = ({ provisional, calendar }: CountedWith): readonly string[] => {
  if (provisional === undefined) return [];
  const predicted = provisional.days.map(({ date, why }) => `${why} on ${sayDate(date)}`);
  const rests =
    predicted.length === 0 ? '' : ` It rests on ${predicted.join(', ')}, which is only predicted.`;
  return [
    `Provisional: the official list of bank holidays is known to ${sayDate(calendar.confirmedTo)} only.${rests}`,
  ];
};

export const LOCAL_DAYS_WORDS: Readonly<Record<LocalDaysKind, string>> = {
  closure: 'closure',
  schoolHolidays: 'school holidays',
};

/**
 * R2: `Wednesday 30 December 2026 lies in the closure "Christmas shut-down" of Example Trust (Thursday 24 December 2026 to Friday
 * 1 January 2027); it counts as a working day.`
 */
export const sayLocalDays = ({ on, meeting, localDays }: DayNamed, nameAgency: Naming['agency']): string => {
  const { kind, title, firstDay, lastDay, agency } = localDays;
  const day = meeting === true ? `The day of the meeting, ${sayDate(on)},` : sayDate(on);
  const whose = agency === undefined ? '' : ` of ${nameAgency(agency)}`;
  const span = firstDay === lastDay ? 'that day alone' : `${sayDate(firstDay)} to ${sayDate(lastDay)}`;
  return `${day} lies in the ${LOCAL_DAYS_WORDS[kind]} "${title}"${whose} (${span}); it counts as a working day.`;
};

export const sayCalendar = ({ version, confirmedTo }: Explanation['calendar']): string =>
  `Bank holidays: calendar ${version}; the official list is known to ${sayDate(confirmedTo)}.`;

const sayChanges = (
  changes: readonly DateChange[],
  calendar: WorkingCalendar,
  naming: Naming,
): readonly string[] =>
  changes.map(({ due, was, at, event }, index) => {
    const to = due === undefined ? 'no date' : sayDate(due);
    const set = index === 0 ? 'First set' : 'Set again';
    const from = was === undefined ? `${set} to ${to}` : `Moved from ${sayDate(was)} to ${to}`;
    return `${from} on ${sayMoment(calendar, at)} (event ${event}): ${naming.event(event)}`;
  });

const heading = ({ agency, obligation, profile, due, opens, what }: Explanation, naming: Naming): string => {
  const whose = agency === undefined ? '' : `${naming.agency(agency)}. `;
  if (due === undefined)
    return `${whose}${what} It has no date yet: it waits for ${ANCHORS[profileOf(profile).obligations[obligation].anchor]}.`;
  const from = opens === undefined ? '' : `from ${sayDate(opens.reaches)} `;
  return `${whose}${what} Due ${from}by the end of ${sayDate(due)}.`;
};

const sayDone = (doneOn: CivilDate, changedThatDay: true | undefined): string =>
  changedThatDay === undefined
    ? `Done on ${sayDate(doneOn)}; it keeps the date it was judged by (R7).`
    : `Done on ${sayDate(doneOn)}, a day on which the calendar changed: it is judged by its date as that day began or, where it is late by that, by the later one (R7).`;

const sayMissThatStands = (missed: CivilDate): string =>
  `The date of ${sayDate(missed)} had been missed when another was agreed: the miss stands, and late is counted from it.`;

/** The whole explanation, a line each, with the closures and school holidays that are named beside the date. */
export const sayExplanation = (
  explanation: Explanation & Partial<ExplanationOfCase>,
  calendar: WorkingCalendar,
  naming: Naming,
  named: readonly DayNamed[] = [],
): string => {
  const {
    opens,
    count,
    ownCount,
    decidedBy = 'ownCount',
    profile,
    changes = [],
    doneOn,
    changedThatDay,
    missStands,
  } = explanation;
  const why = WHY_DECIDED[decidedBy];
  // A squeezed window is due on the day it opens: that count is shown once.
  const opening =
    opens === undefined || decidedBy === 'windowLeavesNothing' ? [] : sayCount('It opens', opens);
  return [
    heading(explanation, naming),
    `Rule: ${explanation.paragraph}; profile ${profile.id}, version ${profile.version}.`,
    ...sayAnchor({ ...explanation, changes }, calendar, naming),
    ...(count === undefined ? [] : [CONVENTION]),
    ...opening,
    ...(ownCount === undefined ? [] : sayCount('By its own count it would be due', ownCount)),
    ...(why === '' ? [] : [why]),
    ...(missStands === undefined ? [] : [sayMissThatStands(missStands)]),
    ...(count === undefined ? [] : sayCount('It is due', count)),
    ...named.map((day) => sayLocalDays(day, (id) => naming.agency(id))),
    ...sayProvisional(explanation),
    sayCalendar(explanation.calendar),
    ...sayChanges(changes, calendar, naming),
    ...(doneOn === undefined ? [] : [sayDone(doneOn, changedThatDay)]),
  ].join('\n');
};
