// When an act is heard that came to a worker with other things: after all of them (docs/adr/0035). What it then decides is `entity.ts`.

import { CancellationScope, condition, deprecatePatch } from '@temporalio/workflow';

/** Every run of a case that this program carries on has said so by a marker, which must replay (docs/adr/0006, 0036). */
export const sayActsAreHeardLast = (): void => {
  deprecatePatch('actsAreHeardLast');
};

/**
 * Until everything is heard that came with the same task. A worker that builds a case anew is handed tasks as one that asked for nothing
 * and that another worker did one by one: what an activity brought, and an act that came long after it, the act first. Decided so, it
 * would find the case at something that had ended, and every later worker would come to other commands than stand in the history.
 */
const whatCameWithIt = async (): Promise<void> => {
  // Conditions are looked at after each thing that came, before any of it is heard: asked for only then, it is past all of those.
  await Promise.resolve();
  // Looked at when it is asked for, and again once what came is heard.
  let asked = false;
  await condition(() => {
    const again = asked;
    asked = true;
    return again;
  });
};

/**
 * A case hears no request to cancel it, and its acts go on. The very promise is handed on, and no later one that is made of it: every step
 * before an act is heard is a step in histories that have to replay.
 */
const uncancelled = <T>(wait: () => Promise<T>): Promise<T> => {
  let waiting!: Promise<T>;
  void CancellationScope.nonCancellable(() => (waiting = wait()));
  return waiting;
};

/** Acts that were taken and are heard in their turn. */
export class HeardLast<M> {
  readonly #waiting: M[] = [];

  /** Those whose turn has yet to come, the next one first. */
  get waiting(): readonly M[] {
    return this.#waiting;
  }

  async turnOf(act: M): Promise<void> {
    this.#waiting.push(act);
    await uncancelled(whatCameWithIt);
    this.#waiting.shift();
  }
}
