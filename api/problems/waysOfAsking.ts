// Where an agency is asked, as refusals and warnings tell people: by mail from here, again, or another way that is recorded.

import type { AgencyId } from '../../domain/timetable/facts';

export const SEND_IT = 'POST /cases/{reference}/scoping-requests';

export const sendAgain = (whom = 'the agency'): string => `${SEND_IT}, ${whom} named in "agencies"`;

export const recordOtherWay = (agency: AgencyId): string => `${SEND_IT}/${agency}/sent-another-way`;

/** The two ways of asking an agency. */
export const askIt = (agency: AgencyId): string =>
  `send it (${SEND_IT}), or record that it went another way (${recordOtherWay(agency)}).`;
