// What is promised about the figures for those who watch: numbers over all cases as they are recorded, without saying of
// whom. What is alarming about a number is not decided here.

import type { Instant } from '../../domain/calendar/instant';
import type { ObligationName } from '../../domain/policy/policyProfile';
import type { NoticeKind } from '../../domain/rapidReview/notices';

/** How far an open case has come: nobody asked yet, agencies asked, a meeting arranged, held, the Panel informed. */
export const STAGES = ['referral', 'scoping', 'meeting', 'decision', 'panel'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * How an obligation of an open case stands: not due yet to be counted, due later, due today, past its day and not yet
 * noticed, missed and still not done.
 */
export const STANDINGS = ['awaitingAnchor', 'open', 'dueToday', 'unnoticed', 'missed'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What open cases can be behind. */
export const LEADS = ['calendar', 'diary'] as const;
export type Lead = (typeof LEADS)[number];

export interface ObligationFigure {
  readonly obligation: ObligationName;
  readonly standing: Standing;
  readonly count: number;
}

export interface NoticeFigure {
  readonly template: NoticeKind;
  readonly waiting: number;
  /** Refused, or lapsed although it was still needed. */
  readonly failed: number;
}

/** What does not occur is absent. */
export interface CaseFigures {
  readonly openCases: ReadonlyMap<Stage, number>;
  readonly obligations: readonly ObligationFigure[];
  readonly notices: readonly NoticeFigure[];
  /** When the mail that has waited longest was called for. */
  readonly waitingSince?: Instant;
  readonly behind: ReadonlyMap<Lead, number>;
  readonly events: number;
}

export interface Figures {
  /** As they stand on that day in London. Throws where the database does not answer one of its questions within the time. */
  at(now: Instant, withinMs: number): Promise<CaseFigures>;
}
