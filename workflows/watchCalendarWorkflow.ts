// The daily watch over the bank holidays: the official list is read, and the team told what there is to tell. It
// decides nothing; a list that cannot be read all morning is noted, and the next day tries again.

import { ActivityFailure, ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import { FEED_NOT_READ, type CalendarActivities } from '../contracts/activities';
import type { FeedFault } from '../domain/holidayLedger/reading';

const reading = proxyActivities<CalendarActivities>({
  startToCloseTimeout: '30s',
  // Five attempts over some twenty minutes: the team's mail of that morning still knows.
  retry: { initialInterval: '30s', backoffCoefficient: 3, maximumInterval: '10m', maximumAttempts: 5 },
});
const untilDone = proxyActivities<CalendarActivities>({
  startToCloseTimeout: '2m',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '5m' },
});

/** The worker that notes it may be another than the one that could not read. */
const faultOf = (error: unknown): FeedFault | undefined => {
  const cause = error instanceof ActivityFailure ? error.cause : undefined;
  return cause instanceof ApplicationFailure && cause.type === FEED_NOT_READ
    ? (cause.details?.[0] as FeedFault | undefined)
    : undefined;
};

export async function watchCalendarWorkflow(): Promise<void> {
  try {
    await reading.readHolidayFeed();
  } catch (error) {
    await untilDone.noteHolidayFeedFailure(faultOf(error));
  }
  await untilDone.briefOnCalendar();
}
