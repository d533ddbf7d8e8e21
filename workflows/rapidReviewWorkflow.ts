// A Rapid Review case, from its referral on: the rules of `domain/rapidReview` in the entity loop. The calendar it
// counts with came with the opening and stays until another is adopted; it is carried beside the state.

import type { UpdateDefinition } from '@temporalio/common';
import { continueAsNew } from '@temporalio/workflow';
import { commandUpdates, type CommandMessage, type Receipt } from '../contracts/messages';
import { timetableNow, type TimetableNow } from '../contracts/questions';
import type { RapidReviewInput } from '../contracts/rapidReviewInput';
import type { CalendarSnapshot } from '../domain/calendar/calendarSnapshot';
import type { Instant } from '../domain/calendar/instant';
import type { WorkingCalendar } from '../domain/calendar/workingCalendar';
import type { CaseEvent } from '../domain/rapidReview/events';
import { decide, hearOfMail, passTime } from '../domain/rapidReview/decide';
import { evolve } from '../domain/rapidReview/evolve';
import { noticesFor } from '../domain/rapidReview/notices';
import { refuse, type Decided } from '../domain/rapidReview/rejections';
import { noCase, upgraded, type RapidReview } from '../domain/rapidReview/state';
import { timetableOfCase } from '../domain/rapidReview/timetableOfCase';
import { wakeAtOrNever } from '../domain/rapidReview/wake';
import { calendarInUse } from './calendarsInUse';
import { runEntity } from './entity';
import type { EntityRules } from './entityRules';

/** The calendar of the case: none until the opening is accepted. */
class CaseCalendar {
  #inUse: WorkingCalendar | undefined;

  constructor(carried: CalendarSnapshot | undefined) {
    if (carried !== undefined) this.adopt(carried);
  }

  adopt(snapshot: CalendarSnapshot): void {
    this.#inUse = calendarInUse(snapshot);
  }

  get inUse(): WorkingCalendar | undefined {
    return this.#inUse;
  }

  /** Throws where the case is not open. */
  ofOpenCase(): WorkingCalendar {
    if (this.#inUse === undefined) throw new Error('the case has no calendar: it is not open');
    return this.#inUse;
  }
}

/** A case, and the calendar that it counts with: none until its opening is accepted. */
interface Counted {
  readonly state: RapidReview;
  readonly calendar: WorkingCalendar | undefined;
}

/** The calendar that travels beside an act, where the act makes the case count with it. */
const adoptedBy = (
  { calendar }: CommandMessage,
  events: readonly CaseEvent[],
): CalendarSnapshot | undefined =>
  events.some(({ kind }) => kind === 'CaseOpened' || kind === 'CalendarAdopted') ? calendar : undefined;

const decideOn = (
  { state, calendar }: Counted,
  { command, calendar: offered }: CommandMessage,
  now: Instant,
): Decided<CaseEvent> => {
  const given = offered === undefined ? undefined : calendarInUse(offered);
  if (calendar !== undefined) return decide(state, command, calendar, now, given);
  return given === undefined ? refuse({ code: 'CaseNotOpen' }) : decide(state, command, given, now);
};

/** What the case will be once that act is heard, at that moment. */
const onceHeard =
  (now: Instant) =>
  (counted: Counted, act: CommandMessage): Counted => {
    const decision = decideOn(counted, act, now);
    if (!decision.ok) return counted;
    const adopted = adoptedBy(act, decision.events);
    return {
      state: decision.events.reduce(evolve, counted.state),
      calendar: adopted === undefined ? counted.calendar : calendarInUse(adopted),
    };
  };

const rulesOver = (
  calendar: CaseCalendar,
  reference: RapidReviewInput['reference'],
): EntityRules<RapidReview, CommandMessage, Receipt, TimetableNow | undefined> => ({
  decide: (state, message, now, after = []) =>
    decideOn(after.reduce(onceHeard(now), { state, calendar: calendar.inUse }), message, now),
  accepted: (message, events) => {
    const adopted = adoptedBy(message, events);
    if (adopted !== undefined) calendar.adopt(adopted);
  },
  // While it had ended nobody needed its mails. A withdrawal that is undone calls for mail itself, and asks after all others with it.
  asksAfterMail: (events) => events.some(({ kind }) => kind === 'SettlementUndone'),
  passTime: (state, now) => (state.status === 'none' ? [] : passTime(state, calendar.ofOpenCase(), now)),
  hearOfMail: (state, reports, now) => hearOfMail(state, reports, calendar.ofOpenCase(), now),
  evolve,
  noticesFor: (event, state) => noticesFor(event, state, calendar.ofOpenCase()),
  wakeAt: (state, now) =>
    state.status === 'none' ? undefined : wakeAtOrNever(state, calendar.ofOpenCase(), now),
  receipt: ({ version, events }, unrecorded) => ({
    reference,
    version,
    events,
    ...(unrecorded === undefined ? {} : { unrecorded }),
  }),
  show: (state) =>
    state.status === 'none'
      ? undefined
      : {
          version: state.version,
          timetable: timetableOfCase(state, calendar.ofOpenCase()),
          calendar: calendar.ofOpenCase().snapshot.version,
          profile: state.profile,
        },
});

/** Late returns are taken and safety concerns raised after the end (R20, R23): it never completes, and costs nothing. */
export async function rapidReviewWorkflow(input: RapidReviewInput): Promise<never> {
  const { reference, historyLimit, carried } = input;
  const calendar = new CaseCalendar(carried?.calendar);
  const left = await runEntity(
    reference,
    Object.values(commandUpdates) as unknown as readonly UpdateDefinition<Receipt, [CommandMessage]>[],
    timetableNow,
    rulesOver(calendar, reference),
    carried === undefined
      ? { state: noCase, unrecorded: { events: [], notices: [] }, mailWaiting: false, handled: [] }
      : { ...carried, state: upgraded(carried.state) },
    historyLimit,
  );
  return continueAsNew<typeof rapidReviewWorkflow>({
    reference,
    ...(historyLimit === undefined ? {} : { historyLimit }),
    carried: { ...left, calendar: calendar.ofOpenCase().snapshot },
  });
}
