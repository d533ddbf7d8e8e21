// What every log line about a mail says, so that it can be found from the request that led to it: which mail, of which case,
// called for by which command. Nothing of what it says, nor whom it goes to.

import type { FoldedCase, NoticeRow } from '../records/records';

export interface AboutNotice {
  readonly notice: string;
  readonly reference: string;
  /** Absent where the clock called for it. */
  readonly commandId?: string;
}

export const aboutNotice = (
  { key, reference, event }: Pick<NoticeRow, 'key' | 'reference' | 'event'>,
  { events }: Pick<FoldedCase, 'events'>,
): AboutNotice => {
  const commandId = events[event - 1]?.commandId ?? '';
  return { notice: key, reference, ...(commandId === '' ? {} : { commandId }) };
};
