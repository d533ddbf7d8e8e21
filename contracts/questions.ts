// What is asked of a case without telling it anything: an update that the case always refuses, with the answer in its refusal. It
// leaves no trace in the history, and unlike a query it never runs a case ahead of its history (docs/adr/0033).

import { ApplicationFailure, type UpdateDefinition } from '@temporalio/common';
import { defineUpdate } from '@temporalio/workflow';
import type { CalendarSnapshot } from '../domain/calendar/calendarSnapshot';
import type { ProfileId } from '../domain/policy/profiles';
import type { CaseEvent } from '../domain/rapidReview/events';
import type { Timetable } from '../domain/timetable/timetable';

/** `A` is what it is answered with. */
export interface Question<A> extends UpdateDefinition<never> {
  readonly answer?: A;
}

/** The type of the refusal that is an answer. */
const ANSWER = 'Answer';

/** Thrown by the case. */
export const answered = (answer: unknown): ApplicationFailure =>
  ApplicationFailure.nonRetryable('answered', ANSWER, answer);

/** Throws whatever went wrong on the way to the case or back. */
export const ask = async <A>(
  asked: { executeUpdate(question: Question<A>): Promise<unknown> },
  question: Question<A>,
): Promise<A> => {
  try {
    await asked.executeUpdate(question);
  } catch (error) {
    const cause: unknown = error instanceof Error ? error.cause : undefined;
    if (cause instanceof ApplicationFailure && cause.type === ANSWER) return cause.details?.[0] as A;
    throw error;
  }
  throw new Error(`the case has accepted the question ${question.name}, which it was to answer`);
};

/** What the case shows to anyone who cannot wait for the records: its timetable, and at which version. */
export interface TimetableNow {
  readonly version: number;
  readonly timetable: Timetable;
  /** What it is counted with, and under. */
  readonly calendar: CalendarSnapshot['version'];
  readonly profile: ProfileId;
}

/** Nothing of a case that is not open yet. */
export const timetableNow: Question<TimetableNow | undefined> = defineUpdate<never>('timetableNow');

/** The events that an asker was to record, as far as the case knows. */
export const leftToAsker: Question<readonly CaseEvent[]> = defineUpdate<never>('leftToAsker');
