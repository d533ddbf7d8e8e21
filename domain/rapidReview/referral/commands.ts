// What may be asked about the referral and the six timestamps (R3, R22).

import type { Instant } from '../../calendar/instant';
import type { TimestampName } from '../../policy/policyProfile';
import type { ProfileId } from '../../policy/profiles';
import type { AgencyId } from '../../timetable/facts';
import type { CaseReference, DossierRow, Nature } from '../state';
import type { PartOfParticulars } from './partsOfParticulars';

export interface OpenCase {
  readonly kind: 'openCase';
  readonly reference: CaseReference;
  readonly nature: Nature;
  readonly profile: ProfileId;
  /**
   * The behaviour of the rules that the case is opened under. It travels in the command, so that a replay by a later
   * version of this program opens it as it was.
   */
  readonly rulesVersion: number;
  /** Day 0 is its London date. */
  readonly receivedAt: Instant;
  /** The other timestamps, as far as they are known. */
  readonly timestamps: Readonly<Partial<Record<Exclude<TimestampName, 'referralReceived'>, Instant>>>;
  /** Known so far to have known the child or family. */
  readonly agencies: readonly AgencyId[];
  /** Demanded when the receipt is long past. */
  readonly lateLoggingReason?: DossierRow;
  /** New facts about an ended case: a linked episode whose day 0 is its own receipt (R21). */
  readonly episodeOf?: CaseReference;
  /** A case that may be about the same incident: logged all the same, and settled later (R22). */
  readonly maybeDuplicateOf?: CaseReference;
}

export interface RecordTimestamp {
  readonly kind: 'recordTimestamp';
  readonly timestamp: TimestampName;
  readonly at: Instant;
}

/** A fact was recorded wrongly: outcomes are restated, the original stays (R8). */
export interface CorrectTimestamp {
  readonly kind: 'correctTimestamp';
  readonly timestamp: TimestampName;
  /** Absent where it was recorded by mistake: there was no such moment in this case. */
  readonly at?: Instant;
  /** Of the receipt alone: that of a case that was merged into this one, and not this case's own (R22). */
  readonly of?: CaseReference;
  readonly reason: DossierRow;
}

/** What was written of a child, the incident or the referrer is wrong, was not known, or is lost: it is in the dossier anew. */
export interface CorrectParticulars {
  readonly kind: 'correctParticulars';
  /** At least one. */
  readonly parts: readonly PartOfParticulars[];
  readonly reason: DossierRow;
}

export type ReferralCommand = OpenCase | RecordTimestamp | CorrectTimestamp | CorrectParticulars;
