// What each obligation has come to, by the events alone: met or missed once, and otherwise only as the record says why
// (R5 to R8, R20).

import type { Outcome } from '../../../../domain/timetable/facts';
import type { Books } from './books';
import { demand } from './demand';

/** `missed 2026-04-09`, or `met 2026-04-09 on 2026-04-08`. */
export const sayOutcome = ({ kind, due, on }: Pick<Outcome, 'kind' | 'due' | 'on'>): string =>
  on === undefined ? `${kind} ${due}` : `${kind} ${due} on ${on}`;

const OF_A_REQUEST = ['scopingDispatch', 'agencyReturn', 'recordsSecured'] as const;

export class Outcomes {
  private readonly came = new Map<string, string>();
  /** What had come of a request that is void, by agency. */
  private readonly ofVoid = new Map<string, readonly (readonly [string, string])[]>();
  /** What had come of the reconsideration, at each disagreement. */
  private readonly before: { readonly number: number; came: string | undefined }[] = [];

  /** In order of their keys. */
  get all(): readonly string[] {
    return [...this.came].map(([key, outcome]) => `${key} ${outcome}`).sort();
  }

  of(key: string): string | undefined {
    return this.came.get(key);
  }

  readonly books: Books = {
    ObligationMissed: ({ key, due }) => {
      demand('R6: a miss is recorded once', !this.came.has(key), key, due);
      this.came.set(key, sayOutcome({ kind: 'missed', due }));
    },
    ObligationMet: ({ key, due, on }) => {
      const before = this.came.get(key);
      const right = on <= due ? before === undefined : before === sayOutcome({ kind: 'missed', due });
      demand('R6: met once, in time or after its miss', right, key, due, on, before);
      this.came.set(key, sayOutcome({ kind: on <= due ? 'met' : 'missed', due, on }));
    },
    ObligationReinstated: ({ key, was, due }) => {
      const missed = this.came.get(key) === sayOutcome({ kind: 'missed', due: was });
      demand('R7: only what is missed is reinstated, to a later day', missed && due > was, key, was, due);
      this.came.delete(key);
    },
    OutcomeRestated: ({ key, was, now }) => {
      demand('R8: what is restated was so', this.came.get(key) === sayOutcome(was), key, was);
      if (now === undefined) this.came.delete(key);
      else this.came.set(key, sayOutcome(now));
    },
    RequestVoided: ({ agency }) => {
      this.voided(agency);
    },
    // As if it had stood all the while; what the dispatch comes to is said.
    RequestBounceCorrected: ({ agency, stands }) => {
      if (stands === undefined) return;
      for (const [key, came] of this.ofVoid.get(agency) ?? []) this.came.set(key, came);
    },
    PanelReplied: ({ number, reply }) => {
      // R19: one that was reconsidered is over, and the next stands for itself.
      if (reply !== 'disagrees') return;
      const before = this.came.get('reconsideration');
      const over = before?.includes(' on ') === true;
      this.before.push({ number, came: over ? before : undefined });
      if (over) this.came.delete('reconsideration');
    },
    PanelReplyCorrected: ({ number, on, countedFrom, answer }) => {
      if (answer !== undefined) this.overtaken(number, answer);
      if (on !== undefined || countedFrom !== true) return;
      const before = this.before.pop()?.came;
      if (before !== undefined) this.came.set('reconsideration', before);
    },
    CaseEnded: ({ lapsed }) => {
      demand('R20: only what is open lapses', !lapsed.some((key) => this.came.has(key)), lapsed);
    },
  };

  /** What came of that disagreement the next one keeps. */
  private overtaken(number: number, answer: Outcome): void {
    const next = this.before[this.before.findIndex((one) => one.number === number) + 1];
    demand('R8: only what another has overtaken is judged there', next?.came !== undefined, number, answer);
    demand('R8: what is restated is another', next.came !== sayOutcome(answer), number, answer);
    demand(
      'R8: late or not by its own date',
      (answer.on ?? '') > answer.due === (answer.kind === 'missed'),
      answer,
    );
    next.came = sayOutcome(answer);
  }

  /** The dispatch is due again; that it was missed stays. */
  private voided(agency: string): void {
    this.ofVoid.set(
      agency,
      [...this.came].filter(([key]) => OF_A_REQUEST.slice(1).some((name) => key === `${name}:${agency}`)),
    );
    const dispatch = this.came.get(`scopingDispatch:${agency}`)?.split(' on ')[0];
    for (const name of OF_A_REQUEST) this.came.delete(`${name}:${agency}`);
    if (dispatch?.startsWith('missed') === true) this.came.set(`scopingDispatch:${agency}`, dispatch);
  }
}
