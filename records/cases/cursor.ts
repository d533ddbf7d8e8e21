// Where a page of the case list ended, as an opaque text: the place in the order, so that cases that come and go in
// between neither repeat nor hide others.

import { parseCivilDate, type CivilDate } from '../../domain/calendar/civilDate';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Cursor } from './caseProjections';

export class UnreadableCursor extends Error {
  override readonly name = 'UnreadableCursor';
  constructor() {
    super('the cursor is not one that a page of this list gave');
  }
}

export interface Place {
  readonly listedUnder: CivilDate;
  readonly reference: CaseReference;
}

export const writeCursor = ({ listedUnder, reference }: Place): Cursor =>
  Buffer.from(`${listedUnder}/${reference}`, 'utf8').toString('base64url') as Cursor;

const PLACE = /^(\d{4}-\d{2}-\d{2})\/([A-Za-z0-9-]{1,40})$/;

export const readCursor = (cursor: Cursor): Place => {
  const parts = PLACE.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  const listedUnder = parseCivilDate(parts?.[1] ?? '');
  const reference = parts?.[2];
  if (listedUnder === undefined || reference === undefined) throw new UnreadableCursor();
  return { listedUnder, reference: reference as CaseReference };
};
