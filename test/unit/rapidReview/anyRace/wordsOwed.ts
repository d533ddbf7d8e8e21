// That the next word to the Panel is the partners' the team hears by the events alone: of each letter and decision once, unless something has
// gone to the Panel, come from it or been put right since; and not before the working day after (R5, R8, R12).

import type { CivilDate } from '../../../../domain/calendar/civilDate';
import type { Books, Of } from './books';
import { demand } from './demand';

export class WordsOwed {
  private told = new Set<string>();
  /** The partners' last word on a disagreement. */
  private confirmedOn: CivilDate | undefined;

  private readonly mayBeOwedAnew = (): void => this.told.clear();

  readonly books: Books = {
    PanelDispatchSent: this.mayBeOwedAnew,
    PanelDispatchCorrected: this.mayBeOwedAnew,
    PanelReplied: this.mayBeOwedAnew,
    PanelReplyCorrected: this.mayBeOwedAnew,
    PanelContacted: ({ contact }) => {
      if (contact === 'other') this.mayBeOwedAnew();
    },
    PanelContactCorrected: this.mayBeOwedAnew,
    DecisionConfirmed: ({ on }) => {
      this.confirmedOn = on;
    },
    ConfirmationCorrected: ({ on }) => {
      this.confirmedOn = on;
      this.mayBeOwedAnew();
    },
  };

  hears({ on, items, topics = [] }: Of<'TeamBriefed'>['body']): void {
    for (const item of items) {
      if (item.about !== 'panelAwaitsWord') continue;
      demand('R12: the word is owed since the day before', item.on < on, item, on);
      const confirmed = item.word === 'answerToDisagreement' ? this.confirmedOn : undefined;
      demand('R12: and not before it is known', confirmed === undefined || confirmed < on, item, on);
    }
    for (const topic of topics) {
      if (!topic.startsWith('panelAwaitsWord/')) continue;
      demand('R12: that a word is owed is told once', !this.told.has(topic), topic);
      this.told.add(topic);
    }
  }
}
