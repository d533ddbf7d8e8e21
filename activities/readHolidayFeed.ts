// Reads the official list of bank holidays and merges it into the ledger. Whether it is believed is the domain's to
// say; what could not be read is tried again by whoever asked, and noted when that was in vain.

import { ApplicationFailure } from '@temporalio/common';
import { FEED_NOT_READ, type CalendarActivities } from '../contracts/activities';
import type { FeedFault } from '../domain/holidayLedger/reading';
import { readGovUkFeed, type FeedLimits } from '../platform/holidays/govUkFeed';
import type { Logger } from '../platform/logging/createLogger';
import type { Records } from '../records/records';
import type { Clock } from './clock';
import { failingPlainly } from './plainFailure';
import type { Watch } from './watch';

export interface ReadingParts {
  readonly records: { readonly holidays: Records['holidays'] };
  /** `none` where no network is. */
  readonly feedUrl: string;
  readonly limits?: FeedLimits;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
  readonly watch?: Pick<Watch, 'listRead'>;
}

const NAME = 'gov.uk';

export const createReadHolidayFeed = (
  parts: ReadingParts,
): Pick<CalendarActivities, 'readHolidayFeed' | 'noteHolidayFeedFailure'> => {
  const { records, feedUrl, limits, clock, logger, watch } = parts;
  return {
    readHolidayFeed: failingPlainly('readHolidayFeed', parts, async () => {
      if (feedUrl === 'none') return { outcome: 'notConfigured' as const };
      const read = await readGovUkFeed(feedUrl, limits);
      if ('fault' in read) {
        watch?.listRead('unread');
        logger.warn({ fault: read.fault }, 'the official list of bank holidays could not be read');
        throw ApplicationFailure.create({
          type: FEED_NOT_READ,
          message: `not read: ${read.fault}`,
          details: [read],
        });
      }
      await records.holidays.takeShippedLists(await clock());
      const row = await records.holidays.takeReading({ name: NAME, reading: read, at: await clock() });
      watch?.listRead(row.outcome);
      if (row.outcome === 'refused') {
        logger.warn({ reading: row.number, fault: row.fault?.fault }, 'the official list was not believed');
      } else if (row.added.length > 0) {
        logger.info({ reading: row.number, added: row.added }, 'the official list has new bank holidays');
      }
      return { outcome: row.outcome };
    }),
    noteHolidayFeedFailure: failingPlainly('noteHolidayFeedFailure', parts, async (fault?: FeedFault) => {
      // Decided here and not by the workflow: a run that began before asks for it either way.
      if (fault === undefined) return;
      await records.holidays.noteFailure({ name: NAME, source: 'govUk', at: await clock(), fault });
    }),
  };
};
