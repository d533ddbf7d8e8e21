// In the shape of an agency's part in a case the agency has no name: whose key it is is said here.

import { SOME_AGENCY } from '../../domain/calendarChange/shapes';
import type { AgencyId, ObligationKey } from '../../domain/timetable/facts';

export const ofAgency = (key: ObligationKey, agency: AgencyId): ObligationKey =>
  key.replace(SOME_AGENCY, agency) as ObligationKey;
