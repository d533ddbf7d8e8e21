// The key of a mail that more than one part of the engine must know by.

import type { AgencyId } from '../../timetable/facts';

/** `event` is the number of the `AgencyToldOfDates`. */
export const keyOfDatesMoved = (agency: AgencyId, event: number): string => `datesMoved/${agency}/${event}`;
