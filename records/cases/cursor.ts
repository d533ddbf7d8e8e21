// Where a page of the case list ended, as an opaque text: the place in the order, so that cases that come and go in
// between neither repeat nor hide others.

import { parseCivilDate, type CivilDate } from '../../domain/calendar/civilDate';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Cursor, ListOrder } from './caseProjections';

export class UnreadableCursor extends Error {
  override readonly name = 'UnreadableCursor';
  constructor() {
    super('the cursor is not one that a page of this list gave');
  }
}

export interface Place {
  readonly order: ListOrder;
  /** The day by which that order goes. */
  readonly listedUnder: CivilDate;
  readonly reference: CaseReference;
}

/** That of the usual order is written as it was before there was another: a list may be half read during an upgrade. */
const PREFIX: Readonly<Record<ListOrder, string>> = { headline: '', due: 'due/' };

export const writeCursor = ({ order, listedUnder, reference }: Place): Cursor =>
  Buffer.from(`${PREFIX[order]}${listedUnder}/${reference}`, 'utf8').toString('base64url') as Cursor;

const PLACE = /^(due\/)?(\d{4}-\d{2}-\d{2})\/([A-Za-z0-9-]{1,40})$/;

/** That of a page in the other order is a foreign one. */
export const readCursor = (cursor: Cursor, order: ListOrder): Place => {
  const parts = PLACE.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  if ((parts?.[1] ?? '') !== PREFIX[order]) throw new UnreadableCursor();
  const listedUnder = parseCivilDate(parts?.[2] ?? '');
  const reference = parts?.[3];
  if (listedUnder === undefined || reference === undefined) throw new UnreadableCursor();
  return { order, listedUnder, reference: reference as CaseReference };
};
