// A calendar snapshot from the days that stand: the clock changes in the span, and a version that is a hash of the
// content. Which holidays there are is decided by the ledger (`domain/holidayLedger`), not here.

import { createHash } from 'node:crypto';
import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import { DAY } from '../../domain/calendar/instant';
import type { Standing } from '../../domain/holidayLedger/standing';
import { londonOffsets } from './londonOffsets';

export const snapshotOf = ({ covers, confirmedTo, holidays }: Standing): CalendarSnapshot => {
  const content = {
    division: 'england-and-wales' as const,
    covers,
    confirmedTo,
    holidays: holidays.map(({ date, title, source, knownSince }) => ({ date, title, source, knownSince })),
    londonOffsets: londonOffsets(Date.parse(covers.from) - DAY, Date.parse(covers.to) + 2 * DAY),
  };
  const version = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
  return { ...content, version };
};
