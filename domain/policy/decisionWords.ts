// What the seats, the outcomes and the forms of learning review are called wherever people read of them (R14, R16, C8). No
// rule rests on the words.

import type { LearningReview, ReviewOutcome } from './decisionTerms';
import type { Seat } from './policyProfile';

export const SEAT_WORDS: Readonly<Record<Seat, string>> = {
  localAuthority: 'the local authority',
  police: 'the police',
  integratedCareBoard: 'the integrated care board',
};

export const OUTCOME_WORDS: Readonly<Record<ReviewOutcome, string>> = {
  practiceReview: 'a local child safeguarding practice review',
  alternativeLearningReview: 'an alternative learning review',
  noFurtherReview: 'no further review',
};

export const LEARNING_REVIEW_WORDS: Readonly<Record<LearningReview, string>> = {
  multiAgencyAudit: 'a multi-agency audit',
  learningEvent: 'a learning event',
  appreciativeInquiry: 'an appreciative inquiry',
  singleAgencyReview: 'a single-agency review',
  thematicReview: 'a thematic review',
  other: 'another form',
};
