// What a mail is made from beside its notice: the day it goes, the dates as they stand on that day, and the names
// that may be in it (the partnership's and agencies', never a person's).

import type { CivilDate } from '../../../domain/calendar/civilDate';
import type { DayChanged } from '../../../domain/calendar/daysChanged';
import type { Instant } from '../../../domain/calendar/instant';
import type { WorkingCalendar } from '../../../domain/calendar/workingCalendar';
import type { EndingCause } from '../../../domain/rapidReview/ending/state';
import type { PanelContact } from '../../../domain/rapidReview/panel/state';
import type { CaseReference } from '../../../domain/rapidReview/state';
import type { AgencyId, ObligationKey } from '../../../domain/timetable/facts';
import type { Owed } from '../../../domain/timetable/owed';
import type { MeetingEntry } from '../meetingEntry';
import type { SaidInstead } from './saidInstead';

export interface MailFacts {
  /** The day in London on which the mail goes. */
  readonly today: CivilDate;
  /** For the day and hour in London of a moment that the notice names. */
  readonly calendar: WorkingCalendar;
  /**
   * The case's dates, counted with today as the sent day of a request that has not gone yet. To an agency
   * they are what it owes; to the team they explain the dates that the notice names.
   */
  readonly dates: readonly Owed[];
  /** The agency has answered, and still owes its return: in part, or it was sent back with what is missing. */
  readonly answered?: 'inPart' | 'sentBack';
  /** Its answer has stopped its clock: nothing is left for it to return. */
  readonly hasReturned?: true;
  /** What it had told us in place of a scoping template, where that was sent back. */
  readonly saidInstead?: SaidInstead;
  /** It has told us that it holds no records of the case, and secured none. */
  readonly nothingToSecure?: true;
  /** A reminder reaches people above those who were asked first, beside them or in their place. */
  readonly reaches?: 'peopleAboveToo' | 'peopleAboveOnly';
  /** Why dates moved: the days that the calendar changed, and whether a recorded day was wrong. */
  readonly movedBy?: { readonly days: readonly DayChanged[]; readonly corrected: boolean };
  /** A meeting after its window lies after this day too, on which the review must be complete. */
  readonly completeBy?: CivilDate;
  /** The case was merged into this one, which goes on. */
  readonly mergedInto?: CaseReference;
  /** Of the safety concern that an alert is about. */
  readonly concern?: { readonly raisedAt: Instant; readonly alertEveryMinutes: number };
  /** The day of a meeting that has passed and that nobody opened: held or not, no other is fixed. */
  readonly notHeldOn?: CivilDate;
  /** No clock runs any more: nothing is to be fixed, added or explained there. */
  readonly hasEnded?: true;
  /** Of an agency whose answer came: word that its records are secured is still owed. */
  readonly recordsOwed?: true;
  /** Whose scoping request counts as sent by now. */
  readonly agenciesAsked?: ReadonlySet<AgencyId>;
  /** Why these are late is recorded. */
  readonly explained?: ReadonlySet<ObligationKey>;
  /** Of a reconsideration, of which there may have been several, that is told by the day on which it was due. */
  readonly reconsiderationsExplained?: ReadonlySet<CivilDate>;
  /** What each word to the national Panel was, by the number of its event. */
  readonly wordsToPanel?: ReadonlyMap<number, PanelContact>;
  /** And how it ended, each time that it did. */
  readonly endings?: ReadonlyMap<number, EndingCause>;
  /** The moment of the act that called for the mail. */
  readonly calledForAt: Instant;
  /** How long a meeting holds a diary. */
  readonly meetingMinutes: number;
  /** When a meeting is to be by the last word of it that those who get the mail have had. */
  readonly knownFor?: Instant;
  /** Where the agency can answer without an account: in mails to it, while it owes something. */
  readonly answerUrl?: string;
  /** An earlier attempt at this mail may have arrived. */
  readonly repeated: boolean;
  /** None of those for whom it was meant is a contact of the agency any more: it goes to whoever is in their place. */
  readonly toSuccessors?: boolean;
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
  /** To be seen at once, at any hour. */
  readonly urgent: boolean;
  readonly entry?: MeetingEntry;
}

/** What a template is filled with; `body` names the template. */
export interface LetterView {
  readonly subject: string;
  readonly body: string;
  readonly urgent?: true;
  readonly entry?: MeetingEntry;
  readonly [field: string]: unknown;
}
