// Records that fail while the calendar is looked after: Temporal keeps what it is told in a workflow's history, and is told of no
// data.

import { expect, test } from '@jest/globals';
import { createCalendarActivities, type CalendarParts } from '../../../activities/createActivities';
import { instant } from '../../../domain/calendar/instant';
import { shippedGovUkList } from '../../../platform/holidays/govUkList';

const SAID = 'the password of the database is secret';
const failing = () => Promise.reject(new TypeError(SAID));
const list = {
  'england-and-wales': { division: 'england-and-wales', events: shippedGovUkList().days },
};

const logged: unknown[] = [];
const log = (...line: unknown[]) => void logged.push(line);
const activities = createCalendarActivities({
  records: { holidays: { snapshot: failing, takeShippedLists: failing, noteFailure: failing } },
  feedUrl: `data:application/json,${encodeURIComponent(JSON.stringify(list))}`,
  clock: () => instant(0),
  logger: { info: log, warn: log, error: log },
} as unknown as CalendarParts);

const asked = {
  briefOnCalendar: () => activities.briefOnCalendar(),
  readHolidayFeed: () => activities.readHolidayFeed(),
  noteHolidayFeedFailure: () => activities.noteHolidayFeedFailure({ fault: 'unreachable' }),
};

test.each(Object.entries(asked))(
  '%s tells Temporal the type of a failure and not what it says, and the log where it arose',
  async (activity, ask) => {
    const failure: unknown = await ask().catch((error: unknown) => error);
    expect(failure).toMatchObject({ message: `${activity} failed: TypeError`, type: 'TypeError' });
    expect(failure).not.toHaveProperty('cause', expect.any(Error));
    expect(logged.at(-1)).toEqual([{ err: expect.any(TypeError) }, `${activity} failed`]);
  },
);

test('a failure that is our own is noted of nobody: GOV.UK may have been there all morning', async () => {
  await expect(activities.noteHolidayFeedFailure()).resolves.toBeUndefined();
});
