// The daily watch over the bank holidays: the official list is read, and the team told what there is to tell. It
// decides nothing; a list that cannot be read all morning is noted, and the next day tries again.

import { proxyActivities } from '@temporalio/workflow';
import type { CalendarActivities } from '../contracts/activities';

const reading = proxyActivities<CalendarActivities>({
  startToCloseTimeout: '30s',
  // Five attempts over some twenty minutes: the team's mail of that morning still knows.
  retry: { initialInterval: '30s', backoffCoefficient: 3, maximumInterval: '10m', maximumAttempts: 5 },
});
const untilDone = proxyActivities<CalendarActivities>({
  startToCloseTimeout: '2m',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '5m' },
});

export async function watchCalendarWorkflow(): Promise<void> {
  try {
    await reading.readHolidayFeed();
  } catch {
    await untilDone.noteHolidayFeedFailure();
  }
  await untilDone.briefOnCalendar();
}
