// The entity loop, once: a long-lived workflow that decides commands, keeps one timer, and has its events recorded
// and its mail sent. It knows no rule: those come in as `EntityRules`. See docs/adr/0003.

import type { QueryDefinition, UpdateDefinition } from '@temporalio/common';
import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities, SendNoticesOutput } from '../contracts/activities';
import { goOnAsNew, leftToAsker } from '../contracts/messages';
import { REMEMBERED_COMMANDS } from '../contracts/rapidReviewInput';
import type { Instant } from '../domain/calendar/instant';
import type { CaseEvent } from '../domain/rapidReview/events';
import type { Notice } from '../domain/rapidReview/notices';
import type { CaseReference } from '../domain/rapidReview/state';
import type { Decision, Rejection } from '../domain/rapidReview/rejections';

/** Events a recording carries at most, or a receipt to whoever records them: well under the payload limit. */
const BATCH = 50;
/** How long a workflow without an accepted opening stays, should the server have lost the update that started it. */
const OPENING_GRACE = '30s';
/** Waits between attempts at mail that could not go, in milliseconds; the last one repeats. */
const MAIL_WAITS = [10_000, 30_000, 60_000, 300_000, 900_000, 1_800_000] as const;

/**
 * Never a local activity: it would run before the decision is in the history. Were the worker or the server to die
 * then, the records would hold events of a decision that was lost, and that is taken anew at another time.
 */
const untilDone = proxyActivities<Activities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s' },
});
const mail = proxyActivities<Activities>({
  startToCloseTimeout: '5m',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
});

export interface Message<C> {
  readonly command: C & { readonly asked: { readonly commandId: string } };
  readonly recordedByAsker?: true;
  readonly recordedUpTo?: number;
}

/** The rules of one kind of entity, pure, over a state that is JSON-safe. */
export interface EntityRules<S extends { readonly version: number }, C, M extends Message<C>, R, V> {
  decide(state: S, message: M, now: Instant): Decision<CaseEvent>;
  /** Called once a message is accepted, before its events: keeps what travels beside the command. */
  accepted(message: M, events: readonly CaseEvent[]): void;
  passTime(state: S, now: Instant): readonly CaseEvent[];
  hearOfMail(state: S, reports: SendNoticesOutput['reports'], now: Instant): readonly CaseEvent[];
  evolve(state: S, event: CaseEvent): S;
  noticesFor(event: CaseEvent, state: S): readonly Notice[];
  wakeAt(state: S, now: Instant): Instant | undefined;
  /** Nothing more will come of it: the workflow completes. */
  isOver(state: S): boolean;
  /** `unrecorded` is for an asker who records it. */
  receipt(accepted: Accepted, unrecorded?: readonly CaseEvent[]): R;
  /** What is shown of it to who asks. */
  show(state: S): V;
}

/** What is remembered of an accepted command: small, because it is carried by the hundred. */
export interface Accepted {
  readonly version: number;
  readonly events: readonly CaseEvent['kind'][];
}

export interface CarriedEntity<S> {
  readonly state: S;
  readonly unrecorded: { readonly events: readonly CaseEvent[]; readonly notices: readonly Notice[] };
  readonly mailWaiting: boolean;
  readonly handled: readonly (readonly [string, Accepted])[];
}

const refusal = (rejection: Rejection): ApplicationFailure =>
  ApplicationFailure.create({
    type: rejection.code,
    message: `refused: ${rejection.code}`,
    nonRetryable: true,
    details: [rejection],
  });

/** The records hold other events under these numbers: the case stops, visibly, until somebody has looked. */
const blockCase = (error: unknown): never => {
  throw new Error('the records refuse these events; see "a stuck case" in docs/operations.md', {
    cause: error,
  });
};

const now = (): Instant => Date.now() as Instant;

/**
 * Runs the entity until it is over or its history is large. Registers every handler before its first `await`.
 * Answers nothing when it is over, and what must be carried when it must continue as new.
 */
export const runEntity = async <S extends { readonly version: number }, C, M extends Message<C>, R, V>(
  reference: CaseReference,
  updates: readonly UpdateDefinition<R, [M]>[],
  query: QueryDefinition<V>,
  rules: EntityRules<S, C, M, R, V>,
  carried: CarriedEntity<S>,
  historyLimit?: number,
): Promise<CarriedEntity<S> | undefined> => {
  let state = carried.state;
  const events = [...carried.unrecorded.events];
  const notices = [...carried.unrecorded.notices];
  const handled = new Map(carried.handled);
  let mailWaiting = carried.mailWaiting;
  let leaving = false;
  let atRest = false;
  /** An asker has taken upon itself to record all that is unrecorded. */
  let left = false;
  const recordsItself = (): boolean => events.length > 0 && !left;

  const accept = (accepted: readonly CaseEvent[]): void => {
    if (accepted.length > 0) left = false;
    for (const event of accepted) {
      state = rules.evolve(state, event);
      events.push(event);
      notices.push(...rules.noticesFor(event, state));
    }
  };

  /** Of a case that has lost its end: its records must not be gone past, but be found to differ (`blockCase`). */
  const isBehind = ({ recordedUpTo = 0 }: M): boolean => recordedUpTo > state.version;

  /** While the case records by itself, it knows better than whoever asks what is recorded. */
  const forget = (message: M): void => {
    if (recordsItself() || isBehind(message)) return;
    const known = events.findIndex(({ number }) => number > (message.recordedUpTo ?? 0));
    events.splice(0, known === -1 ? events.length : known);
  };

  /** A receipt carries all of them: somebody who never records must not make it grow for ever. */
  const mayBeLeft = ({ recordedByAsker, recordedUpTo }: M): boolean =>
    recordedByAsker === true && (recordedUpTo === undefined || events.length <= BATCH);

  /** The handler runs right after the validator, at the same moment: what was decided for the one holds for the other. */
  let judged:
    | { readonly id: string; readonly on: S; readonly at: Instant; readonly decision: Decision<CaseEvent> }
    | undefined;
  const judge = (message: M): Decision<CaseEvent> => {
    const at = now();
    const id = message.command.asked.commandId;
    const before = judged;
    judged = undefined;
    return before?.id === id && before.on === state && before.at === at
      ? before.decision
      : rules.decide(state, message, at);
  };

  for (const update of updates) {
    setHandler(
      update,
      (message: M): R => {
        const { commandId } = message.command.asked;
        const receiptOf = (accepted: Accepted): R =>
          message.recordedByAsker === true && !recordsItself()
            ? rules.receipt(accepted, [...events])
            : rules.receipt(accepted);
        const before = handled.get(commandId);
        if (before !== undefined) return receiptOf(before);
        const decision = judge(message);
        if (!decision.ok) throw refusal(decision.rejection);
        rules.accepted(message, decision.events);
        forget(message);
        const othersRecord = recordsItself() || isBehind(message);
        accept(decision.events);
        if (!othersRecord && notices.length === 0 && mayBeLeft(message)) left = true;
        const accepted = { version: state.version, events: decision.events.map(({ kind }) => kind) };
        handled.set(commandId, accepted);
        const oldest = handled.keys().next();
        if (handled.size > REMEMBERED_COMMANDS && oldest.done !== true) handled.delete(oldest.value);
        return receiptOf(accepted);
      },
      {
        // Synchronous: an async validator never rejects. A command refused here leaves no trace in history.
        validator: (message: M): void => {
          if (handled.has(message.command.asked.commandId)) return;
          const decision = judge(message);
          if (!decision.ok) throw refusal(decision.rejection);
          judged = { id: message.command.asked.commandId, on: state, at: now(), decision };
        },
      },
    );
  }

  setHandler(query, () => rules.show(state));
  setHandler(leftToAsker, () => (left ? [...events] : []));

  let askedToGoOn = false;
  setHandler(goOnAsNew, () => {
    askedToGoOn = true;
    // Somebody may have put mail into the records that this workflow does not know of.
    mailWaiting = true;
  });

  const over = (): boolean => leaving || rules.isOver(state);

  const recorder = async (): Promise<void> => {
    for (;;) {
      await condition(() => recordsItself() || over());
      if (events.length === 0) return;
      // Also of what was left to an asker, when the run is left: from here on the case records it, and forgets nothing meanwhile.
      left = false;
      const batch = events.slice(0, BATCH);
      const last = batch.at(-1)?.number ?? 0;
      const due = notices.filter(({ event }) => event <= last);
      await untilDone.recordEvents({ reference, events: batch, notices: due }).catch(blockCase);
      events.splice(0, batch.length);
      notices.splice(0, due.length);
      if (due.length > 0) mailWaiting = true;
      if (leaving) return;
    }
  };

  const messenger = async (): Promise<void> => {
    for (let attempt = 0; ;) {
      await condition(() => mailWaiting || over());
      if (!mailWaiting || leaving) return;
      mailWaiting = false;
      const { reports, waiting } = await mail.sendNotices({ reference });
      accept(rules.hearOfMail(state, reports, now()));
      if (waiting === 0) {
        attempt = 0;
        continue;
      }
      if (over()) return;
      const wait = MAIL_WAITS[Math.min(attempt, MAIL_WAITS.length - 1)] ?? 1_800_000;
      attempt += 1;
      // New mail is tried at once, and the old with it.
      await condition(() => mailWaiting || over(), wait);
      mailWaiting = true;
    }
  };

  // It goes on while recorder and messenger end what they are at, which may take as long as a database is away.
  const clock = async (): Promise<void> => {
    while (!atRest) {
      accept(rules.passTime(state, now()));
      const due = rules.wakeAt(state, now());
      // A moment that has come and brought nothing lies beyond the calendar: only an act can help.
      const wake = due !== undefined && due <= now() ? undefined : due;
      const seen = { version: state.version };
      const moved = (): boolean => {
        if (atRest) return true;
        if (state.version === seen.version) return false;
        seen.version = state.version;
        return rules.wakeAt(state, now()) !== wake;
      };
      if (wake === undefined) await condition(moved);
      // A timeout of zero or less is not a timer; and whoever wins, the loop decides anew from the state.
      else await condition(moved, Math.max(1, wake - now()));
    }
  };

  const full = (): boolean =>
    askedToGoOn ||
    (historyLimit === undefined
      ? workflowInfo().continueAsNewSuggested
      : workflowInfo().historyLength > historyLimit);

  if (state.version === 0 && !(await condition(() => state.version > 0, OPENING_GRACE))) {
    // The opening was refused, or never came: the id is free for another attempt.
    throw ApplicationFailure.create({ type: 'NotOpened', message: 'nothing was opened', nonRetryable: true });
  }
  await CancellationScope.nonCancellable(async () => {
    const outward = Promise.all([recorder(), messenger()]).then(() => {
      atRest = true;
    });
    const running = Promise.all([outward, clock()]);
    const leave = condition(() => full() && !rules.isOver(state)).then(() => {
      leaving = true;
    });
    await Promise.race([running, leave]);
    await running;
    await condition(allHandlersFinished);
  });
  if (rules.isOver(state) && events.length === 0) return undefined;
  return { state, unrecorded: { events, notices }, mailWaiting, handled: [...handled] };
};
