// The part of a scoping request's key after the case reference.

import type { AgencyId } from '../../timetable/facts';

export const scopingRequestKey = (agency: AgencyId, round: number, sending: number): string =>
  `scopingRequest/${agency}/${round}.${sending}`;
