// The names by which api, worker and workflows find each other: opaque references, never a person.

import type { Asked } from '../domain/rapidReview/asked';
import type { CaseReference } from '../domain/rapidReview/state';

export const RAPID_REVIEW_WORKFLOW = 'rapidReviewWorkflow';

export const WATCH_CALENDAR_WORKFLOW = 'watchCalendarWorkflow';
/** The schedule, and the start of its runs' ids. */
export const CALENDAR_WATCH = 'calendar-watch';

export const FOLLOW_DIARY_WORKFLOW = 'followDiaryWorkflow';
/** One for each change of a date of the sub-group's diary. */
export const followDiaryId = (date: string, version: number): string => `follow-diary/${date}/${version}`;

export const BRING_CALENDAR_WORKFLOW = 'bringCalendarWorkflow';
/** One for each change of the calendar. */
export const bringCalendarId = (change: number): string => `bring-calendar/${change}`;

/** Search attributes and memo are not used: they are not encrypted, and lists come from the records. */
export const workflowIdOf = (reference: CaseReference): string => `rapid-review/${reference}`;

/**
 * Of an act: the same for each repeat of a request, which has the effect of one. What was refused is asked again with a new moment: Temporal keeps
 * the answer to an update that its case accepted, and refused by what came with it (docs/adr/0035).
 */
export const updateIdOf = ({ commandId, askedAt }: Pick<Asked, 'commandId' | 'askedAt'>): string =>
  `${commandId}/${askedAt}`;
