// A command, or the passing of time, or news of a mail, made into events: who asked, what it establishes, and what
// follows from it. Time passes first, so that a late act never overtakes its own miss. The rules themselves are
// in the slices; this page only puts them in order.

import type { Instant } from '../calendar/instant';
import { londonDateOf } from '../calendar/londonTime';
import { BeyondCalendar, ifCovered, type WorkingCalendar } from '../calendar/workingCalendar';
import { outcomeEvents } from './clock/outcomes';
import { outcomesAfterEnd } from './clock/outcomesAfterEnd';
import { lastBriefing } from './clock/lastBriefing';
import { toldOfDates } from './clock/moves';
import { owedNoMore } from './clock/owedNoMore';
import { quorumToldAtOnce } from './clock/quorumAtOnce';
import { briefingEvents, reminderEvents, rungsAlreadyPast, warningsAlreadyPast } from './clock/passTime';
import type { Command } from './commands';
import {
  correctedBy,
  correctedByMail,
  eventToTellOf,
  meetingDayEvents,
  movedDates,
  windowGone,
} from './consequences';
import { decideAct } from './decideAct';
import type { CaseEvent, Envelope, EventBody } from './events';
import { evolve } from './evolve';
import { openCase } from './referral/decide';
import { refuse, type Decided } from './rejections';
import { alertsDue, isSafetyCommand } from './safety/decide';
import { isOfAlertUnheard } from './safety/mailReports';
import type { MailReport } from './mailReport';
import { reported } from './mailReports';
import type { AnyCase, OpenCase, RapidReview } from './state';
import { wakeAt } from './wake';

type Author = Pick<Envelope, 'actor' | 'authority' | 'commandId'>;
const CLOCK: Author = { actor: 'clock', authority: 'policy', commandId: '' };
const MESSENGER: Author = { actor: 'messenger', authority: 'policy', commandId: '' };

/** Events in the making, and the state that they have led to so far. */
class Unfolding {
  readonly events: CaseEvent[] = [];
  constructor(
    public state: RapidReview,
    readonly now: Instant,
  ) {}

  add(bodies: readonly EventBody[], author: Author): void {
    for (const body of bodies) {
      const event: CaseEvent = { ...body, number: this.state.version + 1, at: this.now, ...author };
      this.state = evolve(this.state, event);
      this.events.push(event);
    }
  }

  /** Applies a rule of the running clock to the state as it is now; nothing where no clock runs. */
  follow(rule: (state: OpenCase) => readonly EventBody[], author: Author): void {
    if (this.state.status === 'open') this.add(rule(this.state), author);
  }

  /** Applies a rule that holds for every case, whatever its step. */
  always(rule: (state: AnyCase) => readonly EventBody[], author: Author): void {
    if (this.state.status !== 'none') this.add(rule(this.state), author);
  }

  /** R23: at any hour, whatever the calendar covers. */
  alerts(): void {
    this.always((state) => alertsDue(state, this.now), CLOCK);
  }

  /** What a command establishes itself. */
  obey({ asked: { actor, authority, commandId } }: Command, bodies: readonly EventBody[]): void {
    this.add(bodies, { actor, authority, commandId });
  }
}

const unfoldTime = (unfolding: Unfolding, calendar: WorkingCalendar): void => {
  const { state: before, now } = unfolding;
  unfolding.alerts();
  if (before.status === 'ended') unfolding.add(lastBriefing(before, calendar, now), CLOCK);
  if (before.status !== 'open') return;
  unfolding.follow((state) => outcomeEvents(state, calendar, now), CLOCK);
  unfolding.follow((state) => toldOfDates(state, calendar, now), CLOCK);
  unfolding.follow((state) => reminderEvents(state, calendar, now), CLOCK);
  unfolding.follow((state) => briefingEvents(before, state, calendar, now), CLOCK);
  unfolding.follow((state) => quorumToldAtOnce(state, calendar, now), CLOCK);
};

/** Beside the state before: the calendar it counted with, and the act. */
interface Act {
  /** Absent where it is news of a mail. */
  readonly command?: Command;
  /** Where it brings another calendar: the one that was counted with before. */
  readonly earlier?: WorkingCalendar;
}

/** What follows from an act at once: moved dates, outcomes, rungs that were past before their date was set, quorum at risk. */
const unfoldConsequences = (
  unfolding: Unfolding,
  state: RapidReview,
  calendar: WorkingCalendar,
  { command, earlier = calendar }: Act,
): void => {
  const { now } = unfolding;
  const before = { state, calendar: earlier };
  const done = { state: unfolding.state, calendar };
  const corrected =
    command === undefined ? correctedByMail(before, done) : correctedBy(command, before, done);
  const author = command === undefined ? CLOCK : { ...CLOCK, commandId: command.asked.commandId };
  const toTell = eventToTellOf(unfolding.events);
  unfolding.follow((after) => movedDates(before, { state: after, calendar }, toTell), author);
  unfolding.follow((after) => windowGone(before, { state: after, calendar }, now), author);
  const byDiary = command?.kind === 'followDiary';
  unfolding.follow((after) => meetingDayEvents(before, { state: after, calendar }, byDiary), author);
  if (corrected !== undefined) unfolding.follow((after) => owedNoMore(after, calendar), author);
  unfolding.follow((after) => outcomeEvents(after, calendar, now, corrected), author);
  const { state: after } = unfolding;
  if (state.status === 'ended' && after.status === 'ended')
    unfolding.add(ifCovered(() => outcomesAfterEnd(after, calendar, now, corrected)) ?? [], author);
  unfolding.follow((after) => rungsAlreadyPast(after, calendar, now), author);
  unfolding.follow((after) => warningsAlreadyPast(before, after, calendar, now), author);
  unfolding.follow((after) => toldOfDates(after, calendar, now), author);
  unfolding.follow((after) => quorumToldAtOnce(after, calendar, now), author);
};

/** `seen` is the version before time passed: what the person can have read. */
const decideOn = (
  state: RapidReview,
  seen: number,
  command: Command,
  calendar: WorkingCalendar,
  now: Instant,
  given: WorkingCalendar | undefined,
): Decided<EventBody> => {
  const { expectedVersion } = command.asked;
  if (command.kind === 'openCase') {
    return state.status === 'none' ? openCase(command, calendar, now) : refuse({ code: 'CaseAlreadyOpen' });
  }
  if (state.status === 'none') return refuse({ code: 'CaseNotOpen' });
  if (expectedVersion !== undefined && expectedVersion !== seen) {
    return refuse({ code: 'VersionMovedOn', expected: expectedVersion, actual: seen });
  }
  return decideAct(state, command, calendar, now, given);
};

/** Runs a decision; a date outside the calendar refuses the whole of it. */
const covered = (decision: () => Decided<CaseEvent>): Decided<CaseEvent> => {
  try {
    return decision();
  } catch (error) {
    if (!(error instanceof BeyondCalendar)) throw error;
    return refuse({ code: 'CalendarDoesNotCover', asked: error.asked, ...error.covers });
  }
};

/** By which calendar the case has counted so far, and by which time has passed: another one, where it has outlived its own. */
interface CountedWith {
  readonly earlier: WorkingCalendar;
  readonly passes: WorkingCalendar;
}

const decideWith = (
  state: RapidReview,
  command: Command,
  { earlier, passes }: CountedWith,
  now: Instant,
  given: WorkingCalendar | undefined,
): Decided<CaseEvent> => {
  const unfolding = new Unfolding(state, now);
  unfoldTime(unfolding, passes);
  const before = unfolding.state;
  const decision = decideOn(before, state.version, command, earlier, now, given);
  if (!decision.ok) return decision;
  unfolding.obey(command, decision.events);
  const adopted = decision.events.some(({ kind }) => kind === 'CalendarAdopted');
  const calendar = adopted && given !== undefined ? given : passes;
  unfoldConsequences(unfolding, before, calendar, { command, earlier });
  wakeAt(unfolding.state, calendar);
  return { ok: true, events: unfolding.events };
};

/** R23: a concern is raised and acknowledged whatever the calendar covers; what else time has brought waits. */
const decideOfSafety = (
  state: RapidReview,
  command: Command,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<CaseEvent> => {
  const unfolding = new Unfolding(state, now);
  unfolding.alerts();
  const decision = decideOn(unfolding.state, state.version, command, calendar, now, undefined);
  if (!decision.ok) return decision;
  unfolding.obey(command, decision.events);
  return { ok: true, events: unfolding.events };
};

/** It does not know today. */
const hasEnded = (calendar: WorkingCalendar, now: Instant): boolean =>
  ifCovered(() => londonDateOf(calendar, now)) === undefined;

/**
 * The command decided at `now`, on the state in which everything up to `now` has passed: all events, the clock's
 * included, or the reason why not. Everything that the new state will ever ask of the calendar is asked here. `given` is
 * the calendar that came with the command, where it is one to go over to.
 */
export const decide = (
  state: RapidReview,
  command: Command,
  calendar: WorkingCalendar,
  now: Instant,
  given?: WorkingCalendar,
): Decided<CaseEvent> => {
  const own = { earlier: calendar, passes: calendar };
  const decision = covered(() => decideWith(state, command, own, now, given));
  // The case has outlived its calendar: the new one is the cure, and time passes by it. Every date of the case was asked of its own.
  if (!decision.ok && command.kind === 'adoptCalendar' && given !== undefined && hasEnded(calendar, now))
    return covered(() => decideWith(state, command, { earlier: calendar, passes: given }, now, given));
  const beyond = !decision.ok && decision.rejection.code === 'CalendarDoesNotCover';
  return beyond && isSafetyCommand(command) ? decideOfSafety(state, command, calendar, now) : decision;
};

/** What time alone has brought up to `now`. Nothing while the calendar does not reach: readiness says so. */
export const passTime = (
  state: RapidReview,
  calendar: WorkingCalendar,
  now: Instant,
): readonly CaseEvent[] => {
  const unfolding = new Unfolding(state, now);
  const decision = covered(() => {
    unfoldTime(unfolding, calendar);
    return { ok: true, events: unfolding.events };
  });
  // A safety alert asks for no calendar: it goes, whatever else must wait.
  return decision.ok ? decision.events : onlyAlerts(state, now);
};

const onlyAlerts = (state: RapidReview, now: Instant): readonly CaseEvent[] => {
  const unfolding = new Unfolding(state, now);
  unfolding.alerts();
  return unfolding.events;
};

export interface HeardOfMail {
  readonly events: readonly CaseEvent[];
  /**
   * The reports are to be told again after another act: the calendar did not reach. A request that was sent counts from its day, not
   * from when another calendar is there.
   */
  readonly again: boolean;
}

/** What the mail server's answers have brought: the clock's own events first, as with every act. */
export const hearOfMail = (
  state: RapidReview,
  reports: readonly MailReport[],
  calendar: WorkingCalendar,
  now: Instant,
): HeardOfMail => {
  const unfolding = new Unfolding(state, now);
  const decision = covered(() => {
    unfoldTime(unfolding, calendar);
    for (const report of reports) {
      const before = unfolding.state;
      unfolding.always((known) => reported(known, calendar, report), MESSENGER);
      if (unfolding.state !== before) unfoldConsequences(unfolding, before, calendar, {});
    }
    return { ok: true, events: unfolding.events };
  });
  if (decision.ok) return { events: decision.events, again: false };
  return {
    // That an alert reached nobody asks for no calendar either.
    events: onlyOfAlerts(state, reports, calendar, now),
    again: true,
  };
};

const onlyOfAlerts = (
  state: RapidReview,
  reports: readonly MailReport[],
  calendar: WorkingCalendar,
  now: Instant,
): readonly CaseEvent[] => {
  const unfolding = new Unfolding(state, now);
  for (const report of reports)
    unfolding.always(
      (known) => (isOfAlertUnheard(known, report) ? reported(known, calendar, report) : []),
      MESSENGER,
    );
  return unfolding.events;
};
