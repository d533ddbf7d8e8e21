// An accepted change of the calendar brought to every open case, however long a part is away. Which cases those are is asked
// from the records each time, so that running it once more is without harm.

import { proxyActivities } from '@temporalio/workflow';
import type { CalendarChangeActivities } from '../contracts/activities';

const untilAllFollow = proxyActivities<CalendarChangeActivities>({
  startToCloseTimeout: '6h',
  heartbeatTimeout: '15s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
});

export async function bringCalendarWorkflow(): Promise<void> {
  await untilAllFollow.bringCalendar();
}
