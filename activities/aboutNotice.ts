// What every log line about a mail says, so that it can be found from the request that led to it: which mail, of which case,
// called for by which command. Nothing of what it says, nor whom it goes to.

import type { CaseEvent } from '../domain/rapidReview/events';
import type { FoldedCase, NoticeRow } from '../records/records';

export interface AboutNotice {
  readonly notice: string;
  readonly reference: string;
  /** Absent where the clock called for it. */
  readonly commandId?: string;
}

/** The event that called for it. */
export const calledForBy = (
  { events }: Pick<FoldedCase, 'events'>,
  { event }: Pick<NoticeRow, 'event'>,
): CaseEvent | undefined => events[event - 1];

export const aboutNotice = (
  row: Pick<NoticeRow, 'key' | 'reference' | 'event'>,
  folded: Pick<FoldedCase, 'events'>,
): AboutNotice => {
  const { key, reference } = row;
  const commandId = calledForBy(folded, row)?.commandId ?? '';
  return { notice: key, reference, ...(commandId === '' ? {} : { commandId }) };
};
