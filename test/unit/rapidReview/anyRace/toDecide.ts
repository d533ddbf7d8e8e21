// Whether anything is to be decided by a meeting, by the events alone: until the first decision, and while a disagreement of the Panel is
// not answered (R14, R19). Where nothing is, no meeting is moved, and nobody is reminded to prepare it.

import type { BriefingItem } from '../../../../domain/rapidReview/clock/events';
import type { Books } from './books';
import { demand } from './demand';

interface Disagreement {
  readonly number: number;
  answered: boolean;
}

export class ToDecide {
  private decided = false;
  private disagreements: readonly Disagreement[] = [];

  readonly books: Books = {
    DecisionTaken: ({ insteadOf }) => {
      // What is recorded anew answers no letter that the one before had not.
      if (insteadOf === undefined) this.answer(true);
      this.decided = true;
    },
    DecisionConfirmed: () => {
      this.answer(true);
    },
    ConfirmationCorrected: ({ on }) => {
      if (on === undefined) this.answer(false);
    },
    PanelReplied: ({ number, reply }) => {
      if (reply === 'disagrees') this.disagreements = [...this.disagreements, { number, answered: false }];
    },
    PanelReplyCorrected: ({ number, on }) => {
      if (on === undefined) this.disagreements = this.disagreements.filter((one) => one.number !== number);
    },
    MeetingRearranged: (body) => {
      demand('R14: no meeting is moved at which nothing is to be decided', this.something, body);
    },
  };

  hears(item: BriefingItem): void {
    if (item.about === 'papersDue' || item.about === 'quorumAtRisk')
      demand('R12: no meeting is prepared at which nothing is to be decided', this.something, item);
  }

  private get something(): boolean {
    return !this.decided || this.disagreements.at(-1)?.answered === false;
  }

  private answer(answered: boolean): void {
    const last = this.disagreements.at(-1);
    if (last !== undefined) last.answered = answered;
  }
}
