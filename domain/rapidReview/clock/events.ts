// What time alone establishes, or follows from a fact: misses, reminders, briefings, restated outcomes.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import type { ContactLevel } from '../../policy/contactLevels';
import type { Seat } from '../../policy/policyProfile';
import type { AgencyId, ObligationKey, Outcome } from '../../timetable/facts';
import type { DayAmiss, DayRestored } from '../meeting/dayToWindow';
import type { NoAgencyNamed } from '../noAgencyNamed';
import type { MomentNotRecorded } from '../notificationUndated';
import type { OwedToPanel } from '../panel/state';

export interface ObligationMissed {
  readonly kind: 'ObligationMissed';
  readonly body: { readonly key: ObligationKey; readonly due: CivilDate; readonly noticed: Instant };
}

/** Done, in time or (after an `ObligationMissed`) late. */
export interface ObligationMet {
  readonly kind: 'ObligationMet';
  readonly body: { readonly key: ObligationKey; readonly due: CivilDate; readonly on: CivilDate };
}

/** A date moved ahead of a miss that is not yet met (R7): the miss stays in the chronology. */
export interface ObligationReinstated {
  readonly kind: 'ObligationReinstated';
  readonly body: { readonly key: ObligationKey; readonly was: CivilDate; readonly due: CivilDate };
}

/** A corrected or late-recorded fact shows that it was otherwise (R8). */
export interface OutcomeRestated {
  readonly kind: 'OutcomeRestated';
  readonly body: {
    readonly key: ObligationKey;
    readonly was: Outcome;
    readonly now?: Outcome;
    /** What it was counted from never was: it is not open again, but owed by nobody. */
    readonly owedNoMore?: true;
    /** Its case has ended: it is not open again, but lapsed. */
    readonly lapsed?: true;
  };
}

/** Open obligations whose date followed a fact or the calendar (R7, R9). */
export interface DatesMoved {
  readonly kind: 'DatesMoved';
  readonly body: {
    /** Number of the event that moved them, where the agencies concerned hear of it: none of them had a part in it. */
    readonly toTell?: number;
    readonly moves: readonly {
      readonly key: ObligationKey;
      readonly was: CivilDate;
      readonly due: CivilDate;
    }[];
  };
}

/** The headline leaves the meeting window no day; the team is told at once. */
export interface MeetingWindowLeavesNothing {
  readonly kind: 'MeetingWindowLeavesNothing';
  readonly body: { readonly headline: CivilDate; readonly earliestWorkable: CivilDate };
}

/** One mail an agency for every date of its own that moved (R9). */
export interface AgencyToldOfDates {
  readonly kind: 'AgencyToldOfDates';
  readonly body: {
    readonly agency: AgencyId;
    readonly moves: readonly {
      readonly key: ObligationKey;
      readonly was: CivilDate;
      readonly due: CivilDate;
      /** As of which event the agency knew the earlier date; absent of a move that is only foreseen, or told beside something else. */
      readonly since?: number;
    }[];
    /** Numbers of the events that moved them. */
    readonly because: readonly number[];
    /** Nobody there can be mailed: the team hears that this mail could not go. */
    readonly noContact?: true;
  };
}

/**
 * A mail that has gone told an agency other dates than it was known to have been told: it was put into words before they
 * moved, and arrived after; or it was the first to tell a date that has moved, and did not say why.
 */
export interface MailToldOtherDates {
  readonly kind: 'MailToldOtherDates';
  readonly body: {
    readonly agency: AgencyId;
    readonly notice: string;
    /** Number of the last event that its dates rest on. */
    readonly asOf: number;
    /** `told` is what it said, `due` what holds. */
    readonly dates: readonly {
      readonly key: ObligationKey;
      readonly told: CivilDate;
      readonly due: CivilDate;
    }[];
  };
}

export interface RungRef {
  readonly key: ObligationKey;
  readonly rung: string;
  readonly due: CivilDate;
}

/** One mail an agency and day, listing everything it owes (R11). */
export interface AgencyReminded {
  readonly kind: 'AgencyReminded';
  readonly body: {
    readonly agency: AgencyId;
    readonly on: CivilDate;
    /** Numbered through the case, from 1. */
    readonly number: number;
    /** Empty where a person sent it. */
    readonly rungs: readonly RungRef[];
    /** Besides those who are asked first. */
    readonly escalatesTo?: readonly ContactLevel[];
    readonly owes: readonly {
      readonly key: ObligationKey;
      readonly due: CivilDate;
      readonly missed: boolean;
    }[];
  };
}

export interface RungsSkipped {
  readonly kind: 'RungsSkipped';
  readonly body: {
    readonly agency: AgencyId;
    readonly rungs: readonly RungRef[];
    /**
     * `noContact`: nobody can be mailed; the team hears of the date itself. `remindedToday`: a person was faster.
     * `notConfirmed`: no coordinator has said that the executive may be written to.
     */
    readonly cause: 'alreadyPast' | 'outage' | 'noContact' | 'remindedToday' | 'notConfirmed';
  };
}

/** What the team's 09:00 mail tells, or one beside it: obligations at risk, misses since the last one, mails that failed (R12). */
export type BriefingItem =
  | { readonly about: 'atRisk'; readonly key: ObligationKey; readonly due: CivilDate }
  | {
      readonly about: 'missed';
      readonly key: ObligationKey;
      readonly due: CivilDate;
      readonly on?: CivilDate;
    }
  /** The team had heard of that miss, and it was taken back: `on` where it was done in time, `due` where it is still to be done. */
  | {
      readonly about: 'missTakenBack';
      readonly key: ObligationKey;
      readonly was: CivilDate;
      readonly due?: CivilDate;
      readonly on?: CivilDate;
    }
  /** Without an agency it was for somebody else: the kind of the notice says whom. */
  | { readonly about: 'mailFailed'; readonly notice: string; readonly agency?: AgencyId }
  | ({ readonly about: 'momentNotRecorded' } & MomentNotRecorded)
  | ({ readonly about: 'noAgencyNamed' } & NoAgencyNamed)
  | { readonly about: 'meetingNotFixed'; readonly by: CivilDate }
  | {
      readonly about: 'quorumAtRisk';
      readonly meeting: number;
      readonly on: CivilDate;
      /** Nobody is invited for them, or whoever was has declined. */
      readonly seats: readonly Seat[];
    }
  /** The team had heard that it lay wrong, and how: `was`. */
  | ({
      readonly about: 'meetingDayRestored';
      readonly on: CivilDate;
      readonly was: DayAmiss['way'];
    } & DayRestored)
  | { readonly about: 'papersDue'; readonly meeting: number; readonly on: CivilDate }
  /** It ended with its day, and nobody has said how. */
  | { readonly about: 'meetingNotClosed'; readonly meeting: number; readonly on: CivilDate }
  /** Nothing has come back since that day. */
  | { readonly about: 'panelSilent'; readonly since: CivilDate }
  /** The next word to it is the partners'. */
  | ({ readonly about: 'panelAwaitsWord' } & OwedToPanel)
  | {
      readonly about: 'agencyProposed';
      readonly by: AgencyId;
      readonly agency?: AgencyId;
      /** Its number, to settle it by. */
      readonly proposal: number;
    }
  /** The executive is written to on that day, if a coordinator says so. */
  | { readonly about: 'escalationWaits'; readonly agency: AgencyId; readonly on: CivilDate };

export interface TeamBriefed {
  readonly kind: 'TeamBriefed';
  readonly body: {
    readonly on: CivilDate;
    readonly items: readonly BriefingItem[];
    /** What of it is told once only, by topic. */
    readonly topics?: readonly string[];
    /** Not at 09:00: it would be over by the next one. */
    readonly atOnce?: true;
  };
}

/** It could not go until 16:30. Misses and failures wait for the next one; its warnings have lapsed. */
export interface BriefingSkipped {
  readonly kind: 'BriefingSkipped';
  readonly body: { readonly on: CivilDate; readonly lapsedWarnings: readonly ObligationKey[] };
}

/** A mail that will not go: every address refused it, or its hour passed. The team hears of it. */
export interface NoticeFailed {
  readonly kind: 'NoticeFailed';
  readonly body: {
    readonly notice: string;
    readonly agency?: AgencyId;
    /** For somebody other than the team and an agency: the team hears of it all the same. */
    readonly to?: 'panel' | 'partner' | 'referrer' | 'onCall';
    /** The first alert of that concern that reached nobody (R23): the team hears of it at once. */
    readonly concern?: number;
    readonly outcome: 'refused' | 'lapsed';
  };
}

export type ClockEvent =
  | ObligationMissed
  | ObligationMet
  | ObligationReinstated
  | OutcomeRestated
  | DatesMoved
  | MeetingWindowLeavesNothing
  | AgencyToldOfDates
  | MailToldOtherDates
  | AgencyReminded
  | RungsSkipped
  | TeamBriefed
  | BriefingSkipped
  | NoticeFailed;
