// What the gate to the Panel was shown, by the events alone: a second look at whether anything went past it (R15, R17, R18).

import { SEATS } from '../../../../domain/policy/policyProfile';
import type { CaseEvent } from '../../../../domain/rapidReview/events';
import { demand } from './demand';

export class Gatekeeper {
  private readonly evidenced = new Set<string>();
  private readonly signed = new Map<number, Set<string>>();
  private readonly ordered = new Set<number>();
  private decision = 0;
  private report = 0;
  private referenced = false;
  /** The Panel has disagreed, and nobody has confirmed or decided again. */
  private disagreed = false;

  sees(event: CaseEvent): void {
    switch (event.kind) {
      case 'DutyEvidenced':
        this.evidenced.add(event.body.duty);
        break;
      case 'DecisionTaken':
        this.decision = event.body.decision;
        this.signed.set(this.decision, new Set());
        this.disagreed = false;
        break;
      case 'DecisionConfirmed':
        this.disagreed = false;
        break;
      case 'DecisionSignedOff':
        this.signature(event.body.decision, event.body.seat);
        break;
      case 'ReportAttached':
        this.report = event.body.report;
        break;
      case 'NotificationReferenceRecorded':
        this.referenced = true;
        break;
      case 'PanelInformed':
        this.passed(event);
        break;
      case 'PanelDispatchSent':
        demand('R18: what is ordered goes once', this.ordered.delete(event.body.dispatch), event.body);
        break;
      case 'PanelReplied':
        this.disagreed ||= event.body.reply === 'disagrees';
        break;
      default:
    }
  }

  private signature(decision: number, seat: string): void {
    const evidenced = decision === this.decision && this.evidenced.size === 3;
    demand('R15: no sign-off before the evidence', evidenced, decision, seat);
    demand('R17: each seat signs once', this.signed.get(decision)?.has(seat) === false, decision, seat);
    this.signed.get(decision)?.add(seat);
  }

  private passed({ body, authority }: Extract<CaseEvent, { readonly kind: 'PanelInformed' }>): void {
    const { decision, report, without, reason, dispatch } = body;
    const inForce = decision === this.decision && report === this.report;
    const whole = decision > 0 && report > 0 && this.evidenced.size === 3;
    demand('R18: decision, evidence and report are never waived', inForce && whole, body);
    demand('R19: nothing goes while a disagreement waits', !this.disagreed, body);
    const unsigned = SEATS.filter((seat) => this.signed.get(decision)?.has(seat) !== true);
    const missing = [...unsigned, ...(this.referenced ? [] : ['notificationReference'])];
    const stated = without.map(({ item, seat }) => seat ?? item);
    demand('R17: what is missing is stated', stated.join() === missing.join(), body, missing);
    const byChair =
      (authority === 'meetingChair' || authority === 'independentChair') && reason !== undefined;
    demand(
      'R17: only the chair goes without, with a reason',
      missing.length === 0 || byChair,
      body,
      authority,
    );
    this.ordered.add(dispatch);
  }
}
