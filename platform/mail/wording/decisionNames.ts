// What the seats, the outcomes of a Rapid Review and the forms of learning review are called in a mail (R14, R16, C8).

import { LEARNING_REVIEW_WORDS, OUTCOME_WORDS, SEAT_WORDS } from '../../../domain/policy/decisionWords';
import { SEATS, type Seat } from '../../../domain/policy/policyProfile';
import type { ToldOutcome } from '../../../domain/rapidReview/noticeBodies';
import { sayList } from '../../../domain/timetable/explanation';

export const saySeat = (seat: Seat): string => SEAT_WORDS[seat];

export const saySeats = (seats: readonly Seat[] = SEATS): string => sayList(seats.map(saySeat));

/** Another form than those that have a name could only tell itself, and that is free text. */
export const sayOutcome = ({ outcome, learningReview }: ToldOutcome): string =>
  learningReview === undefined || learningReview === 'other'
    ? OUTCOME_WORDS[outcome]
    : `${OUTCOME_WORDS[outcome]}, ${LEARNING_REVIEW_WORDS[learningReview]}`;
