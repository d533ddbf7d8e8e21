// Stands in for Temporal: decides with the real rules on what is recorded, each case with the calendar that it counts with,
// and records the outcome at once, or leaves that to whoever asked. It can be told to be away, to answer late, or to keep what it decided from the records.

import type { CaseGateway, GatewayAnswer } from '../../api/writing/caseGateway';
import type { Receipt } from '../../contracts/messages';
import type { TimetableNow } from '../../contracts/questions';
import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { Instant } from '../../domain/calendar/instant';
import { workingCalendar, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import type { Command } from '../../domain/rapidReview/commands';
import { decide, hearOfMail, passTime } from '../../domain/rapidReview/decide';
import type { CaseEvent } from '../../domain/rapidReview/events';
import { evolve, fold } from '../../domain/rapidReview/evolve';
import { noticesFor, type Notice } from '../../domain/rapidReview/notices';
import type { CaseReference, RapidReview } from '../../domain/rapidReview/state';
import { timetableOfCase } from '../../domain/rapidReview/timetableOfCase';
import type { Records } from '../../records/records';

const noticesOf = (
  events: readonly CaseEvent[],
  from: RapidReview,
  calendar: WorkingCalendar,
): readonly Notice[] => {
  let state = from;
  return events.flatMap((event) => {
    state = evolve(state, event);
    return noticesFor(event, state, calendar);
  });
};

export class DecidingGateway implements CaseGateway {
  /** Answers this instead of deciding. */
  mood: Exclude<GatewayAnswer, { readonly kind: 'accepted' }> | undefined;
  /** What happens while a command is on its way to a case; what it answers is answered instead. */
  meanwhile: (command: Command, reference: CaseReference) => Promise<GatewayAnswer | undefined> = () =>
    Promise.resolve(undefined);
  /** Decides, but does not record: as when the database is slow. */
  keepsFromRecords = false;
  /** Takes commands, and shows nothing when it is asked. */
  mute = false;
  /** Every command that came, as it came. */
  readonly seen: Command[] = [];
  /** By case and command id, as each case knows its own. */
  private readonly handled = new Map<string, Receipt>();
  private readonly kept = new Map<CaseReference, readonly CaseEvent[]>();
  /** To be recorded by whoever asked. */
  private readonly left = new Map<CaseReference, readonly CaseEvent[]>();

  constructor(
    private readonly records: Records,
    private readonly now: () => Instant,
  ) {}

  open(command: Extract<Command, { kind: 'openCase' }>, calendar: CalendarSnapshot): Promise<GatewayAnswer> {
    return this.take(command.reference, command, workingCalendar(calendar));
  }

  /** `calendar` comes with the command where it is one to go over to. */
  async act(
    reference: CaseReference,
    command: Command,
    recordedUpTo?: number,
    calendar?: CalendarSnapshot,
  ): Promise<GatewayAnswer> {
    const given = calendar === undefined ? undefined : workingCalendar(calendar);
    return (await this.meanwhile(command, reference)) ?? this.take(reference, command, given, recordedUpTo);
  }

  async timetable(reference: CaseReference): Promise<TimetableNow | undefined> {
    const state = fold(await this.eventsOf(reference));
    const calendar = await this.calendarOf(state);
    if (this.mute || calendar === undefined || state.status === 'none') return undefined;
    return {
      version: state.version,
      timetable: timetableOfCase(state, calendar),
      calendar: calendar.snapshot.version,
      profile: state.profile,
    };
  }

  async knows(reference: CaseReference): Promise<'yes' | 'no' | 'temporalAway'> {
    if (this.mood?.kind === 'temporalAway') return 'temporalAway';
    return (await this.eventsOf(reference)).length > 0 ? 'yes' : 'no';
  }

  /** What the mail server has answered to the waiting mails of the case comes to it, as by the messenger. */
  async hear(reference: CaseReference): Promise<void> {
    const reports = await this.records.notices.reports(reference);
    await this.establish(
      reference,
      (state, calendar) => hearOfMail(state, reports, calendar, this.now()).events,
    );
  }

  /** The clock of the case wakes, as it would have whenever something was due. */
  async wake(reference: CaseReference): Promise<void> {
    await this.establish(reference, (state, calendar) => passTime(state, calendar, this.now()));
  }

  private async establish(
    reference: CaseReference,
    what: (state: RapidReview, calendar: WorkingCalendar) => readonly CaseEvent[],
  ): Promise<void> {
    const before = await this.eventsOf(reference);
    const from = fold(before);
    const calendar = await this.calendarOf(from);
    if (calendar !== undefined) await this.record(reference, before, from, what(from, calendar), calendar);
  }

  /** Nothing where there is no case yet. */
  private async calendarOf(state: RapidReview): Promise<WorkingCalendar | undefined> {
    return state.status === 'none' ? undefined : this.records.snapshots.calendarOf(state.calendar);
  }

  private async eventsOf(reference: CaseReference): Promise<readonly CaseEvent[]> {
    const recorded = await this.records.events.ofCase(reference);
    const left = this.left.get(reference) ?? [];
    return (
      this.kept.get(reference) ?? [...recorded, ...left.filter(({ number }) => number > recorded.length)]
    );
  }

  private async take(
    reference: CaseReference,
    command: Command,
    given: WorkingCalendar | undefined,
    recordedUpTo?: number,
  ): Promise<GatewayAnswer> {
    this.seen.push(command);
    if (this.mood !== undefined) return this.mood;
    const before = this.handled.get(`${reference}/${command.asked.commandId}`);
    if (before !== undefined) return { kind: 'accepted', receipt: before };
    const events = await this.eventsOf(reference);
    const state = fold(events);
    const calendar = (await this.calendarOf(state)) ?? given;
    if (calendar === undefined) return { kind: 'notRunning' };
    const decision = decide(state, command, calendar, this.now(), given);
    if (!decision.ok) return { kind: 'refused', rejection: decision.rejection };
    const adopted = decision.events.some(({ kind }) => kind === 'CalendarAdopted');
    const then = adopted ? (given ?? calendar) : calendar;
    return {
      kind: 'accepted',
      receipt: await this.accept(reference, command, events, state, decision.events, then, recordedUpTo),
    };
  }

  private async accept(
    reference: CaseReference,
    command: Command,
    before: readonly CaseEvent[],
    from: RapidReview,
    events: readonly CaseEvent[],
    calendar: WorkingCalendar,
    recordedUpTo: number | undefined,
  ): Promise<Receipt> {
    const state = events.reduce(evolve, from);
    const notices = noticesOf(events, from, calendar);
    const unrecorded = [...before, ...events].filter(({ number }) => number > (recordedUpTo ?? Infinity));
    const leaves = recordedUpTo !== undefined && notices.length === 0 && !this.keepsFromRecords;
    const receipt: Receipt = {
      reference,
      version: state.version,
      events: events.map(({ kind }) => kind),
      ...(leaves ? { unrecorded } : {}),
    };
    // Known before it is recorded: the same request that comes meanwhile finds it.
    this.handled.set(`${reference}/${command.asked.commandId}`, receipt);
    if (leaves) this.left.set(reference, unrecorded);
    else await this.record(reference, before, from, events, calendar);
    return receipt;
  }

  private async record(
    reference: CaseReference,
    before: readonly CaseEvent[],
    from: RapidReview,
    events: readonly CaseEvent[],
    calendar: WorkingCalendar,
  ): Promise<void> {
    const notices = noticesOf(events, from, calendar);
    if (this.keepsFromRecords) this.kept.set(reference, [...before, ...events]);
    else await this.records.events.record({ reference, events, notices });
  }
}
