// What the timetable is worked out from: recorded facts and recorded outcomes, nothing derived. The state of a
// case has this shape; so has a what-if without a case.

import type { CivilDate } from '../calendar/civilDate';
import type { DayChanged } from '../calendar/daysChanged';
import type { Instant } from '../calendar/instant';
import type { TimestampName } from '../policy/policyProfile';
import type { ProfileId } from '../policy/profiles';

/** A code from the agency register, such as `AG-0003`. */
export type AgencyId = string & { readonly __brand: 'AgencyId' };
/** A contact of an agency in the register, such as `AG-0003-C1`; the address itself stays there. */
export type ContactId = string & { readonly __brand: 'ContactId' };

/** `completeLocal`, or with an agency `agencyReturn:AG-0003`. */
export type ObligationKey = string & { readonly __brand: 'ObligationKey' };

export const CHANNELS = ['mail', 'telephone', 'secureMail', 'paper'] as const;
export type Channel = (typeof CHANNELS)[number];

export interface SentRequest {
  readonly on: CivilDate;
  readonly channel: Channel;
  /** The day on which the mail server accepted it. Of a mail that came back from every address it is no longer known. */
  readonly mailedOn?: CivilDate;
  /** The day on which it went another way, where the mail was accepted before that. */
  readonly otherwiseOn?: CivilDate;
}

/** A date agreed with the agency for its return, in place of its own count. */
export interface AgreedDate {
  readonly due: CivilDate;
  /** Agreed after the return was missed: the miss stands (rules.md, `agencyReturn`). */
  readonly afterMiss?: true;
  /** When it was agreed, the day of the request then, and whether it gave more time than there was without: it may fall away (R8). */
  readonly at?: Instant;
  /** The day on which it was agreed, where `at` is when that was heard of. */
  readonly on?: CivilDate;
  readonly askedOn?: CivilDate;
  readonly extends: boolean;
  /** The one that it took the place of. */
  readonly before?: AgreedDate;
}

export interface AgencyFacts {
  readonly agency: AgencyId;
  /** Named in the referral itself, or found at a later instant. */
  readonly identified: 'withReferral' | Instant;
  /**
   * Once a case was merged: named in a referral all the same, and `identified` is when the first came that did, unless that one counts.
   * `foundThere`: it is when a merged case had found it before that.
   */
  readonly named?: true | 'foundThere';
  /** The request that stands: sent and not void. */
  readonly sent?: SentRequest;
  readonly agreed?: AgreedDate;
}

/** Recorded by an event; a met obligation keeps the date it was met under (R7). */
export type Outcome =
  | { readonly kind: 'met'; readonly due: CivilDate; readonly on: CivilDate }
  | {
      readonly kind: 'missed';
      readonly due: CivilDate;
      readonly noticed: Instant;
      /** Done after all, late. */
      readonly on?: CivilDate;
      /** When that was recorded. */
      readonly recorded?: Instant;
      /** The team has been told. */
      readonly told?: true;
    };

/** Days that a change of the calendar has listed or taken back, and when the case went over to it. */
export interface CalendarFollowed {
  readonly at: Instant;
  readonly days: readonly DayChanged[];
}

export interface TimetableFacts {
  readonly profile: ProfileId;
  readonly timestamps: Readonly<Partial<Record<TimestampName, Instant>>>;
  readonly agencies: readonly AgencyFacts[];
  readonly outcomes: Readonly<Record<ObligationKey, Outcome>>;
  /** The day on which the Panel's last disagreement was received (R19). */
  readonly panelDisagreedOn?: CivilDate;
  /** The changes of the calendar that the case has followed, in order. */
  readonly calendarsFollowed?: readonly CalendarFollowed[];
  /** What is open when a case ends lapses (R20). */
  readonly status?: 'open' | 'ended' | 'recordedOnly';
}
