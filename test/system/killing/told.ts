// Lives that are told act by act over HTTP, and what was granted of them: each next act once the one before was. And what must
// hold of all of them afterwards, whatever happened meanwhile.

import { DAY, instant } from '../../../domain/calendar/instant';
import type { CaseReference } from '../../../domain/rapidReview/state';
import type { Caller, Insisted } from '../caller';
import type { RealEngine } from '../realEngine';
import { until } from '../until';
import type { Act, Done, Life } from './act';
import { expectChronology, expectDates, expectTexts, writtenOf } from './promises';

const AGREED_MS = 120_000;

/** A correction is previewed anew when the case has gone on by itself in between. */
const granted = (caller: Caller, { path, body, corrects }: Act): Promise<Insisted> =>
  corrects === undefined
    ? caller.insist({ path, body })
    : until(`${path}, of a version that still is`, AGREED_MS, async () => {
        const ifMatch = await caller.preview({ path, body });
        if (ifMatch === undefined) return undefined;
        return caller.insist({ path, body, ifMatch }).catch((error: unknown) => {
          if (String(error).includes('/problems/version-moved-on')) return undefined;
          throw error;
        });
      });

export class Told {
  readonly done: Done[] = [];
  readonly references = new Map<Life, CaseReference>();

  doneIn({ name }: Life): readonly Done[] {
    return this.done.filter(({ life }) => life === name);
  }

  /** The next act of the life, insisted on until it is granted. */
  async next(life: Life, caller: Caller): Promise<void> {
    const reference = this.references.get(life);
    const others = [...this.references.values()].filter((one) => one !== reference);
    const act = life.acts[this.doneIn(life).length]?.(reference ?? '', others);
    if (act === undefined) throw new Error(`${life.name} has no further act`);
    const one = { life: life.name, act, ...(await granted(caller, act)) };
    this.done.push(one);
    this.references.set(life, reference ?? (writtenOf(one).reference as CaseReference));
  }

  /**
   * Nothing of the cases is under way any more: what was granted while the records were away is in them, which a worker looks after
   * some seconds later (docs/adr/0024); every mail has gone, and each case knows it.
   */
  async settled({ records: { notices, reservations } }: RealEngine): Promise<boolean> {
    const everything = [instant(0), instant(Date.now() + DAY)] as const;
    if ((await reservations.underWay(...everything, { after: undefined, limit: 1 })).length > 0) return false;
    for (const reference of this.references.values()) {
      if ((await notices.waiting(reference)).length > 0) return false;
      if ((await notices.reports(reference)).length > 0) return false;
    }
    return true;
  }

  async #eachCase(
    engine: RealEngine,
    expectOf: (engine: RealEngine, reference: CaseReference, done: readonly Done[]) => Promise<void>,
  ): Promise<void> {
    for (const [life, reference] of this.references) await expectOf(engine, reference, this.doneIn(life));
  }

  expectChronologies(engine: RealEngine): Promise<void> {
    return this.#eachCase(engine, expectChronology);
  }

  expectAllDates(engine: RealEngine): Promise<void> {
    return this.#eachCase(engine, expectDates);
  }

  expectAllTexts(engine: RealEngine): Promise<void> {
    return this.#eachCase(engine, expectTexts);
  }
}
