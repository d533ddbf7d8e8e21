// What the team is told once beside dates at risk, misses and failed mail (R12): each topic with its key, from when on it
// holds, and what the mail says. Whether it was told is in the state; when the mail goes is `briefing.ts`.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import { firstLateInstant, londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import { dueDates } from '../../timetable/dueDates';
import type { AgencyId, ObligationKey } from '../../timetable/facts';
import { keyOf } from '../../timetable/obligationKey';
import { agencyOn } from '../agenciesOfCase';
import { meetingLeftOpen, notHeldFrom } from '../meeting/dayOver';
import { standingMeeting, type Meeting } from '../meeting/state';
import { topicOfNotClosed } from '../meeting/topicOfNotClosed';
import { awaitedMeeting, dayRestored, windowNow } from '../meeting/window';
import { noAgencyNamed, TOPIC_OF_NO_AGENCY } from '../noAgencyNamed';
import { notificationUndated, topicOfNotRecorded } from '../notificationUndated';
import type { OwedToPanel } from '../panel/state';
import { owedToPanel, panelWaitedFor } from '../panel/waitedFor';
import { holds } from '../rulesVersion';
import type { EndedCase, OpenCase } from '../state';
import { seatsUncovered } from '../warnings';
import type { BriefingItem } from './events';
import { topicOfMiss } from './heardOfMisses';
import { topicOfOwed } from './heardOfOwed';
import { hasHeardOf, topicOfQuorum } from './heardOfQuorum';
import { briefingAt, type Span } from './briefingTimes';
import { escalationOf, meetingFixedBy, papersFrom, silentFrom } from './topicTimes';
import { untoldTakenBack } from './untoldMisses';

export interface Topic extends Span {
  readonly key: string;
  readonly item: BriefingItem;
}

/** Of a meeting that is still to come. */
export interface QuorumTopic extends Topic {
  readonly until: Instant;
  readonly item: Extract<BriefingItem, { readonly about: 'quorumAtRisk' }>;
}

export const topicOfNotFixed = ({ meetings }: OpenCase): string => `meetingNotFixed/${meetings.length}`;
export const topicOfPapers = ({ number, placedBy }: Meeting): string => `papersDue/${number}.${placedBy}`;
export const topicOfSilence = (since: CivilDate): string => `panelSilent/${since}`;
/** What the topics of an agency's escalations begin with, before the day that each is of. */
export const escalationsOf = (agency: AgencyId): string => `escalationWaits/${agency}/`;
const topicOfEscalation = (agency: AgencyId, due: CivilDate): string => `${escalationsOf(agency)}${due}`;

/** R3: from the first mail on, and again once a moment that was recorded is taken back. */
const momentNotRecorded = (state: OpenCase, calendar: WorkingCalendar): readonly Topic[] => {
  if (!holds(state, 'wantOfMomentIsTold')) return [];
  const undated = notificationUndated(state, calendar);
  return undated === undefined
    ? []
    : [
        {
          key: topicOfNotRecorded(undated.what),
          from: 0 as Instant,
          item: { about: 'momentNotRecorded', ...undated },
        },
      ];
};

/** C2: from the first mail on, and again once the last agency is taken off. */
const nobodyNamed = (state: OpenCase, calendar: WorkingCalendar): readonly Topic[] => {
  if (!holds(state, 'wantOfAgencyIsTold')) return [];
  const none = noAgencyNamed(state, calendar);
  return none === undefined
    ? []
    : [{ key: TOPIC_OF_NO_AGENCY, from: 0 as Instant, item: { about: 'noAgencyNamed', ...none } }];
};

/** C5: no date fixed by WD2. A meeting that was cancelled, or held in vain, asks for another; so does one that passed. */
const meetingNotFixed = (state: OpenCase, calendar: WorkingCalendar): readonly Topic[] => {
  if (state.decisions.length > 0) return [];
  const by = meetingFixedBy(state, calendar);
  if (by === undefined) return [];
  const standing = standingMeeting(state);
  const passed = standing === undefined ? undefined : notHeldFrom(standing, calendar);
  if (standing !== undefined && passed === undefined) return [];
  const from = passed ?? briefingAt(state, calendar, by);
  return [
    {
      key: `${topicOfNotFixed(state)}${passed === undefined ? '' : `.${standing?.placedBy ?? 0}`}`,
      from,
      item: { about: 'meetingNotFixed', by },
    },
  ];
};

/** R14: for these seats nobody is expected, and of one at least the team has not heard. When it hears at once, `quorumAtOnce.ts` says. */
export const untoldQuorumAtRisk = (state: OpenCase, calendar: WorkingCalendar): readonly QuorumTopic[] => {
  const meeting = awaitedMeeting(state);
  const seats = meeting === undefined ? [] : seatsUncovered(state, meeting);
  if (meeting === undefined || seats.length === 0 || hasHeardOf(state, meeting, seats)) return [];
  const { number, startsAt, arrangedAt } = meeting;
  return [
    {
      key: topicOfQuorum(meeting, seats),
      from: arrangedAt,
      until: startsAt,
      item: { about: 'quorumAtRisk', meeting: number, on: londonDateOf(calendar, startsAt), seats },
    },
  ];
};

const papersDue = (state: OpenCase, calendar: WorkingCalendar): readonly Topic[] => {
  const meeting = awaitedMeeting(state);
  if (meeting === undefined) return [];
  const { number, startsAt } = meeting;
  const on = londonDateOf(calendar, startsAt);
  return [
    {
      key: topicOfPapers(meeting),
      from: papersFrom(state, calendar, on),
      until: startsAt,
      item: { about: 'papersDue', meeting: number, on },
    },
  ];
};

/** R12: until somebody closes it no other can be arranged. */
const meetingNotClosed = (state: OpenCase, calendar: WorkingCalendar): readonly Topic[] => {
  const open = meetingLeftOpen(state, calendar);
  if (open === undefined) return [];
  const { meeting, on, overFrom } = open;
  return [
    { key: topicOfNotClosed(meeting), from: overFrom, item: { about: 'meetingNotClosed', meeting, on } },
  ];
};

/** R7, R8: once the team has heard that the day of the meeting lies wrong, it hears that it no longer does. */
const meetingDayRestored = (state: OpenCase, calendar: WorkingCalendar): readonly Topic[] => {
  const meeting = awaitedMeeting(state);
  if (meeting?.toldAmiss === undefined) return [];
  const { startsAt, arrangedAt, toldAmiss } = meeting;
  const on = londonDateOf(calendar, startsAt);
  const restored = dayRestored(toldAmiss, windowNow(state, calendar), calendar, on);
  // Wrong again: what the team believes is so.
  if (restored === undefined) return [];
  return [
    {
      key: `meetingDayRestored/${toldAmiss.event}`,
      from: arrangedAt,
      until: startsAt,
      item: { about: 'meetingDayRestored', on, was: toldAmiss.way, ...restored },
    },
  ];
};

/** R12: nothing has come back so many working days after it. */
const panelSilent = (state: OpenCase, calendar: WorkingCalendar): readonly Topic[] => {
  const since = panelWaitedFor(state);
  return since === undefined
    ? []
    : [
        {
          key: topicOfSilence(since),
          from: silentFrom(state, calendar, since),
          item: { about: 'panelSilent', since },
        },
      ];
};

/** Since when the word is owed: of the answer to a disagreement, since the partners have given it. */
const owedSince = (state: OpenCase, { word, on }: OwedToPanel): CivilDate =>
  word === 'answerToDisagreement' ? (state.panel.reconsideredOn ?? on) : on;

/** R5, R12: nobody else reminds the partners of it. Told on the working day after. */
const panelAwaitsWord = (state: OpenCase, calendar: WorkingCalendar): readonly Topic[] => {
  const owed = owedToPanel(state);
  return owed === undefined
    ? []
    : [
        {
          key: topicOfOwed(state, owed),
          from: firstLateInstant(calendar, owedSince(state, owed)),
          item: { about: 'panelAwaitsWord', ...owed },
        },
      ];
};

const escalationWaits = (state: OpenCase, calendar: WorkingCalendar): readonly Topic[] =>
  dueDates(state, calendar).flatMap((owed): Topic[] => {
    const { agency, due, obligation } = owed;
    if (obligation !== 'agencyReturn' || agency === undefined || due === undefined) return [];
    const escalation = escalationOf(state, calendar, due);
    const confirmed = agencyOn(state, agency)?.escalationConfirmed === true;
    if (escalation === undefined || confirmed || state.outcomes[keyOf(owed)]?.on !== undefined) return [];
    const { on, ...span } = escalation;
    return [
      {
        key: topicOfEscalation(agency, due),
        ...span,
        item: { about: 'escalationWaits', agency, on },
      },
    ];
  });

/** Once the team has heard of a miss, it hears that there was none (R8). */
const missesTakenBack = (
  state: OpenCase | EndedCase,
  dates: ReadonlyMap<ObligationKey, CivilDate | undefined>,
): readonly Topic[] =>
  untoldTakenBack(state).map((taken) => {
    const { key, was, at, ofNone } = taken;
    const outcome = state.outcomes[key];
    const due = ofNone === true || outcome !== undefined ? undefined : dates.get(key);
    const on = taken.on ?? (ofNone === true ? undefined : outcome?.on);
    return {
      key: topicOfMiss(taken),
      from: at,
      item: {
        about: 'missTakenBack',
        key,
        was,
        ...(due === undefined ? {} : { due }),
        ...(on === undefined ? {} : { on }),
      },
    };
  });

/** Most cases have none to tell, and the clock asks them all. */
const datesOfTakenBack = (
  state: OpenCase,
  calendar: WorkingCalendar,
): ReadonlyMap<ObligationKey, CivilDate | undefined> =>
  new Map(
    state.missesTakenBack.length === 0
      ? []
      : dueDates(state, calendar).map((line) => [keyOf(line), line.due] as const),
  );

const agenciesProposed = (state: OpenCase | EndedCase): readonly Topic[] =>
  state.proposals.map(({ proposal, by, agency, at }) => ({
    key: `agencyProposed/${proposal}`,
    from: at,
    item: { about: 'agencyProposed', by, ...(agency === undefined ? {} : { agency }), proposal },
  }));

/** Every topic that holds or will hold, told or not; but of quorum at risk and of misses taken back, only what is untold. Throws `BeyondCalendar`. */
const topics = (state: OpenCase, calendar: WorkingCalendar): readonly Topic[] => [
  ...momentNotRecorded(state, calendar),
  ...nobodyNamed(state, calendar),
  ...meetingNotFixed(state, calendar),
  ...untoldQuorumAtRisk(state, calendar),
  ...papersDue(state, calendar),
  ...meetingNotClosed(state, calendar),
  ...meetingDayRestored(state, calendar),
  ...panelSilent(state, calendar),
  ...panelAwaitsWord(state, calendar),
  ...escalationWaits(state, calendar),
  ...missesTakenBack(state, datesOfTakenBack(state, calendar)),
  ...agenciesProposed(state),
];

/** Those that nobody has told yet. */
export const untoldTopics = (state: OpenCase, calendar: WorkingCalendar): readonly Topic[] =>
  topics(state, calendar).filter(({ key }) => !state.toldTopics.includes(key));

/**
 * Those that still matter once the case has ended (R20), and that had come up by then: what asks something of a meeting, the Panel or an
 * agency has lapsed with it, and so has every date.
 */
export const untoldAtEnd = (state: EndedCase, endedAt: Instant): readonly Topic[] =>
  [...missesTakenBack(state, new Map()), ...agenciesProposed(state)].filter(
    ({ key, from }) => from <= endedAt && !state.toldTopics.includes(key),
  );
