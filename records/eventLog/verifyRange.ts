// Checking the chains of a range of cases, or of all, against the events and against the head that was kept beside them, in one pass in
// the order of the key; and that no other table knows a case of which both are gone.

import type { CaseReference } from '../../domain/rapidReview/state';
import type { Database } from '../connect';
import { casesWithoutEvents, heads, linkPages, type CaseRange } from './chainPages';
import { ChainUnderCheck, type ChainHead, type HeadOfCase } from './hashChain';

export interface RangeVerdict {
  /** Cases whose chain holds. */
  readonly cases: number;
  /** Events that were read. */
  readonly checked: number;
  /** Of each other case, by reference, the first event that was altered, is missing, or stands where it does not belong. */
  readonly broken: readonly BrokenChain[];
}

export interface BrokenChain {
  readonly reference: CaseReference;
  readonly number: number;
}

/** Walks through the cases of a range, by their events or by their head: an attacker may have left either. */
class RangeUnderCheck {
  #chain: ChainUnderCheck | undefined;
  #head: HeadOfCase | undefined;
  cases = 0;
  readonly broken: BrokenChain[] = [];

  private constructor(private readonly heads: AsyncGenerator<HeadOfCase>) {}

  static async over(known: AsyncGenerator<HeadOfCase>): Promise<RangeUnderCheck> {
    const range = new RangeUnderCheck(known);
    await range.#nextHead();
    return range;
  }

  async #nextHead(): Promise<void> {
    const next = await this.heads.next();
    this.#head = next.done === true ? undefined : next.value;
  }

  #end(chain: ChainUnderCheck, head: ChainHead | undefined): void {
    const number = chain.brokenAt(head);
    if (number === undefined) this.cases += 1;
    else this.broken.push({ reference: chain.reference, number });
  }

  /** Every head before that reference is one of a case without events. */
  async #endHeadsBefore(reference: CaseReference | undefined): Promise<void> {
    while (this.#head !== undefined && (reference === undefined || this.#head.reference < reference)) {
      this.#end(new ChainUnderCheck(this.#head.reference), this.#head);
      await this.#nextHead();
    }
  }

  /** The case whose events come now, or the end of all: the one before is whole. */
  async turnTo(reference: CaseReference | undefined): Promise<ChainUnderCheck> {
    const chain = this.#chain;
    if (chain !== undefined) {
      const own = this.#head?.reference === chain.reference ? this.#head : undefined;
      this.#end(chain, own);
      if (own !== undefined) await this.#nextHead();
    }
    await this.#endHeadsBefore(reference);
    return (this.#chain = new ChainUnderCheck(reference ?? ('' as CaseReference)));
  }
}

/** One that is broken hides no other. `passed` hears how many events each page had. */
export const verifyRange = async (
  moment: Database,
  range: CaseRange,
  passed: (events: number) => void = () => undefined,
): Promise<RangeVerdict> => {
  const under = await RangeUnderCheck.over(heads(moment, range));
  let checked = 0;
  let chain: ChainUnderCheck | undefined;
  for await (const page of linkPages(moment, range)) {
    for (const link of page) {
      if (chain?.reference !== link.reference) chain = await under.turnTo(link.reference);
      chain.follow(link);
      checked += 1;
    }
    passed(page.length);
  }
  await under.turnTo(undefined);
  const taken = await casesWithoutEvents(moment, range);
  const broken = [...under.broken, ...taken.map((reference) => ({ reference, number: 1 }))];
  return { cases: under.cases, checked, broken: broken.toSorted(byReference) };
};

const byReference = (a: BrokenChain, b: BrokenChain): number =>
  a.reference === b.reference ? 0 : a.reference < b.reference ? -1 : 1;
