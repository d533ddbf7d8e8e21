// What the seats, the outcomes of a Rapid Review and the forms of learning review are called in a mail (R14, R16, C8).

import type { LearningReview, ReviewOutcome } from '../../../domain/policy/decisionTerms';
import { SEATS, type Seat } from '../../../domain/policy/policyProfile';
import type { ToldOutcome } from '../../../domain/rapidReview/noticeBodies';
import { sayList } from '../../../domain/timetable/explanation';

const SEAT_NAMES: Readonly<Record<Seat, string>> = {
  localAuthority: 'the local authority',
  police: 'the police',
  integratedCareBoard: 'the integrated care board',
};

export const saySeat = (seat: Seat): string => SEAT_NAMES[seat];

export const saySeats = (seats: readonly Seat[] = SEATS): string => sayList(seats.map(saySeat));

const OUTCOME_NAMES: Readonly<Record<ReviewOutcome, string>> = {
  practiceReview: 'a local child safeguarding practice review',
  alternativeLearningReview: 'an alternative learning review',
  noFurtherReview: 'no further review',
};

/** Of another form than these only its own name could tell, and that is free text. */
const FORMS: Readonly<Record<Exclude<LearningReview, 'other'>, string>> = {
  multiAgencyAudit: 'a multi-agency audit',
  learningEvent: 'a learning event',
  appreciativeInquiry: 'an appreciative inquiry',
  singleAgencyReview: 'a single-agency review',
  thematicReview: 'a thematic review',
};

export const sayOutcome = ({ outcome, learningReview }: ToldOutcome): string =>
  learningReview === undefined || learningReview === 'other'
    ? OUTCOME_NAMES[outcome]
    : `${OUTCOME_NAMES[outcome]}, ${FORMS[learningReview]}`;
