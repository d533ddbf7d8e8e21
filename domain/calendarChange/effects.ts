// What another calendar does to a case and to an agency's part in it, asked of its shape: which dates move, what becomes
// late or stops being late, whether the meeting leaves its window, which reminders come at another time or not at all, who
// is told. The case itself decides with the same rules when it adopts the calendar; a test holds the two against each other.

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import { firstLateInstant, londonDateOf } from '../calendar/londonTime';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import type { ObligationName } from '../policy/policyProfile';
import { profileOf } from '../policy/profiles';
import { rungComesAt } from '../rapidReview/clock/rungs';
import { amissOn, isNewlyAmiss, meetingWindow } from '../rapidReview/meeting/window';
import type { DayAmiss } from '../rapidReview/meeting/events';
import { dueDates, type Due } from '../timetable/dueDates';
import { keyOf, type ObligationKey, type TimetableFacts } from '../timetable/facts';
import { isOwedByAgency } from '../timetable/owed';
import type { AgencyShape, CaseShape } from './shapes';

/** `late`: the new date is past, and it was not late before. `inTimeAgain`: a miss that is taken up again (R7). */
export type Lateness = 'unchanged' | 'late' | 'inTimeAgain';

export interface Move {
  readonly key: ObligationKey;
  readonly obligation: ObligationName;
  readonly was: CivilDate;
  readonly due: CivilDate;
  readonly lateness: Lateness;
}

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
}

export interface EffectOnAgency {
  readonly moves: readonly Move[];
  readonly reminders: readonly ReminderMove[];
  /** Nothing where no date of its own moves; `inPerson` where nobody there can be mailed. */
  readonly told?: 'byMail' | 'inPerson';
}

/** The calendar that a case has and the one that it would go to, and the moment at which it does. */
export interface Change {
  readonly before: WorkingCalendar;
  readonly after: WorkingCalendar;
  readonly now: Instant;
}

const latenessOf = (
  facts: TimetableFacts,
  key: ObligationKey,
  due: CivilDate,
  { after, now }: Change,
): Lateness => {
  const late = firstLateInstant(after, due) <= now;
  const missed = facts.outcomes[key]?.kind === 'missed';
  if (late) return missed ? 'unchanged' : 'late';
  return missed ? 'inTimeAgain' : 'unchanged';
};

const movedIn = (facts: TimetableFacts, change: Change): readonly Move[] => {
  const earlier = dueDates(facts, change.before);
  return dueDates(facts, change.after).flatMap((after, index): Move[] => {
    const before = earlier[index];
    const key = keyOf(after);
    if (before?.due === undefined || after.due === undefined || before.due === after.due) return [];
    if (facts.outcomes[key]?.on !== undefined) return [];
    const { obligation, due } = after;
    return [{ key, obligation, was: before.due, due, lateness: latenessOf(facts, key, due, change) }];
  });
};

/** Throws `BeyondCalendar`. */
export const effectOnCase = ({ facts, meetingOn }: CaseShape, change: Change): EffectOnCase => {
  const moves = movedIn(facts, change);
  if (meetingOn === undefined) return { moves };
  const amissUnder = (calendar: WorkingCalendar): DayAmiss | undefined =>
    amissOn(meetingWindow(facts, calendar), calendar, meetingOn);
  const amiss = amissUnder(change.after);
  return amiss !== undefined && isNewlyAmiss(amissUnder(change.before), amiss)
    ? { moves, meetingLeaves: { on: meetingOn, ...amiss } }
    : { moves };
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
  const { facts, toldBefore, canBeMailed } = shape;
  // Its shape knows when the referral came, from which the case's own dates are counted too.
  const moves = movedIn(facts, change).filter(({ key }) => key.includes(':'));
  const earlier = dueDates(facts, change.before);
  const owed = dueDates(facts, change.after).flatMap((after, index) => {
    const before = earlier[index];
    return before !== undefined && isOwedByAgency(facts, after) ? [{ before, after }] : [];
  });
  const told = moves.some(
    ({ key, was, due }) => owed.some(({ after }) => keyOf(after) === key) && (toldBefore[key] ?? was) !== due,
  );
  return {
    moves,
    reminders: owed.flatMap(({ before, after }) => remindersOf(shape, before, after, change)),
    ...(told ? { told: canBeMailed ? ('byMail' as const) : ('inPerson' as const) } : {}),
  };
};
