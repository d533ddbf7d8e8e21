// What the team is told once beside dates at risk, misses and failed mail (R12): each topic with its key, from when on it
// holds, and what the mail says. Whether it was told is in the state; when the mail goes is `briefing.ts`.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import { firstLateInstant, londonDateOf, londonInstant } from '../../calendar/londonTime';
import { addWorkingDays, type WorkingCalendar } from '../../calendar/workingCalendar';
import type { PolicyProfile } from '../../policy/policyProfile';
import { profileOf } from '../../policy/profiles';
import { dueDates } from '../../timetable/dueDates';
import { keyOf } from '../../timetable/facts';
import {
  awaitedMeeting,
  dayRestored,
  meetingWindow,
  notHeldFrom,
  papersDay,
  standingMeeting,
} from '../meeting/window';
import type { OpenCase } from '../state';
import { seatsUncovered } from '../warnings';
import type { BriefingItem } from './events';
import { topicOfMiss } from './heardOfMisses';

export interface Topic {
  readonly key: string;
  /** The first moment at which it holds: it is told in the next mail of 09:00. */
  readonly from: Instant;
  /** Not told any more after that. */
  readonly until?: Instant;
  readonly item: BriefingItem;
}

/** Cases opened before these were told keep silent about them: their histories must replay (docs/adr/0006). */
const SINCE_RULES_VERSION = 2;

const nine = (calendar: WorkingCalendar, { noticesFrom }: PolicyProfile, on: CivilDate): Instant =>
  londonInstant(calendar, on, 0, noticesFrom);

/** C5: no date fixed by WD2. A meeting that was cancelled, or held in vain, asks for another; so does one that passed. */
const meetingNotFixed = (
  state: OpenCase,
  calendar: WorkingCalendar,
  profile: PolicyProfile,
): readonly Topic[] => {
  if (state.decisions.length > 0) return [];
  const due = dueDates(state, calendar).find(({ obligation }) => obligation === 'meeting');
  const anchor = (due?.ordinary ?? due?.counting)?.anchorDate;
  if (anchor === undefined) return [];
  const by = addWorkingDays(calendar, anchor, profile.meetings.fixedByWorkingDay);
  const standing = standingMeeting(state);
  const passed = standing === undefined ? undefined : notHeldFrom(standing, calendar);
  if (standing !== undefined && passed === undefined) return [];
  const from = passed ?? nine(calendar, profile, by);
  return [
    {
      key: `meetingNotFixed/${state.meetings.length}${passed === undefined ? '' : `.${standing?.change ?? 0}`}`,
      from,
      item: { about: 'meetingNotFixed', by },
    },
  ];
};

const ofMeeting = (state: OpenCase, calendar: WorkingCalendar, profile: PolicyProfile): readonly Topic[] => {
  const meeting = standingMeeting(state);
  if (meeting?.stage !== 'arranged') return [];
  const { number, change, startsAt, arrangedAt } = meeting;
  const on = londonDateOf(calendar, startsAt);
  const seats = seatsUncovered(state, meeting);
  const papers = nine(calendar, profile, papersDay(state, calendar, on));
  return [
    ...(seats.length === 0
      ? []
      : [
          {
            key: `quorumAtRisk/${number}.${change}/${seats.join('+')}`,
            from: arrangedAt,
            until: startsAt,
            item: { about: 'quorumAtRisk', meeting: number, on, seats },
          } as const,
        ]),
    {
      key: `papersDue/${number}.${change}`,
      from: papers,
      until: startsAt,
      item: { about: 'papersDue', meeting: number, on },
    },
  ];
};

/** R7, R8: once the team has heard that the day of the meeting lies wrong, it hears that it does so no more. */
const meetingDayRestored = (state: OpenCase, calendar: WorkingCalendar): readonly Topic[] => {
  const meeting = awaitedMeeting(state);
  if (meeting?.toldAmiss === undefined) return [];
  const { startsAt, arrangedAt, toldAmiss } = meeting;
  const on = londonDateOf(calendar, startsAt);
  const restored = dayRestored(toldAmiss, meetingWindow(state, calendar), calendar, on);
  // Wrong again: what the team believes is so.
  if (restored === undefined) return [];
  return [
    {
      ...{ key: `meetingDayRestored/${toldAmiss.event}`, from: arrangedAt, until: startsAt },
      item: { about: 'meetingDayRestored', on, was: toldAmiss.way, ...restored },
    },
  ];
};

/** R12: nothing has come back so many working days after the last word between us. */
const panelSilent = (
  { panel, panelDisagreedOn }: OpenCase,
  calendar: WorkingCalendar,
  { panelReplyWorkingDays }: PolicyProfile,
): readonly Topic[] => {
  const sent = panel.dispatches.findLast((one) => one.sent !== undefined)?.sent?.on;
  // While the partners reconsider, the word is with them.
  if (sent === undefined || (panelDisagreedOn !== undefined && panel.reconsideredOn === undefined)) return [];
  const since = [
    sent,
    ...panel.replies.map(({ on }) => on),
    ...panel.contacts.flatMap(({ contact, on }) => (contact === 'chase' ? [on] : [])),
  ]
    .sort()
    .at(-1);
  if (since === undefined) return [];
  const last = addWorkingDays(calendar, since, panelReplyWorkingDays);
  return [
    {
      key: `panelSilent/${since}`,
      from: firstLateInstant(calendar, last),
      item: { about: 'panelSilent', since },
    },
  ];
};

/** A rung that waits for a coordinator's word is announced one working day before it would go. */
const escalationWaits = (
  state: OpenCase,
  calendar: WorkingCalendar,
  profile: PolicyProfile,
): readonly Topic[] => {
  const rung = profile.ladder.find(({ onceConfirmed }) => onceConfirmed === true);
  if (rung === undefined) return [];
  return dueDates(state, calendar).flatMap((owed): Topic[] => {
    const { agency, due, obligation } = owed;
    if (obligation !== 'agencyReturn' || agency === undefined || due === undefined) return [];
    const known = state.agencies.find((one) => one.agency === agency);
    if (known?.escalationConfirmed === true || state.outcomes[keyOf(owed)]?.on !== undefined) return [];
    const on = addWorkingDays(calendar, due, rung.workingDays);
    return [
      {
        key: `escalationWaits/${agency}/${due}`,
        from: nine(calendar, profile, addWorkingDays(calendar, on, -1)),
        until: nine(calendar, profile, on),
        item: { about: 'escalationWaits', agency, on },
      },
    ];
  });
};

/** Once the team has heard of a miss, it hears that it is none (R8). */
const missesTakenBack = (state: OpenCase, calendar: WorkingCalendar): readonly Topic[] => {
  if (state.missesTakenBack.length === 0) return [];
  const lines = new Map(dueDates(state, calendar).map((line) => [keyOf(line), line]));
  return state.missesTakenBack.flatMap((taken): Topic[] => {
    const { key, was, at } = taken;
    const outcome = state.outcomes[key];
    // Missed again: what the team believes is so.
    if (outcome?.kind === 'missed') return [];
    const due = outcome === undefined ? lines.get(key)?.due : undefined;
    return [
      {
        ...{ key: topicOfMiss(taken), from: at },
        item: {
          ...{ about: 'missTakenBack', key, was },
          ...(due === undefined ? {} : { due }),
          ...(outcome === undefined ? {} : { on: outcome.on }),
        },
      },
    ];
  });
};

/** Every topic that holds or will, told or not. Throws `BeyondCalendar`. */
const topics = (state: OpenCase, calendar: WorkingCalendar): readonly Topic[] => {
  if (state.rulesVersion < SINCE_RULES_VERSION) return [];
  const profile = profileOf(state.profile);
  return [
    ...meetingNotFixed(state, calendar, profile),
    ...ofMeeting(state, calendar, profile),
    ...meetingDayRestored(state, calendar),
    ...panelSilent(state, calendar, profile),
    ...escalationWaits(state, calendar, profile),
    ...missesTakenBack(state, calendar),
    ...state.proposals.map(({ proposal, by, agency, at }) => ({
      key: `agencyProposed/${proposal}`,
      from: at,
      item: { about: 'agencyProposed', by, ...(agency === undefined ? {} : { agency }) } as const,
    })),
  ];
};

/** Those that nobody has told yet. */
export const untoldTopics = (state: OpenCase, calendar: WorkingCalendar): readonly Topic[] =>
  topics(state, calendar).filter(({ key }) => !state.toldTopics.includes(key));
