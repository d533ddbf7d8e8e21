// What each obligation has come to, by the events alone: met or missed once, and otherwise only as the record says why
// (R5 to R8, R20).

import type { CaseEvent } from '../../../../domain/rapidReview/events';
import type { Outcome } from '../../../../domain/timetable/facts';
import { demand } from './demand';

/** `missed 2026-04-09`, or `met 2026-04-09 on 2026-04-08`. */
export const sayOutcome = ({ kind, due, on }: Pick<Outcome, 'kind' | 'due' | 'on'>): string =>
  on === undefined ? `${kind} ${due}` : `${kind} ${due} on ${on}`;

const OF_A_REQUEST = ['scopingDispatch', 'agencyReturn', 'recordsSecured'] as const;

export class Outcomes {
  private readonly came = new Map<string, string>();

  /** In order of their keys. */
  get all(): readonly string[] {
    return [...this.came].map(([key, outcome]) => `${key} ${outcome}`).sort();
  }

  of(key: string): string | undefined {
    return this.came.get(key);
  }

  sees(event: CaseEvent): void {
    switch (event.kind) {
      case 'ObligationMissed': {
        const { key, due } = event.body;
        demand('R6: a miss is recorded once', !this.came.has(key), event.body);
        this.came.set(key, sayOutcome({ kind: 'missed', due }));
        break;
      }
      case 'ObligationMet': {
        const { key, due, on } = event.body;
        const before = this.came.get(key);
        const missed = sayOutcome({ kind: 'missed', due });
        demand(
          'met once, in time or after its miss',
          on <= due ? before === undefined : before === missed,
          event.body,
        );
        this.came.set(key, sayOutcome({ kind: on <= due ? 'met' : 'missed', due, on }));
        break;
      }
      case 'ObligationReinstated': {
        const { key, was, due } = event.body;
        const missed = this.came.get(key) === sayOutcome({ kind: 'missed', due: was });
        demand('R7: only what is missed is reinstated, to a later day', missed && due > was, event.body);
        this.came.delete(key);
        break;
      }
      case 'OutcomeRestated': {
        const { key, was, now } = event.body;
        demand('R8: what is restated was so', this.came.get(key) === sayOutcome(was), event.body);
        if (now === undefined) this.came.delete(key);
        else this.came.set(key, sayOutcome(now));
        break;
      }
      case 'RequestVoided':
        this.voided(event.body.agency);
        break;
      case 'PanelReplied':
        // R19: each disagreement is reconsidered on its own.
        if (event.body.reply === 'disagrees') this.came.delete('reconsideration');
        break;
      case 'CaseEnded':
        demand(
          'R20: only what is open lapses',
          !event.body.lapsed.some((key) => this.came.has(key)),
          event.body,
        );
        break;
      default:
    }
  }

  /** The dispatch is due again; that it was missed stays. */
  private voided(agency: string): void {
    const dispatch = this.came.get(`scopingDispatch:${agency}`)?.split(' on ')[0];
    for (const name of OF_A_REQUEST) this.came.delete(`${name}:${agency}`);
    if (dispatch?.startsWith('missed') === true) this.came.set(`scopingDispatch:${agency}`, dispatch);
  }
}
