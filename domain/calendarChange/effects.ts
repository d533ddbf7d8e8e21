// What another calendar does to a case and to an agency's part in it, asked of its shape: which dates move, what becomes
// late or stops being late, whether the meeting leaves its window, which reminders come at another time or not at all. Who
// hears of it is `told.ts`. The case itself decides with the same rules when it adopts the calendar; a test holds the two against each other.

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import { profileOf } from '../policy/profiles';
import { reminderMove, type ReminderMove } from '../rapidReview/clock/reminderMoves';
import { rungComesAt } from '../rapidReview/clock/rungs';
import { amissOn, isNewlyAmiss, meetingWindow } from '../rapidReview/meeting/window';
import type { DayAmiss } from '../rapidReview/meeting/events';
import { dueDates, type Due } from '../timetable/dueDates';
import { keyOf } from '../timetable/facts';
import { isOwedByAgency } from '../timetable/owed';
import type { AgencyShape, CaseShape } from './shapes';
import { movedIn, type Change, type Move } from './moves';
import { agencyHears, teamHearsOfMoves, teamHearsOfWindow, type AgencyHears, type TeamHears } from './told';

export interface EffectOnCase {
  readonly moves: readonly Move[];
  /** The meeting's day lies outside the window then, or nobody works on it, and it was not so before. */
  readonly meetingLeaves?: { readonly on: CivilDate } & DayAmiss;
  readonly team: readonly TeamHears[];
}

export interface EffectOnAgency {
  readonly moves: readonly Move[];
  readonly reminders: readonly ReminderMove[];
  /** Nothing where no date of its own moves. */
  readonly told?: AgencyHears;
  /** Of its dates. */
  readonly team: readonly TeamHears[];
}

/** Throws `BeyondCalendar`. */
export const effectOnCase = (shape: CaseShape, change: Change): EffectOnCase => {
  const { facts, meetingOn } = shape;
  const moves = movedIn(facts, change);
  const amissUnder = (calendar: WorkingCalendar): DayAmiss | undefined =>
    meetingOn === undefined ? undefined : amissOn(meetingWindow(facts, calendar), calendar, meetingOn);
  const amiss = amissUnder(change.after);
  const meetingLeaves =
    meetingOn !== undefined && amiss !== undefined && isNewlyAmiss(amissUnder(change.before), amiss)
      ? { on: meetingOn, ...amiss }
      : undefined;
  return {
    moves,
    ...(meetingLeaves === undefined ? {} : { meetingLeaves }),
    team: [...teamHearsOfWindow(facts, meetingLeaves, change), ...teamHearsOfMoves(shape, moves, change)],
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
  return profile.ladder.flatMap(({ name: rung, workingDays }): readonly ReminderMove[] => {
    const passed = shape.rungs[key]?.[rung];
    if (passed?.outcome === 'sent') return [];
    /** Nothing where it was passed over for that date. */
    const comes = (calendar: WorkingCalendar, { due, counting, ordinary }: Due): Instant | undefined =>
      due === undefined || passed?.due === due
        ? undefined
        : rungComesAt(calendar, profile, workingDays, due, (ordinary ?? counting)?.anchorDate);
    return reminderMove({ key, rung }, comes(earlier, before), comes(later, after), change);
  });
};

/** Throws `BeyondCalendar`. */
export const effectOnAgency = (shape: AgencyShape, change: Change): EffectOnAgency => {
  const { facts } = shape;
  // Its shape knows when the referral came, from which the case's own dates are counted too.
  const moves = movedIn(facts, change).filter(({ key }) => key.includes(':'));
  const earlier = dueDates(facts, change.before);
  const owed = dueDates(facts, change.after).flatMap((after, index) => {
    const before = earlier[index];
    return before !== undefined && isOwedByAgency(facts, after) ? [{ before, after }] : [];
  });
  const told = agencyHears(
    shape,
    moves,
    owed.map(({ after }) => after),
    change,
  );
  return {
    moves,
    reminders: owed.flatMap(({ before, after }) => remindersOf(shape, before, after, change)),
    ...(told === undefined ? {} : { told }),
    team: teamHearsOfMoves(shape, moves, change),
  };
};
