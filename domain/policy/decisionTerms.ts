// The terms in which the group decides: its duties (R15), the threshold, the criteria of regulation 11 of SI 2018/789,
// and what may come of it (R16). Codes only; the reasons are free text and in the dossier.

/**
 * C8: it reviews the facts, discusses immediate safety and shares learning, considers improvement, decides. The fifth,
 * informing the Panel, is the dispatch itself.
 */
export const DUTIES = ['facts', 'immediateSafety', 'improvements', 'decision'] as const;
export type Duty = (typeof DUTIES)[number];

/**
 * Regulation 11(2): improvements needed, also ones identified before; recurrent themes; two or more agencies working
 * together; the Panel considered it and thought a local review more appropriate.
 */
export const CRITERIA = [
  'improvementsNeeded',
  'recurrentThemes',
  'agenciesWorkingTogether',
  'panelPrefersLocalReview',
] as const;
export type Criterion = (typeof CRITERIA)[number];

/** First limb: abuse or neglect is known or suspected. Second: the child died or was seriously harmed. */
export const ABUSE_OR_NEGLECT = ['known', 'suspected', 'neither'] as const;
export const HARM = ['died', 'seriouslyHarmed', 'neither'] as const;
export interface Threshold {
  readonly abuseOrNeglect: (typeof ABUSE_OR_NEGLECT)[number];
  readonly harm: (typeof HARM)[number];
}
export const isMet = ({ abuseOrNeglect, harm }: Threshold): boolean =>
  abuseOrNeglect !== 'neither' && harm !== 'neither';

export const OUTCOMES = ['practiceReview', 'alternativeLearningReview', 'noFurtherReview'] as const;
export type ReviewOutcome = (typeof OUTCOMES)[number];

/** Forms of learning that are no practice review (C8); `other` is named in the rationale. */
export const LEARNING_REVIEWS = [
  'multiAgencyAudit',
  'learningEvent',
  'appreciativeInquiry',
  'singleAgencyReview',
  'thematicReview',
  'other',
] as const;
export type LearningReview = (typeof LEARNING_REVIEWS)[number];
