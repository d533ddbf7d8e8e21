// A command, or the passing of time, or news of a mail, made into events: who asked, what it establishes, and what
// follows from it. Time passes first, so that a late act never overtakes its own miss. The rules themselves are
// in the slices; this page only puts them in order.

import type { Instant } from '../calendar/instant';
import { BeyondCalendar, type WorkingCalendar } from '../calendar/workingCalendar';
import type { TimestampName } from '../policy/policyProfile';
import { keyOf } from '../timetable/facts';
import { dueDates } from '../timetable/dueDates';
import { outcomeEvents } from './clock/outcomes';
import { briefingEvents, reminderEvents, rungsAlreadyPast, warningsAlreadyPast } from './clock/passTime';
import type { Command } from './commands';
import type { CaseEvent, Envelope, EventBody } from './events';
import { evolve } from './evolve';
import { correctTimestamp, openCase, recordTimestamp } from './referral/decide';
import { refuse, type Decision } from './rejections';
import * as scoping from './scoping/decide';
import { reported, type MailReport } from './scoping/mailReports';
import type { OpenCase, RapidReview } from './state';
import { wakeAt } from './wake';

type Author = Pick<Envelope, 'actor' | 'authority' | 'commandId'>;
const CLOCK: Author = { actor: 'clock', authority: 'policy', commandId: '' };
const MESSENGER: Author = { actor: 'messenger', authority: 'policy', commandId: '' };

/** Events in the making, and the state that they have led to so far. */
class Unfolding {
  readonly events: CaseEvent[] = [];
  constructor(
    public state: RapidReview,
    private readonly now: Instant,
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
}

const unfoldTime = (unfolding: Unfolding, calendar: WorkingCalendar, now: Instant): void => {
  const before = unfolding.state;
  if (before.status !== 'open') return;
  unfolding.follow((state) => outcomeEvents(state, calendar, now), CLOCK);
  unfolding.follow((state) => reminderEvents(state, calendar, now), CLOCK);
  unfolding.follow((state) => briefingEvents(before, state, calendar, now), CLOCK);
};

/** The dates of obligations that stayed open and moved because of the act (R7). */
const movedDates = (
  before: RapidReview,
  after: OpenCase,
  calendar: WorkingCalendar,
): readonly EventBody[] => {
  if (before.status !== 'open') return [];
  const was = new Map(dueDates(before, calendar).map((due) => [keyOf(due), due]));
  const moves = dueDates(after, calendar).flatMap((due) => {
    const earlier = was.get(keyOf(due))?.due;
    const done = before.outcomes[keyOf(due)]?.on !== undefined;
    return due.due === undefined || earlier === undefined || earlier === due.due || done
      ? []
      : [{ key: keyOf(due), was: earlier, due: due.due }];
  });
  return moves.length === 0 ? [] : [{ kind: 'DatesMoved', body: { moves } }];
};

const windowGone = (
  before: RapidReview,
  after: OpenCase,
  calendar: WorkingCalendar,
): readonly EventBody[] => {
  const squeezed = (state: OpenCase) => dueDates(state, calendar).find((due) => due.squeezed === true)?.due;
  const earliestWorkable = squeezed(after);
  if (earliestWorkable === undefined) return [];
  if (before.status === 'open' && squeezed(before) === earliestWorkable) return [];
  const headline = dueDates(after, calendar)
    .flatMap(({ obligation, due }) => (obligation === 'completePanel' && due !== undefined ? [due] : []))
    .at(0);
  return headline === undefined
    ? []
    : [{ kind: 'MeetingWindowLeavesNothing', body: { headline, earliestWorkable } }];
};

/** What follows from an act at once: moved dates, outcomes, rungs that were past before their date was set. */
const unfoldConsequences = (
  unfolding: Unfolding,
  before: RapidReview,
  calendar: WorkingCalendar,
  now: Instant,
  commandId: string,
  corrected?: TimestampName,
): void => {
  const author = { ...CLOCK, commandId };
  unfolding.follow((state) => movedDates(before, state, calendar), author);
  unfolding.follow((state) => windowGone(before, state, calendar), author);
  unfolding.follow((state) => outcomeEvents(state, calendar, now, corrected), author);
  unfolding.follow((state) => rungsAlreadyPast(state, calendar, now), author);
  const known = before.status === 'open' ? before : undefined;
  unfolding.follow((state) => warningsAlreadyPast(known, state, calendar, now), author);
};

/** `seen` is the version before time passed: what the person can have read. */
const decideOn = (
  state: RapidReview,
  seen: number,
  command: Command,
  calendar: WorkingCalendar,
  now: Instant,
): Decision<EventBody> => {
  const { expectedVersion } = command.asked;
  if (command.kind === 'openCase') {
    return state.status === 'none' ? openCase(command, calendar, now) : refuse({ code: 'CaseAlreadyOpen' });
  }
  if (state.status === 'none') return refuse({ code: 'CaseNotOpen' });
  if (expectedVersion !== undefined && expectedVersion !== seen) {
    return refuse({ code: 'VersionMovedOn', expected: expectedVersion, actual: seen });
  }
  if (command.kind === 'recordTimestamp') return recordTimestamp(state, command, now);
  if (command.kind === 'correctTimestamp') return correctTimestamp(state, command, calendar, now);
  if (state.status === 'recordedOnly') return refuse({ code: 'CaseCarriesNoReview' });
  switch (command.kind) {
    case 'addAgency':
      return scoping.addAgency(state, command, now);
    case 'sendScopingRequests':
      return scoping.sendScopingRequests(state, command);
    case 'recordRequestSent':
      return scoping.recordRequestSent(state, command, calendar, now);
    case 'recordBounce':
      return scoping.recordBounce(state, command);
    case 'voidRequest':
      return scoping.voidRequest(state, command);
  }
};

/** Runs a decision; a date outside the calendar refuses the whole of it. */
const covered = (decision: () => Decision<CaseEvent>): Decision<CaseEvent> => {
  try {
    return decision();
  } catch (error) {
    if (!(error instanceof BeyondCalendar)) throw error;
    return refuse({ code: 'CalendarDoesNotCover', asked: error.asked, ...error.covers });
  }
};

/**
 * The command decided at `now`, on the state in which everything up to `now` has passed: all events, the clock's
 * included, or the reason why not. Everything that the new state will ever ask of the calendar is asked here.
 */
export const decide = (
  state: RapidReview,
  command: Command,
  calendar: WorkingCalendar,
  now: Instant,
): Decision<CaseEvent> =>
  covered(() => {
    const unfolding = new Unfolding(state, now);
    unfoldTime(unfolding, calendar, now);
    const before = unfolding.state;
    const decision = decideOn(before, state.version, command, calendar, now);
    if (!decision.ok) return decision;
    const { actor, authority, commandId } = command.asked;
    unfolding.add(decision.events, { actor, authority, commandId });
    const corrected = command.kind === 'correctTimestamp' ? command.timestamp : undefined;
    unfoldConsequences(unfolding, before, calendar, now, commandId, corrected);
    wakeAt(unfolding.state, calendar);
    return { ok: true, events: unfolding.events };
  });

/** What time alone has brought up to `now`. Nothing while the calendar does not reach: readiness says so. */
export const passTime = (
  state: RapidReview,
  calendar: WorkingCalendar,
  now: Instant,
): readonly CaseEvent[] => {
  const unfolding = new Unfolding(state, now);
  const decision = covered(() => {
    unfoldTime(unfolding, calendar, now);
    return { ok: true, events: unfolding.events };
  });
  return decision.ok ? decision.events : [];
};

/** What the mail server's answers have brought: the clock's own events first, as with every act. */
export const hearOfMail = (
  state: RapidReview,
  reports: readonly MailReport[],
  calendar: WorkingCalendar,
  now: Instant,
): readonly CaseEvent[] => {
  const unfolding = new Unfolding(state, now);
  const decision = covered(() => {
    unfoldTime(unfolding, calendar, now);
    for (const report of reports) {
      const before = unfolding.state;
      unfolding.follow((open) => reported(open, calendar, report), MESSENGER);
      if (unfolding.state !== before) unfoldConsequences(unfolding, before, calendar, now, '');
    }
    return { ok: true, events: unfolding.events };
  });
  return decision.ok ? decision.events : [];
};
