// The state of a case: what its events have established, nothing derived. JSON-safe, so that it survives
// continue-as-new as it is. No due date, no "overdue": those are worked out from it (`domain/timetable`).

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import type { AgencyFacts, AgencyId, ContactId, ObligationKey, TimetableFacts } from '../timetable/facts';

/** `RR-2026-0007`. */
export type CaseReference = string & { readonly __brand: 'CaseReference' };
/** The row of the dossier that holds a free text; the text itself never leaves the dossier. */
export type DossierRow = string & { readonly __brand: 'DossierRow' };

/** What was notified or referred. Only suspected abuse or neglect carries a Rapid Review. */
export const NATURES = ['suspectedAbuseOrNeglect', 'lookedAfterChildDeath', 'careLeaverDeath'] as const;
export type Nature = (typeof NATURES)[number];

export interface ContactAsked {
  readonly contact: ContactId;
  readonly bounced: boolean;
  /** The mail of this round that last went to them; 0 when only another way was used. */
  readonly sending: number;
}

/** One asking of one agency. A void asking gives way to the next round; its events stay. */
export interface ScopingRequest {
  /** 1 for the first, one more after each void. */
  readonly round: number;
  /** How many times mail was asked for in this round; re-sending restarts nothing. */
  readonly sendings: number;
  readonly contacts: readonly ContactAsked[];
}

export interface AgencyOnCase extends AgencyFacts {
  readonly request?: ScopingRequest;
  /** Rounds that were void; the next request is one further. */
  readonly voidRounds: number;
  /** Reminders are numbered through the whole case. */
  readonly reminders: number;
}

/** A rung of the ladder that was sent or passed over, and the due day it belonged to then. */
export interface RungPassed {
  readonly outcome: 'sent' | 'skipped';
  readonly due: CivilDate;
}

/** Mail that will not go, which the team has not heard of yet. */
export interface UntoldFailure {
  readonly notice: string;
  readonly agency: AgencyId;
  readonly at: Instant;
}

interface Opened extends TimetableFacts {
  readonly reference: CaseReference;
  readonly nature: Nature;
  /** Behaviour of the rules that this case was opened under; see docs/adr/0006. */
  readonly rulesVersion: number;
  /** The version of the calendar snapshot that its dates rest on. */
  readonly calendar: string;
  /** Number of the last event. */
  readonly version: number;
  /** Everything that time brings up to here has been decided: time passes before every act. */
  readonly lastEventAt: Instant;
}

export interface OpenCase extends Opened {
  readonly status: 'open';
  readonly agencies: readonly AgencyOnCase[];
  readonly rungs: Readonly<Record<ObligationKey, Readonly<Record<string, RungPassed>>>>;
  readonly untoldFailures: readonly UntoldFailure[];
  /** Keys of every notice known to have failed, so that none is told twice. */
  readonly failedNotices: readonly string[];
}

/** A death notified without suspected abuse or neglect: recorded, and no clock runs. */
export interface RecordedCase extends Opened {
  readonly status: 'recordedOnly';
}

export interface NoCase {
  readonly status: 'none';
  readonly version: 0;
}

export type RapidReview = NoCase | OpenCase | RecordedCase;

export const noCase: NoCase = { status: 'none', version: 0 };
