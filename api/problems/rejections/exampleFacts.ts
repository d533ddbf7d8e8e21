// Invented facts that the examples of refusals share, so that they tell of one and the same case.

import { civilDate } from '../../../domain/calendar/civilDate';
import { parseInstant, type Instant } from '../../../domain/calendar/instant';
import type { CaseReference } from '../../../domain/rapidReview/state';
import type { AgencyId, ContactId } from '../../../domain/timetable/facts';

export const moment = (text: string): Instant => {
  const at = parseInstant(text);
  if (at === undefined) throw new RangeError(`${text} is not a moment`);
  return at;
};
export const day = civilDate;

export const AGENCY = 'AG-0003' as AgencyId;
export const CONTACT = 'AG-0003-C1' as ContactId;
export const OTHER_CASE = 'RR-2026-0004' as CaseReference;
export const THIS_CASE = 'RR-2026-0007' as CaseReference;
