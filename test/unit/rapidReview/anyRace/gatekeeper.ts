// What the gate to the Panel was shown, by the events alone: a second look at whether anything went past it (R15, R17, R18).

import { SEATS } from '../../../../domain/policy/policyProfile';
import type { Books, Of } from './books';
import { demand } from './demand';

export class Gatekeeper {
  private readonly evidenced = new Set<string>();
  private readonly signed = new Map<number, Set<string>>();
  private readonly ordered = new Set<number>();
  private decision = 0;
  private report = 0;
  private referenced = false;
  /** Of each disagreement of the Panel whether nobody has confirmed or decided again since. */
  private waits: boolean[] = [];

  readonly books: Books = {
    DutyEvidenced: ({ duty }) => this.evidenced.add(duty),
    DecisionTaken: ({ decision }) => {
      this.decision = decision;
      this.signed.set(decision, new Set());
      this.waits = this.waits.map(() => false);
    },
    DecisionConfirmed: () => {
      this.waits = this.waits.map(() => false);
    },
    DecisionSignedOff: ({ decision, seat }) => {
      this.signature(decision, seat);
    },
    SignOffCorrected: ({ decision, seat, on }) => {
      const wasSigned = this.signed.get(decision)?.has(seat) === true;
      demand('R17: what was never signed is not corrected', wasSigned, decision, seat);
      if (on === undefined) this.signed.get(decision)?.delete(seat);
    },
    ReportAttached: ({ report }) => {
      this.report = report;
    },
    NotificationReferenceRecorded: () => {
      this.referenced = true;
    },
    TimestampCorrected: ({ timestamp, at }) => {
      if (timestamp === 'notificationSent' && at === undefined) this.referenced = false;
    },
    PanelInformed: (_body, event) => {
      this.passed(event);
    },
    PanelDispatchSent: ({ dispatch }) => {
      demand('R18: what is ordered goes once', this.ordered.delete(dispatch), dispatch);
    },
    // It may go after all: another way, or the mail that was thought not to have gone.
    PanelDispatchCorrected: ({ dispatch, on }) => {
      if (on === undefined) this.ordered.add(dispatch);
    },
    PanelReplied: ({ reply }) => {
      if (reply === 'disagrees') this.waits.push(true);
    },
    PanelReplyCorrected: ({ on, countedFrom }) => {
      if (on === undefined && countedFrom === true) this.waits.pop();
    },
  };

  private signature(decision: number, seat: string): void {
    const evidenced = decision === this.decision && this.evidenced.size === 3;
    demand('R15: no sign-off before the evidence', evidenced, decision, seat);
    demand('R17: each seat signs once', this.signed.get(decision)?.has(seat) === false, decision, seat);
    this.signed.get(decision)?.add(seat);
  }

  private passed({ body, authority }: Of<'PanelInformed'>): void {
    const { decision, report, without, reason, dispatch } = body;
    const inForce = decision === this.decision && report === this.report;
    const whole = decision > 0 && report > 0 && this.evidenced.size === 3;
    demand('R18: decision, evidence and report are never waived', inForce && whole, body);
    demand('R19: nothing goes while a disagreement waits', this.waits.at(-1) !== true, body);
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
