// What the gate to the Panel was shown, by the events alone: a second look at whether anything went past it (R15, R17, R18).

import type { CivilDate } from '../../../../domain/calendar/civilDate';
import { SEATS } from '../../../../domain/policy/policyProfile';
import type { Books, Of } from './books';
import { demand } from './demand';

export class Gatekeeper {
  private readonly evidenced = new Set<string>();
  /** For each decision its seats, and the day of their sign-off. */
  private readonly signed = new Map<number, Map<string, CivilDate>>();
  private readonly ordered = new Set<number>();
  /** What it is said to have gone without, of which day another event tells. */
  private went: Of<'PanelInformed'>['body'] | undefined;
  private decision = 0;
  private report = 0;
  private referenced = false;
  /** Of each disagreement of the Panel whether nobody has confirmed or decided again since. */
  private waits: boolean[] = [];

  readonly books: Books = {
    DutyEvidenced: ({ duty }) => this.evidenced.add(duty),
    DecisionTaken: ({ decision, insteadOf }) => {
      this.decision = decision;
      this.signed.set(decision, new Map());
      // One that is recorded anew was taken before whatever waits now.
      if (insteadOf === undefined) this.waits = this.waits.map(() => false);
    },
    DecisionConfirmed: () => {
      this.waits = this.waits.map(() => false);
    },
    ConfirmationCorrected: ({ on }) => {
      demand('R19: what is corrected answered a disagreement', this.waits.at(-1) === false, on);
      if (on === undefined) this.waits.splice(-1, 1, true);
    },
    DecisionSignedOff: ({ decision, seat, on }) => {
      this.signature(decision, seat, on);
    },
    SignOffCorrected: ({ decision, seat, on }) => {
      const wasSigned = this.signed.get(decision)?.has(seat) === true;
      demand('R17: what was never signed is not corrected', wasSigned, decision, seat);
      if (on === undefined) this.signed.get(decision)?.delete(seat);
      else this.signed.get(decision)?.set(seat, on);
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
    PanelDispatchSent: ({ dispatch, on }) => {
      if (this.went?.dispatch === dispatch) this.isStated(this.went, on);
      this.went = undefined;
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

  private signature(decision: number, seat: string, on: CivilDate): void {
    const evidenced = decision === this.decision && this.evidenced.size === 3;
    demand('R15: no sign-off before the evidence', evidenced, decision, seat);
    demand('R17: each seat signs once', this.signed.get(decision)?.has(seat) === false, decision, seat);
    this.signed.get(decision)?.set(seat, on);
  }

  private passed({ body, authority }: Of<'PanelInformed'>): void {
    const { decision, report, without, reason, dispatch, channel } = body;
    const inForce = decision === this.decision && report === this.report;
    const whole = decision > 0 && report > 0 && this.evidenced.size === 3;
    demand('R18: decision, evidence and report are never waived', inForce && whole, body);
    demand('R19: nothing goes while a disagreement waits', this.waits.at(-1) !== true, body);
    if (channel === 'mail') this.isStated(body);
    else this.went = body;
    const byChair =
      (authority === 'meetingChair' || authority === 'independentChair') && reason !== undefined;
    demand(
      'R17: only the chair goes without, with a reason',
      without.length === 0 || byChair,
      body,
      authority,
    );
    this.ordered.add(dispatch);
  }

  /** What went on a day that is given went without what was signed after it. */
  private isStated(body: Of<'PanelInformed'>['body'], on?: CivilDate): void {
    const signed = this.signed.get(body.decision);
    const unsigned = SEATS.filter((seat) => {
      const day = signed?.get(seat);
      return day === undefined || (on !== undefined && day > on);
    });
    const missing = [...unsigned, ...(this.referenced ? [] : ['notificationReference'])];
    const stated = body.without.map(({ item, seat }) => seat ?? item);
    demand('R17: what is missing is stated', stated.join() === missing.join(), body, missing);
  }
}
