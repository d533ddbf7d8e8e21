// What a case has decided and the records do not hold yet, and whose business it is to record that: the case's own, or that of
// whoever asked (docs/adr/0024). How it is recorded is `entity.ts`.

import type { CaseEvent } from '../domain/rapidReview/events';
import type { Notice } from '../domain/rapidReview/notices';
import type { Message } from './entityRules';

/** Events a recording carries at most, or a receipt to whoever records them: well under the payload limit. */
const BATCH = 50;

export interface Batch {
  readonly events: readonly CaseEvent[];
  readonly notices: readonly Notice[];
}

export class Unrecorded {
  readonly #events: CaseEvent[];
  readonly #notices: Notice[];
  /** An asker has taken upon itself to record all of it. */
  #left = false;

  constructor({ events, notices }: Batch) {
    this.#events = [...events];
    this.#notices = [...notices];
  }

  get isEmpty(): boolean {
    return this.#events.length === 0;
  }

  get isOwn(): boolean {
    return !this.isEmpty && !this.#left;
  }

  get all(): Batch {
    return { events: [...this.#events], notices: [...this.#notices] };
  }

  get leftToAsker(): readonly CaseEvent[] {
    return this.#left ? [...this.#events] : [];
  }

  /** Whatever was left is the case's own with it, until it is left again. */
  add(event: CaseEvent, notices: readonly Notice[]): void {
    this.#left = false;
    this.#events.push(event);
    this.#notices.push(...notices);
  }

  /** While the case records by itself, it knows better than whoever asks what is recorded. */
  forget({ recordedUpTo = 0 }: Message): void {
    if (this.isOwn) return;
    const known = this.#events.findIndex(({ number }) => number > recordedUpTo);
    this.#events.splice(0, known === -1 ? this.#events.length : known);
  }

  /**
   * Left to whoever asked, where that is offered and no mail is called for. A receipt carries all of it: somebody who never records
   * must not make it grow for ever.
   */
  leaveTo({ recordedByAsker, recordedUpTo }: Message): void {
    const fits = recordedUpTo === undefined || this.#events.length <= BATCH;
    if (recordedByAsker === true && this.#notices.length === 0 && fits) this.#left = true;
  }

  /** The first of it, for the case to record: from here on nothing is forgotten meanwhile, also of what was left to an asker. */
  take(): Batch {
    this.#left = false;
    const events = this.#events.slice(0, BATCH);
    const last = events.at(-1)?.number ?? 0;
    return { events, notices: this.#notices.filter(({ event }) => event <= last) };
  }

  recorded({ events, notices }: Batch): void {
    this.#events.splice(0, events.length);
    this.#notices.splice(0, notices.length);
  }
}
