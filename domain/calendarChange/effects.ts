// What another calendar does to a case and to an agency's part in it, asked of its shape: which dates move, what becomes
// late or stops being late, whether the meeting leaves its window, which reminders come at another time or not at all. Who
// hears of it is `told.ts`. The case itself decides with the same rules when it adopts the calendar; a test holds the two against each other.

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import { londonDateOf } from '../calendar/londonTime';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import { profileOf } from '../policy/profiles';
import { rungComesAt } from '../rapidReview/clock/rungs';
import { amissOn, isNewlyAmiss, meetingWindow } from '../rapidReview/meeting/window';
import type { DayAmiss } from '../rapidReview/meeting/events';
import { dueDates, type Due } from '../timetable/dueDates';
import { keyOf, type ObligationKey } from '../timetable/facts';
import { isOwedByAgency } from '../timetable/owed';
import type { AgencyShape, CaseShape } from './shapes';
import { movedIn, type Change, type Move } from './moves';
import { agencyHears, teamHearsOfMoves, teamHearsOfWindow, type AgencyHears, type TeamHears } from './told';

export interface ReminderMove {
  readonly key: ObligationKey;
  readonly rung: string;
  /** `fallsAway`: its new time is past already. `later`: also one that was passed over for its date and comes after all. */
  readonly how: 'sooner' | 'later' | 'fallsAway';
  /** The day on whose 09:00 it would have come; absent where it was passed over. */
  readonly was?: CivilDate;
  /** The day on whose 09:00 it comes; absent where it falls away. */
  readonly comes?: CivilDate;
}

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
  { before: earlier, after: later, now }: Change,
): readonly ReminderMove[] => {
  const profile = profileOf(shape.facts.profile);
  const key = keyOf(after);
  return profile.ladder.flatMap(({ name: rung, workingDays }): ReminderMove[] => {
    const passed = shape.rungs[key]?.[rung];
    if (passed?.outcome === 'sent') return [];
    /** Nothing where it was passed over for that date. */
    const comes = (calendar: WorkingCalendar, { due, counting, ordinary }: Due): Instant | undefined =>
      due === undefined || passed?.due === due
        ? undefined
        : rungComesAt(calendar, profile, workingDays, due, (ordinary ?? counting)?.anchorDate);
    const was = comes(earlier, before);
    const is = comes(later, after);
    if (was === is) return [];
    const wasOn = was === undefined ? {} : { was: londonDateOf(earlier, was) };
    if (is === undefined || is <= now)
      return was === undefined ? [] : [{ key, rung, how: 'fallsAway', ...wasOn }];
    const how = was === undefined || is > was ? 'later' : 'sooner';
    return [{ key, rung, how, ...wasOn, comes: londonDateOf(later, is) }];
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
