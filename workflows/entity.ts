// The entity loop, once: a long-lived workflow that decides commands, keeps one timer, and has its events recorded
// and its mail sent. It knows no rule: those come in as `EntityRules`. See docs/adr/0003.

import type { UpdateDefinition } from '@temporalio/common';
import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  proxyActivities,
  setHandler,
} from '@temporalio/workflow';
import type { Activities } from '../contracts/activities';
import { goOnAsNew } from '../contracts/messages';
import { answered, leftToAsker, type Question } from '../contracts/questions';
import { REMEMBERED_COMMANDS } from '../contracts/rapidReviewInput';
import type { Instant } from '../domain/calendar/instant';
import type { CaseEvent } from '../domain/rapidReview/events';
import type { CaseReference } from '../domain/rapidReview/state';
import type { Decided } from '../domain/rapidReview/rejections';
import type { Accepted, CarriedEntity, EntityRules, Message } from './entityRules';
import { blockCase, refusal } from './failures';
import { isFull, isFullByTime } from './fullHistory';
import { HeardLast, sayActsAreHeardLast } from './heardLast';
import { Unrecorded } from './unrecorded';

/** How long a workflow without an accepted opening stays, should the server have lost the update that started it. */
const OPENING_GRACE = '30s';
/** Waits between attempts at mail that could not go, in milliseconds; then the longest, again and again. */
const MAIL_WAITS = [10_000, 30_000, 60_000, 300_000, 900_000] as const;
const LONGEST_MAIL_WAIT = 1_800_000;

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

const now = (): Instant => Date.now() as Instant;

/** What was decided of a command, when, and on which state. */
interface Judged<S> {
  readonly id: string;
  readonly on: S;
  readonly at: Instant;
  readonly decision: Decided<CaseEvent>;
}

class Entity<S extends { readonly version: number }, M extends Message, R, V> {
  #state: S;
  readonly #unrecorded: Unrecorded;
  readonly #handled: Map<string, Accepted>;
  #mailWaiting: boolean;
  /** The last reports of the mail server could not be heard: they are asked for again. */
  #unheard = false;
  #judged: Judged<S> | undefined;
  readonly #heardLast = new HeardLast<M>();
  /** Found with an act, or before mail waits: every worker finds it there, and not with a question that leaves no trace (docs/adr/0035). */
  #full = false;
  #askedToGoOn = false;
  /** The run ends: recorder and messenger end what they are at. */
  #leaving = false;
  /** They have ended it. */
  #atRest = false;

  constructor(
    private readonly reference: CaseReference,
    private readonly rules: EntityRules<S, M, R, V>,
    { state, unrecorded, mailWaiting, handled }: CarriedEntity<S>,
    private readonly historyLimit: number | undefined,
  ) {
    this.#state = state;
    this.#unrecorded = new Unrecorded(unrecorded);
    this.#handled = new Map(handled);
    this.#mailWaiting = mailWaiting;
  }

  /** Every handler, before anything is waited for. */
  listen(updates: readonly UpdateDefinition<R, [M]>[], shown: Question<V>): void {
    for (const update of updates) {
      const handle = (message: M): Promise<R> => {
        sayActsAreHeardLast();
        return this.#heardLast.turnOf(message).then(() => this.#handle(message));
      };
      setHandler(update, handle, {
        // Synchronous: an async validator never rejects. A command refused here leaves no trace in history.
        validator: (message: M): void => {
          this.#validate(message);
        },
      });
    }
    this.#answer(shown, () => this.rules.show(this.#state));
    this.#answer(leftToAsker, () => this.#unrecorded.leftToAsker);
    setHandler(goOnAsNew, () => {
      this.#askedToGoOn = true;
      // Somebody may have put mail into the records that this workflow does not know of.
      this.#mailWaiting = true;
    });
  }

  async run(): Promise<CarriedEntity<S>> {
    const opened = (): boolean => this.#state.version > 0;
    // The opening was refused, or never came: the id is free for another attempt.
    if (!opened() && !(await condition(opened, OPENING_GRACE)))
      throw ApplicationFailure.create({
        type: 'NotOpened',
        message: 'nothing was opened',
        nonRetryable: true,
      });
    await CancellationScope.nonCancellable(async () => {
      sayActsAreHeardLast();
      const outward = Promise.all([this.#recorder(), this.#messenger()]).then(() => {
        this.#atRest = true;
      });
      const leave = condition(() => this.#askedToGoOn || this.#full).then(() => {
        this.#leaving = true;
      });
      await Promise.all([outward, this.#clock(), leave]);
      await condition(allHandlersFinished);
    });
    return {
      state: this.#state,
      unrecorded: this.#unrecorded.all,
      mailWaiting: this.#mailWaiting || this.#unheard,
      handled: [...this.#handled],
    };
  }

  #answer<A>(question: Question<A>, answer: () => A): void {
    const refuse = (): never => {
      throw answered(answer());
    };
    setHandler(question, refuse, { validator: refuse });
  }

  #validate(message: M): void {
    const { commandId: id } = message.command.asked;
    if (this.#handled.has(id)) return;
    const [on, at] = [this.#state, now()];
    const { waiting } = this.#heardLast;
    const decision = this.rules.decide(on, message, at, waiting);
    if (!decision.ok) throw refusal(decision.rejection);
    if (waiting.length === 0) this.#judged = { id, on, at, decision };
  }

  #handle(message: M): R {
    const { commandId } = message.command.asked;
    const before = this.#handled.get(commandId);
    if (before !== undefined) return this.#receiptOf(before, message);
    const decision = this.#judge(message);
    if (!decision.ok) throw refusal(decision.rejection);
    this.rules.accepted(message, decision.events);
    // A case that knows less than the records has lost its end: it records by itself, so that `blockCase` finds that they differ.
    const isBehind = (message.recordedUpTo ?? 0) > this.#state.version;
    if (!isBehind) this.#unrecorded.forget(message);
    const recordsItself = this.#unrecorded.isOwn || isBehind;
    this.#accept(decision.events);
    if (this.#unheard || this.rules.asksAfterMail(decision.events)) this.#mailWaiting = true;
    if (!recordsItself) this.#unrecorded.leaveTo(message);
    const accepted = { version: this.#state.version, events: decision.events.map(({ kind }) => kind) };
    this.#remember(commandId, accepted);
    this.#lookWhetherFull();
    return this.#receiptOf(accepted, message);
  }

  /** Where nothing came in between, what was decided for the validator holds for the handler. */
  #judge(message: M): Decided<CaseEvent> {
    const at = now();
    const { commandId } = message.command.asked;
    const before = this.#judged;
    this.#judged = undefined;
    return before?.id === commandId && before.on === this.#state && before.at === at
      ? before.decision
      : this.rules.decide(this.#state, message, at);
  }

  #remember(commandId: string, accepted: Accepted): void {
    this.#handled.set(commandId, accepted);
    const oldest = this.#handled.keys().next();
    if (this.#handled.size > REMEMBERED_COMMANDS && oldest.done !== true) this.#handled.delete(oldest.value);
  }

  #receiptOf(accepted: Accepted, { recordedByAsker }: M): R {
    return recordedByAsker === true && !this.#unrecorded.isOwn
      ? this.rules.receipt(accepted, this.#unrecorded.all.events)
      : this.rules.receipt(accepted);
  }

  #accept(events: readonly CaseEvent[]): void {
    for (const event of events) {
      this.#state = this.rules.evolve(this.#state, event);
      this.#unrecorded.add(event, this.rules.noticesFor(event, this.#state));
    }
  }

  async #recorder(): Promise<void> {
    for (;;) {
      await condition(() => this.#unrecorded.isOwn || this.#leaving);
      if (this.#unrecorded.isEmpty) return;
      const batch = this.#unrecorded.take();
      await untilDone.recordEvents({ reference: this.reference, ...batch }).catch(blockCase);
      this.#unrecorded.recorded(batch);
      if (batch.notices.length > 0) this.#mailWaiting = true;
      if (this.#leaving) return;
    }
  }

  async #messenger(): Promise<void> {
    const called = (): boolean => this.#mailWaiting || this.#leaving;
    for (let attempt = 0; ;) {
      await condition(called);
      if (!this.#mailWaiting || this.#leaving) return;
      this.#mailWaiting = false;
      const { reports, waiting } = await mail.sendNotices({ reference: this.reference });
      const heard = this.rules.hearOfMail(this.#state, reports, now());
      this.#unheard = heard.again;
      this.#accept(heard.events);
      if (waiting === 0) {
        attempt = 0;
        continue;
      }
      this.#lookWhetherFull();
      if (this.#full || this.#ends()) {
        // The run after this one tries again.
        this.#mailWaiting = true;
        return;
      }
      const wait = MAIL_WAITS[attempt] ?? LONGEST_MAIL_WAIT;
      attempt += 1;
      // New mail is tried at once, and the old with it; and what is new is not kept waiting for as long as what waits already.
      if (await condition(called, wait)) attempt = 0;
      this.#mailWaiting = true;
    }
  }

  /** It goes on while recorder and messenger end what they are at, which may take as long as a database is away. */
  async #clock(): Promise<void> {
    while (!this.#atRest) {
      const passed = this.rules.passTime(this.#state, now());
      this.#accept(passed);
      const due = this.rules.wakeAt(this.#state, now());
      // A moment that has come and brought nothing lies beyond the calendar: only an act can help.
      const wake = due !== undefined && due <= now() ? undefined : due;
      const moved = this.#wakesOtherwise(wake);
      // Alerts that nobody acknowledges go on for ever. Each has its timer in the same task, which every worker is handed by itself for that.
      if (passed.length > 0 && wake !== undefined) this.#full ||= isFullByTime(this.historyLimit);
      if (wake === undefined) await condition(moved);
      // A timeout of zero or less is not a timer; and whoever wins, the loop decides anew from the state.
      else await condition(moved, Math.max(1, wake - now()));
    }
  }

  /** Whether the timer is of no use any more: worked out once for each version. */
  #wakesOtherwise(wake: Instant | undefined): () => boolean {
    let seen = this.#state.version;
    return () => {
      if (this.#atRest) return true;
      if (this.#state.version === seen) return false;
      seen = this.#state.version;
      return this.rules.wakeAt(this.#state, now()) !== wake;
    };
  }

  /** Asked anew: it may have come while something was waited for. */
  #ends(): boolean {
    return this.#leaving;
  }

  #lookWhetherFull(): void {
    this.#full ||= isFull(this.historyLimit);
  }
}

/** Runs the entity until its history is large, or it is asked to go on as new. Answers what must be carried then. */
export const runEntity = <S extends { readonly version: number }, M extends Message, R, V>(
  reference: CaseReference,
  updates: readonly UpdateDefinition<R, [M]>[],
  shown: Question<V>,
  rules: EntityRules<S, M, R, V>,
  carried: CarriedEntity<S>,
  historyLimit?: number,
): Promise<CarriedEntity<S>> => {
  const entity = new Entity(reference, rules, carried, historyLimit);
  entity.listen(updates, shown);
  return entity.run();
};
