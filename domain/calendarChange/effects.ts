// What another calendar does to a case and to an agency's part in it, asked of its shape: which dates move, what becomes
// late or stops being late, whether the meeting leaves its window or is in it again, which reminders to agencies and warnings to the team
// come at another time or not at all. Who hears of it is `told.ts`. The case itself decides with the same rules when it adopts the calendar; a test holds the two against each other.

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import { profileOf } from '../policy/profiles';
import type { LineMove } from '../rapidReview/clock/lineMoves';
import { reminderMove, type ReminderMove } from '../rapidReview/clock/reminderMoves';
import { rungComesAt } from '../rapidReview/clock/rungs';
import { warningsMoved, type WarningMove } from '../rapidReview/clock/warningMoves';
import {
  amissOn,
  dayRestored,
  isNewlyAmiss,
  meetingWindow,
  windowOpensAnew,
} from '../rapidReview/meeting/window';
import type { DayAmiss, DayRestored, WindowOpens } from '../rapidReview/meeting/dayToWindow';
import { dueDates, type Due } from '../timetable/dueDates';
import type { TimetableFacts } from '../timetable/facts';
import { entriesByKey, keyOf, namesAgency } from '../timetable/obligationKey';
import { isOwedByAgency } from '../timetable/owed';
import type { AgencyShape, CaseShape } from './shapes';
import { movedIn, type Change, type Move } from './moves';
import { topicMovesOfAgency, topicMovesOfCase } from './topicMoves';
import {
  agencyHears,
  agencyHearsNoMore,
  teamHearsOfAgency,
  teamHearsOfMeeting,
  teamHearsOfMoves,
  teamHearsOfQuorum,
  teamHearsOfWindow,
  type AgencyHears,
  type TeamHears,
} from './told';

export interface EffectOnCase {
  readonly moves: readonly Move[];
  /** The meeting's window has another first day; its last one is among the moves. */
  readonly windowOpens?: WindowOpens;
  /** The meeting's day lies outside the window then, or nobody works on it, and it was not so before. */
  readonly meetingLeaves?: { readonly on: CivilDate } & DayAmiss;
  /** It lay so, and no longer does. */
  readonly meetingDayRestored?: { readonly on: CivilDate } & DayRestored;
  readonly teamWarnings: readonly WarningMove[];
  readonly teamLines: readonly LineMove[];
  readonly team: readonly TeamHears[];
}

export interface EffectOnAgency {
  readonly moves: readonly Move[];
  readonly reminders: readonly ReminderMove[];
  /** The most mails in which those that come can go: each with whatever else goes that day, and one to an executive only if a coordinator says so. */
  readonly reminderMails: number;
  /** Of its dates. */
  readonly teamWarnings: readonly WarningMove[];
  readonly teamLines: readonly LineMove[];
  /** Nothing where no date of its own moves. */
  readonly told?: AgencyHears;
  /** It was to hear of an earlier move, and is spared that: it knows the dates that it has then. */
  readonly toldNoMore?: AgencyHears;
  /** Of its dates. */
  readonly team: readonly TeamHears[];
}

/** What becomes of the day of the meeting; nothing where it lies as right or as wrong as before. */
const meetingDayIn = (
  { facts, meetingOn: on, meets }: CaseShape,
  { before, after }: Change,
): Pick<EffectOnCase, 'meetingLeaves' | 'meetingDayRestored'> => {
  if (on === undefined) return {};
  const amissUnder = (calendar: WorkingCalendar): DayAmiss | undefined =>
    amissOn(meetingWindow(facts, calendar, meets), calendar, on);
  const [was, is] = [amissUnder(before), amissUnder(after)];
  if (is !== undefined && isNewlyAmiss(was, is)) return { meetingLeaves: { on, ...is } };
  const restored = dayRestored(was, meetingWindow(facts, after, meets), after, on);
  return restored === undefined ? {} : { meetingDayRestored: { on, ...restored } };
};

/** What was missed and is in time again is warned of anew; what is late then was to be warned of before, and is past. */
const teamWarningsIn = (
  facts: TimetableFacts,
  moves: readonly Move[],
  { before, after, now }: Change,
): readonly WarningMove[] => {
  const again = new Set(moves.flatMap(({ key, lateness }) => (lateness === 'inTimeAgain' ? [key] : [])));
  const outcomes = Object.fromEntries(entriesByKey(facts.outcomes).filter(([key]) => !again.has(key)));
  return warningsMoved(
    { state: facts, calendar: before },
    { state: { ...facts, outcomes }, calendar: after },
    now,
  );
};

/** Throws `BeyondCalendar`. */
export const effectOnCase = (shape: CaseShape, change: Change): EffectOnCase => {
  const moves = movedIn(shape.facts, change);
  const meetingDay = meetingDayIn(shape, change);
  const { facts: state } = shape;
  const windowOpens = windowOpensAnew({ state, calendar: change.before }, { state, calendar: change.after });
  return {
    moves,
    ...(windowOpens === undefined ? {} : { windowOpens }),
    ...meetingDay,
    teamWarnings: teamWarningsIn(state, moves, change),
    teamLines: topicMovesOfCase(shape, change),
    team: [
      ...teamHearsOfWindow(shape, change),
      ...teamHearsOfMeeting(shape, meetingDay, change),
      ...teamHearsOfMoves(shape, moves, change),
      ...teamHearsOfQuorum(shape, change),
    ],
  };
};

/** A rung may come at another time though its date stays: the day after it may be the holiday. */
const remindersOf = (
  shape: AgencyShape,
  before: Due,
  after: Due,
  change: Change,
): readonly ReminderMove[] => {
  const { before: earlier, after: later } = change;
  const profile = profileOf(shape.facts.profile);
  const key = keyOf(after);
  return profile.ladder.flatMap(({ name: rung, workingDays, escalatesTo = [] }): readonly ReminderMove[] => {
    const passed = shape.rungs[key]?.[rung];
    // Where nobody who was asked can be mailed, somebody above them may be.
    const reaches = shape.canBeMailed || escalatesTo.some((level) => shape.above?.includes(level) === true);
    if (passed?.outcome === 'sent' || !reaches) return [];
    /** Nothing where it was passed over for that date. */
    const comes = (calendar: WorkingCalendar, { due, counting, ordinary }: Due): Instant | undefined =>
      due === undefined || passed?.due === due
        ? undefined
        : rungComesAt(calendar, profile, workingDays, due, (ordinary ?? counting)?.anchorDate);
    return reminderMove({ key, rung }, comes(earlier, before), comes(later, after), change);
  });
};

/** R11: one mail an agency and day, whatever it owes. */
const mailsOf = (reminders: readonly ReminderMove[]): number =>
  new Set(reminders.flatMap(({ comes }) => comes ?? [])).size;

/** Throws `BeyondCalendar`. */
export const effectOnAgency = (shape: AgencyShape, change: Change): EffectOnAgency => {
  const { facts } = shape;
  // Its shape knows moments from which the case's own dates are counted too.
  const moves = movedIn(facts, change).filter(({ key }) => namesAgency(key));
  const earlier = dueDates(facts, change.before);
  const owed = dueDates(facts, change.after).flatMap((after, index) => {
    const before = earlier[index];
    return before !== undefined && isOwedByAgency(facts, after) ? [{ before, after }] : [];
  });
  const owedAfter = owed.map(({ after }) => after);
  const owedBefore = earlier.filter((line) => isOwedByAgency(facts, line));
  const told = agencyHears(shape, moves, owedAfter, change);
  const noMore = agencyHearsNoMore(shape, moves, { before: owedBefore, after: owedAfter }, change);
  const reminders = owed.flatMap(({ before, after }) => remindersOf(shape, before, after, change));
  return {
    moves,
    reminders,
    reminderMails: mailsOf(reminders),
    ...(told === undefined ? {} : { told }),
    ...(noMore === undefined ? {} : { toldNoMore: noMore }),
    teamWarnings: teamWarningsIn(facts, moves, change).filter(({ key }) => namesAgency(key)),
    teamLines: topicMovesOfAgency(shape, owed, change),
    team: [...teamHearsOfMoves(shape, moves, change), ...teamHearsOfAgency(shape, told, change)],
  };
};

/** A meeting may leave its window or be in it again, and a mail come at another time, though no date moves. */
export const touchesCase = (effect: EffectOnCase): boolean =>
  effect.moves.length + effect.teamWarnings.length + effect.teamLines.length + effect.team.length > 0 ||
  (effect.windowOpens ?? effect.meetingLeaves ?? effect.meetingDayRestored) !== undefined;

export const touchesAgency = (effect: EffectOnAgency): boolean =>
  effect.moves.length + effect.reminders.length + effect.teamWarnings.length + effect.teamLines.length > 0;
