// What a partnership's arrangements say, as data: obligations, anchors, day counts, the reminder ladder and the
// seats. A profile in use is never edited; a new version is added beside it (R10).

import type { ContactLevel } from './contactLevels';

export const TIMESTAMPS = [
  'incident',
  'localAuthorityAware',
  'referralReceived',
  'acceptedAsRapidReview',
  'notificationSent',
  'notificationCopyReceived',
] as const;
/** The six timestamps of R3. */
export type TimestampName = (typeof TIMESTAMPS)[number];

export const SEATS = ['localAuthority', 'police', 'integratedCareBoard'] as const;
/** The three safeguarding partners (R14). */
export type Seat = (typeof SEATS)[number];

export const OBLIGATIONS = [
  'notification',
  'scopingDispatch',
  'agencyReturn',
  'recordsSecured',
  'meeting',
  'completeLocal',
  'completePanel',
  'reconsideration',
] as const;
export type ObligationName = (typeof OBLIGATIONS)[number];

/** Both are met by decision and report being sent to the Panel (R18). */
export const COMPLETIONS = ['completeLocal', 'completePanel'] as const satisfies readonly ObligationName[];

export const isCompletion = (obligation: ObligationName): boolean =>
  COMPLETIONS.some((completion) => completion === obligation);

/**
 * What an obligation's days are counted from. `requestSent` is that agency's own sent day, `panelDisagreed` the day on
 * which the Panel's disagreement was received.
 */
export type Anchor = TimestampName | 'requestSent' | 'panelDisagreed';

/** A moment that people record of the case itself; nothing where it is what is done in it. */
export const timestampOf = (anchor: Anchor): TimestampName | undefined =>
  TIMESTAMPS.find((timestamp) => timestamp === anchor);

export interface ObligationRule {
  readonly anchor: Anchor;
  readonly workingDays: number;
  /** One obligation an agency, or one for the case. */
  readonly each: 'case' | 'agency';
  /** For a window: the working day on which it opens. */
  readonly opensWorkingDays?: number;
  /** For a window: it closes no later than so many working days before the headline date. */
  readonly closesBeforeHeadlineWorkingDays?: number;
  /** For an agency found after the due day: so many working days after the day it was identified. */
  readonly identifiedLaterWorkingDays?: number;
  /** There is no such obligation until its anchor is known. */
  readonly onlyOnceAnchored?: true;
  /** The team is warned on these working days before the due day; 0 is the due day itself (R12). */
  readonly warnTeamWorkingDaysBefore: readonly number[];
  /** The paragraph it rests on, for people who check. */
  readonly paragraph: string;
  /** One sentence: what must be done. */
  readonly says: string;
}

export interface Rung {
  readonly name: string;
  /** Working days from the due day; negative is before. */
  readonly workingDays: number;
  /** These contacts get it too, besides whoever is asked first. */
  readonly escalatesTo?: readonly ContactLevel[];
  /** Not without a coordinator's word. */
  readonly onceConfirmed?: true;
}

/** A count back from the day on which the review's report is published. */
export interface ReportRule {
  readonly workingDaysBefore: number;
  readonly paragraph: string;
  readonly says: string;
}

/** A corresponding date so many months on; where that month is too short, its last day. */
export interface MonthsRule {
  readonly months: number;
  readonly paragraph: string;
  readonly says: string;
}

/** What follows a decision for a practice review, and its publication. */
export interface PublicationRules {
  readonly reportToPanel: ReportRule;
  readonly staysPublished: MonthsRule;
  readonly reviewDue: MonthsRule;
}

export interface MeetingRules {
  /** No date fixed by this working day of receipt: the team is told (C5). */
  readonly fixedByWorkingDay: number;
  /** The papers go so many working days before the meeting (local default). */
  readonly papersWorkingDaysBefore: number;
  /** London wall times, in minutes after midnight, between which a meeting may begin (local default). */
  readonly startsFrom: number;
  readonly startsUntil: number;
}

export interface PolicyProfile {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly obligations: Readonly<Record<ObligationName, ObligationRule>>;
  readonly publication: PublicationRules;
  readonly ladder: readonly Rung[];
  /** London wall times, in minutes after midnight: when notices go out, and until when a late one still goes. */
  readonly noticesFrom: number;
  readonly noticesUntil: number;
  /** A receipt older than this many calendar days needs a reason (R22, local default). */
  readonly receiptLongPastDays: number;
  readonly seats: readonly Seat[];
  readonly meetings: MeetingRules;
  /** The team hears that the Panel is silent after so many working days (R12, local default). */
  readonly panelReplyWorkingDays: number;
  /** A safety alert goes again after so many minutes without a word (R23, local default). */
  readonly safetyAlertMinutes: number;
}
