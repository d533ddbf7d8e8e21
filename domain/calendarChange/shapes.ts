// The shape of a case and of an agency's part in it: everything that decides which of its dates another calendar moves and
// what follows from that, as days, and without saying whose they are. Cases of one shape move alike, so that what a change
// does to a hundred thousand cases is asked of a few hundred shapes. What it does is `effects.ts`.

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import { londonDateOf, londonInstant } from '../calendar/londonTime';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import { CONTACT_LEVELS, type ContactLevel } from '../policy/contactLevels';
import type { TimestampName } from '../policy/policyProfile';
import { profileOf, timestampsCountedFrom } from '../policy/profiles';
import { stillBelieved } from '../rapidReview/clock/heardOfMisses';
import {
  escalationsOf,
  topicOfNotFixed,
  topicOfPapers,
  topicOfSilence,
  untoldQuorumAtRisk,
  type QuorumTopic,
} from '../rapidReview/clock/topics';
import { briefingAt } from '../rapidReview/clock/briefingTimes';
import { standingMeeting, type Meeting, type ToldAmiss } from '../rapidReview/meeting/state';
import { awaitedMeeting, metByMeeting, type MetByMeeting } from '../rapidReview/meeting/window';
import { panelWaitedFor } from '../rapidReview/panel/waitedFor';
import { contactsFor, reachableContacts } from '../rapidReview/reminders/reach';
import type { AgencyOnCase, OpenCase, RungPassed } from '../rapidReview/state';
import type {
  AgencyFacts,
  AgencyId,
  AgreedDate,
  ObligationKey,
  Outcome,
  TimetableFacts,
} from '../timetable/facts';
import { isAgreedBeforeAsking, knownSince } from '../timetable/dueDates';
import { entriesByKey, keyOf, namesAgency, refOf } from '../timetable/obligationKey';

export interface CaseShape {
  /** The version that it counts with. */
  readonly calendar: string;
  /** Of the case alone, without its agencies. */
  readonly facts: TimetableFacts;
  /** The day of a meeting that is arranged and has not decided yet. */
  readonly meetingOn?: CivilDate;
  /** There is a decision: the team is no longer told that the window is left no day. */
  readonly decided?: true;
  /** What it would meet; absent where that is the obligation to hold one. */
  readonly meets?: Exclude<MetByMeeting, 'meeting'>;
  /** What the team was told is amiss with that day, and until when it can hear that it is no longer so. */
  readonly toldAmiss?: Omit<ToldAmiss, 'event'> & { readonly until: Instant };
  /** Misses that were taken back, which the team has not heard; absent where there are none. */
  readonly believed?: readonly ObligationKey[];
  /** Absent where there are none. */
  readonly topics?: UntoldTopics;
  /** That quorum is at risk, which the team has not heard: it hears at once where no 09:00 is left before that meeting. */
  readonly quorum?: Pick<QuorumTopic, 'item' | 'until'>;
}

/** Lines that the team's mails of 09:00 have yet to say once, as far as a calendar moves them. */
export interface UntoldTopics {
  /** No meeting is fixed. */
  readonly notFixed?: true;
  /** The papers of the meeting that is arranged; whether it begins at 09:00 or before: then nothing is told any more. */
  readonly papers?: { readonly on: CivilDate; readonly byNine: boolean };
  /** The last word between us and the Panel. */
  readonly silentSince?: CivilDate;
}

export interface AgencyShape {
  readonly calendar: string;
  /** With that agency alone, under the name `SOME_AGENCY`. */
  readonly facts: TimetableFacts;
  readonly rungs: Readonly<Record<ObligationKey, Readonly<Record<string, RungPassed>>>>;
  /** Dates that it was told before they moved, and has not heard the new ones of. */
  readonly toldBefore: Readonly<Record<ObligationKey, CivilDate>>;
  /** Of those the ones that hold and that a mail has named since, without the reason; absent where there are none. */
  readonly named?: Readonly<Record<ObligationKey, CivilDate>>;
  readonly canBeMailed: boolean;
  /** Where nobody who was asked can be mailed: the levels above them at which somebody can. Absent where there are none. */
  readonly above?: readonly ContactLevel[];
  /** The executive is written to if a coordinator says so, and none has; and for which dates the team was told that: one may come back. */
  readonly escalation?: { readonly toldFor?: readonly CivilDate[] };
  readonly believed?: readonly ObligationKey[];
}

export const SOME_AGENCY = 'AG-0000' as AgencyId;

const NO_DAY = '0001-01-01' as CivilDate;
/** When and how late it was done moves nothing. */
const DONE: Outcome = { kind: 'met', due: NO_DAY, on: NO_DAY };

/** A missed one keeps the date that it was judged by, and whether the team has heard: it may be reinstated. */
const reduced = (outcome: Outcome): Outcome =>
  outcome.on !== undefined || outcome.kind === 'met'
    ? DONE
    : {
        kind: 'missed',
        due: outcome.due,
        noticed: 0 as Instant,
        ...(outcome.told === true ? { told: true } : {}),
      };

/** The same obligation in the shape; nothing where it is none of its own. */
type AsShaped = (key: ObligationKey) => ObligationKey | undefined;

/** In the order of the keys in the shape. */
const shaped = <V, W>(
  record: Readonly<Record<ObligationKey, V>>,
  asShaped: AsShaped,
  map: (value: V) => W,
): Readonly<Record<ObligationKey, W>> =>
  Object.fromEntries(
    entriesByKey(record)
      .flatMap(([key, value]) => {
        const as = asShaped(key);
        return as === undefined ? [] : [[as, map(value)] as const];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const believedOf = (state: OpenCase, asShaped: AsShaped): Pick<CaseShape, 'believed'> => {
  const keys = new Set(state.missesTakenBack.map(({ key }) => key));
  const believed = [...keys]
    .filter((key) => stillBelieved(state, key))
    .flatMap((key) => asShaped(key) ?? [])
    .sort();
  return believed.length === 0 ? {} : { believed };
};

/** The hour decides nothing: dates are counted from days. */
const noonOf = (calendar: WorkingCalendar, at: Instant): Instant =>
  londonInstant(calendar, londonDateOf(calendar, at), 12, 0);

const timestampsOf = (
  { timestamps }: OpenCase,
  calendar: WorkingCalendar,
  wanted: readonly TimestampName[],
): TimetableFacts['timestamps'] =>
  Object.fromEntries(
    wanted.flatMap((name) => {
      const at = timestamps[name];
      return at === undefined ? [] : [[name, noonOf(calendar, at)] as const];
    }),
  );

const toldAmissOf = ({ toldAmiss, startsAt }: Meeting): Pick<CaseShape, 'toldAmiss'> =>
  toldAmiss === undefined ? {} : { toldAmiss: { on: toldAmiss.on, way: toldAmiss.way, until: startsAt } };

const papersOf = (state: OpenCase, calendar: WorkingCalendar): UntoldTopics['papers'] => {
  const meeting = awaitedMeeting(state);
  if (meeting === undefined || state.toldTopics.includes(topicOfPapers(meeting))) return undefined;
  const on = londonDateOf(calendar, meeting.startsAt);
  return { on, byNine: meeting.startsAt <= briefingAt(state, calendar, on) };
};

const topicsOf = (state: OpenCase, calendar: WorkingCalendar): Pick<CaseShape, 'topics'> => {
  const untold = (topic: string): boolean => !state.toldTopics.includes(topic);
  const standing = standingMeeting(state);
  const papers = papersOf(state, calendar);
  const since = panelWaitedFor(state);
  const topics: UntoldTopics = {
    ...(standing === undefined && state.decisions.length === 0 && untold(topicOfNotFixed(state))
      ? { notFixed: true }
      : {}),
    ...(papers === undefined ? {} : { papers }),
    ...(since !== undefined && untold(topicOfSilence(since)) ? { silentSince: since } : {}),
  };
  return Object.keys(topics).length === 0 ? {} : { topics };
};

const quorumOf = (state: OpenCase, calendar: WorkingCalendar): Pick<CaseShape, 'quorum'> => {
  const [topic] = untoldQuorumAtRisk(state, calendar);
  return topic === undefined ? {} : { quorum: { item: topic.item, until: topic.until } };
};

const reachOf = (state: OpenCase, agency: AgencyId): Pick<AgencyShape, 'canBeMailed' | 'above'> => {
  if (reachableContacts(state, agency).length > 0) return { canBeMailed: true };
  const above = CONTACT_LEVELS.filter((level) => contactsFor(state, agency, [level]).length > 0);
  return { canBeMailed: false, ...(above.length === 0 ? {} : { above }) };
};

const escalationFor = (
  state: OpenCase,
  { agency, escalationConfirmed }: AgencyOnCase,
): Pick<AgencyShape, 'escalation'> => {
  const waits = profileOf(state.profile).ladder.some(({ onceConfirmed }) => onceConfirmed === true);
  if (!waits || escalationConfirmed === true) return {};
  const before = escalationsOf(agency);
  const told = state.toldTopics
    .filter((topic) => topic.startsWith(before))
    .map((topic) => topic.slice(before.length) as CivilDate)
    .sort();
  return { escalation: told.length === 0 ? {} : { toldFor: told } };
};

export const caseShapeOf = (state: OpenCase, calendar: WorkingCalendar): CaseShape => {
  const { profile, panelDisagreedOn } = state;
  const meeting = awaitedMeeting(state);
  const meets = metByMeeting(state);
  const ofTheCase: AsShaped = (key) => (namesAgency(key) ? undefined : key);
  return {
    calendar: state.calendar,
    facts: {
      profile: { id: profile.id, version: profile.version },
      timestamps: timestampsOf(state, calendar, timestampsCountedFrom(state.profile)),
      agencies: [],
      outcomes: shaped(state.outcomes, ofTheCase, reduced),
      ...(panelDisagreedOn === undefined ? {} : { panelDisagreedOn }),
    },
    ...(meeting === undefined
      ? {}
      : {
          meetingOn: londonDateOf(calendar, meeting.startsAt),
          ...(meets === 'reconsideration' ? { meets } : {}),
          ...toldAmissOf(meeting),
        }),
    ...(state.decisions.length === 0 ? {} : { decided: true }),
    ...believedOf(state, ofTheCase),
    ...topicsOf(state, calendar),
    ...quorumOf(state, calendar),
  };
};

/** Where the day of the request is the one it was agreed upon, that day does not matter. */
const agreedOf = (
  { due, afterMiss, askedOn, extends: more }: AgreedDate,
  sent: AgencyFacts['sent'],
): AgreedDate => ({
  due,
  ...(afterMiss === true ? { afterMiss } : {}),
  ...(askedOn === undefined || askedOn === sent?.on ? {} : { askedOn }),
  extends: more,
});

const factsOf = (state: OpenCase, onCase: AgencyOnCase, calendar: WorkingCalendar): AgencyFacts => {
  const { sent, agreed } = onCase;
  const known = knownSince(state, onCase, profileOf(state.profile).obligations.scopingDispatch);
  return {
    agency: SOME_AGENCY,
    // Known since the receipt, from which nothing else may be counted: it counts like one that was found then.
    identified: known === undefined ? 'withReferral' : noonOf(calendar, known.at),
    ...(sent === undefined ? {} : { sent: { on: sent.on, channel: 'mail' } }),
    // No calendar makes it hold again.
    ...(agreed === undefined || (sent !== undefined && isAgreedBeforeAsking(agreed, sent.on, calendar))
      ? {}
      : { agreed: agreedOf(agreed, sent) }),
  };
};

export const agencyShapeOf = (
  state: OpenCase,
  calendar: WorkingCalendar,
  onCase: AgencyOnCase,
): AgencyShape => {
  const { profile } = state;
  const { agency } = onCase;
  const asShaped: AsShaped = (key) => {
    const ref = refOf(key);
    return ref.agency === agency ? keyOf({ ...ref, agency: SOME_AGENCY }) : undefined;
  };
  // What is done is no longer owed: its reminders and untold moves are over.
  const ifOwed: AsShaped = (key) => (state.outcomes[key]?.on === undefined ? asShaped(key) : undefined);
  const untold = shaped(state.untoldMoves, ifOwed, (move) => move);
  const named = entriesByKey(untold).flatMap(([key, move]) =>
    move.named === undefined ? [] : [[key, move.named] as const],
  );
  return {
    calendar: state.calendar,
    facts: {
      profile: { id: profile.id, version: profile.version },
      timestamps: timestampsOf(state, calendar, timestampsCountedFrom(profile, 'agency')),
      agencies: [factsOf(state, onCase, calendar)],
      outcomes: shaped(state.outcomes, asShaped, reduced),
    },
    rungs: shaped(state.rungs, ifOwed, (rungs) => rungs),
    toldBefore: shaped(state.untoldMoves, ifOwed, ({ was }) => was),
    ...(named.length === 0 ? {} : { named: Object.fromEntries(named) }),
    ...reachOf(state, agency),
    ...escalationFor(state, onCase),
    ...believedOf(state, asShaped),
  };
};
