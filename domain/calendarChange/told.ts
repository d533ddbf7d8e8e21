// Who hears of what another calendar does, of what, and when: an agency of its new dates, or no longer of earlier ones; the team at once of what cannot wait,
// and in its next mail of 09:00 of misses, of what it had heard of that is no longer so, and of each agency that it must tell itself, since nobody
// there can be mailed (R6 to R9, R12). What moves is `effects.ts`.

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import { firstLateInstant } from '../calendar/londonTime';
import { ifCovered } from '../calendar/workingCalendar';
import { nextNine } from '../rapidReview/clock/briefingTimes';
import type { BriefingItem, MeetingWindowLeavesNothing } from '../rapidReview/clock/events';
import { movesAreToldAt } from '../rapidReview/clock/moves';
import { quorumGoesAtOnce } from '../rapidReview/clock/quorumAtOnce';
import { missToldAtOnce } from '../rapidReview/clock/toldAtOnce';
import type { QuorumTopic } from '../rapidReview/clock/topics';
import type { DayAmiss, DayRestored } from '../rapidReview/meeting/dayToWindow';
import { isBelieved } from '../rapidReview/meeting/toldOfDay';
import { isWindowTold, windowLeftNothing } from '../rapidReview/meeting/window';
import type { Due } from '../timetable/dueDates';
import type { AgencyId, ObligationKey, TimetableFacts } from '../timetable/facts';
import { keyOf } from '../timetable/obligationKey';
import type { Change, Move } from './moves';
import { SOME_AGENCY, type AgencyShape, type CaseShape } from './shapes';

/** Of each it is one mail, and goes at once. */
export type HeardAtOnce =
  | ({ readonly about: 'meetingOutsideWindow'; readonly on: CivilDate } & DayAmiss)
  | ({ readonly about: 'meetingWindowLeavesNothing' } & MeetingWindowLeavesNothing['body'])
  | { readonly about: 'completionMissed'; readonly key: ObligationKey; readonly due: CivilDate }
  | QuorumTopic['item'];

/** Of these it is a line of the mail of 09:00. */
export type HeardAtNine =
  | Extract<BriefingItem, { readonly about: 'missed' | 'missTakenBack' | 'meetingDayRestored' }>
  /** The notice of its new dates goes to nobody: the team is to tell it. */
  | { readonly about: 'agencyToTell'; readonly agency: AgencyId };

/** `at`: when the mail goes, with nobody acting until then. */
export type TeamHears = (HeardAtOnce | HeardAtNine) & { readonly at: Instant };

export interface AgencyHears {
  /** In person where nobody there can be mailed. */
  readonly how: 'byMail' | 'inPerson';
  readonly at: Instant;
  /** From the dates that it was told last. */
  readonly moves: readonly Pick<Move, 'key' | 'was' | 'due'>[];
}

const AT_NINE: readonly TeamHears['about'][] = [
  'missed',
  'missTakenBack',
  'meetingDayRestored',
  'agencyToTell',
] satisfies readonly HeardAtNine['about'][];

export const isHeardAtNine = <H extends HeardAtOnce | HeardAtNine>(
  hears: H,
): hears is Extract<H, HeardAtNine> => AT_NINE.includes(hears.about);

interface Moved {
  readonly facts: TimetableFacts;
  readonly believed?: readonly ObligationKey[];
}

/**
 * The team is not told of a miss that it still believes in; nor that a miss was none, if it had never heard of it or the date is
 * missed again before it could hear.
 */
const heardOfMove = (
  { key, due, lateness }: Move,
  { facts, believed = [] }: Moved,
  { after, now }: Change,
): readonly TeamHears[] => {
  if (lateness === 'unchanged' || (lateness === 'late' && believed.includes(key))) return [];
  if (lateness === 'late' && missToldAtOnce(key)) return [{ about: 'completionMissed', key, due, at: now }];
  const at = nextNine(facts, after, now);
  if (lateness === 'late') return [{ about: 'missed', key, due, at }];
  const outcome = facts.outcomes[key];
  const heard = outcome?.kind === 'missed' && outcome.told === true && firstLateInstant(after, due) > at;
  return heard ? [{ about: 'missTakenBack', key, was: outcome.due, due, at }] : [];
};

/** Throws `BeyondCalendar`. */
export const teamHearsOfMoves = (
  shape: Moved,
  moves: readonly Move[],
  change: Change,
): readonly TeamHears[] => moves.flatMap((move) => heardOfMove(move, shape, change));

/** What lies at the window and not at one date. Throws `BeyondCalendar`. */
export const teamHearsOfWindow = (
  { facts: state, decided }: CaseShape,
  { before, after, now }: Change,
): readonly TeamHears[] => {
  const left = windowLeftNothing({ state, calendar: before }, { state, calendar: after });
  return left !== undefined && isWindowTold(decided === true, left, after, now)
    ? [{ about: 'meetingWindowLeavesNothing', ...left, at: now }]
    : [];
};

/** R12, R14: before the change there was still a 09:00 ahead of the meeting. Throws `BeyondCalendar`. */
export const teamHearsOfQuorum = (
  { facts, quorum }: CaseShape,
  { after, now }: Change,
): readonly TeamHears[] =>
  quorum !== undefined && quorumGoesAtOnce(facts, after, { from: now, until: quorum.until }, now)
    ? [{ ...quorum.item, at: now }]
    : [];

/** Of an agency that was to be told at 09:00 the team hears in its mail of that same 09:00. Throws `BeyondCalendar`. */
export const teamHearsOfAgency = (
  { facts }: AgencyShape,
  told: AgencyHears | undefined,
  { after, now }: Change,
): readonly TeamHears[] =>
  told?.how === 'inPerson'
    ? [{ about: 'agencyToTell', agency: SOME_AGENCY, at: nextNine(facts, after, now) }]
    : [];

interface MeetingDay {
  readonly meetingLeaves?: { readonly on: CivilDate } & DayAmiss;
  readonly meetingDayRestored?: { readonly on: CivilDate } & DayRestored;
}

/** At once, that the day lies wrong, unless it believes so already; at 09:00, that it no longer does, if it had been told. */
export const teamHearsOfMeeting = (
  { facts, toldAmiss }: CaseShape,
  { meetingLeaves: leaves, meetingDayRestored: restored }: MeetingDay,
  { after, now }: Change,
): readonly TeamHears[] => {
  if (leaves !== undefined && !isBelieved(toldAmiss, leaves))
    return [{ about: 'meetingOutsideWindow', ...leaves, at: now }];
  if (restored === undefined || toldAmiss === undefined) return [];
  const at = nextNine(facts, after, now);
  return at < toldAmiss.until ? [{ about: 'meetingDayRestored', was: toldAmiss.way, ...restored, at }] : [];
};

/** Of what it owes under a calendar, the dates of which it knows another than the one that it has. */
const untoldIn = (
  { toldBefore, named = {} }: AgencyShape,
  moves: readonly Move[],
  owed: readonly Due[],
): AgencyHears['moves'] =>
  owed.flatMap((line) => {
    const key = keyOf(line);
    const { due } = line;
    const moved = moves.find((move) => move.key === key)?.was;
    const was = (moved === undefined ? undefined : named[key]) ?? toldBefore[key] ?? moved;
    return was === undefined || due === undefined || was === due ? [] : [{ key, was, due }];
  });

const howHeard = ({ canBeMailed }: AgencyShape): AgencyHears['how'] => (canBeMailed ? 'byMail' : 'inPerson');

/** Nothing where it knows each date that it has. `owed` is what it owes under the new calendar. Throws `BeyondCalendar`. */
export const agencyHears = (
  shape: AgencyShape,
  moves: readonly Move[],
  owed: readonly Due[],
  { after, now }: Change,
): AgencyHears | undefined => {
  const told = untoldIn(shape, moves, owed);
  // Of an earlier change it hears anyway.
  if (!told.some(({ key }) => moves.some((move) => move.key === key))) return undefined;
  return { how: howHeard(shape), at: movesAreToldAt(shape.facts, after, now), moves: told };
};

/**
 * What it was to hear of an earlier move, where nothing is left to tell: the change takes back the move. `owed` is what it owes
 * under the earlier calendar.
 */
export const agencyHearsNoMore = (
  shape: AgencyShape,
  moves: readonly Move[],
  owed: { readonly before: readonly Due[]; readonly after: readonly Due[] },
  { before, now }: Change,
): AgencyHears | undefined => {
  const planned = untoldIn(shape, [], owed.before);
  if (planned.length === 0 || untoldIn(shape, moves, owed.after).length > 0) return undefined;
  // Where that calendar has run out nothing was planned.
  const at = ifCovered(() => movesAreToldAt(shape.facts, before, now));
  return at === undefined ? undefined : { how: howHeard(shape), at, moves: planned };
};
