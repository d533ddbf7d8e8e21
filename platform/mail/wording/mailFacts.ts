// What a mail is made from beside its notice: the day it goes, the dates as they stand on that day, and the names
// that may be in it (the partnership's and agencies', never a person's).

import type { CivilDate } from '../../../domain/calendar/civilDate';
import type { AgencyId } from '../../../domain/timetable/facts';
import type { Owed } from '../../../domain/timetable/owed';

export interface MailFacts {
  /** The day in London on which the mail goes. */
  readonly today: CivilDate;
  /**
   * The case's dates, counted with today as the sent day of a request that has not gone yet. To an agency
   * they are what it owes; to the team they explain the dates that the notice names.
   */
  readonly dates: readonly Owed[];
  /** An earlier attempt at this mail may have arrived. */
  readonly repeated: boolean;
  /** As in the register. */
  readonly agencyNames: ReadonlyMap<AgencyId, string>;
  readonly partnershipName: string;
  readonly teamMailbox: string;
  readonly publicUrl: string;
}

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What a template is filled with. `body` names the template, and `toAgency` whom it is for. */
export interface LetterView {
  readonly subject: string;
  readonly body: string;
  readonly toAgency: boolean;
  readonly [field: string]: unknown;
}
