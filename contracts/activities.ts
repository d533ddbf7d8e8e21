// What the workflows ask of the outside world. Each is idempotent by keys derived from the case.

import type { FeedFault } from '../domain/holidayLedger/reading';
import type { CaseEvent } from '../domain/rapidReview/events';
import type { Notice } from '../domain/rapidReview/notices';
import type { MailReport } from '../domain/rapidReview/mailReport';
import type { CaseReference } from '../domain/rapidReview/state';

export interface RecordEventsInput {
  readonly reference: CaseReference;
  /** In order, without a gap. Numbers already recorded with the same body are passed over. */
  readonly events: readonly CaseEvent[];
  readonly notices: readonly Notice[];
}

export interface SendNoticesInput {
  readonly reference: CaseReference;
}

export interface SendNoticesOutput {
  /** Told again until an event of the case says that it knows. */
  readonly reports: readonly MailReport[];
  /** How many mails of the case are still to be tried. */
  readonly waiting: number;
}

export interface Activities {
  /** Commits events and the notices they call for, together. */
  recordEvents(input: RecordEventsInput): Promise<void>;
  /** One attempt for each recorded and unsent mail of the case. */
  sendNotices(input: SendNoticesInput): Promise<SendNoticesOutput>;
}

/** What the daily watch over the bank holidays asks for. */
export interface CalendarActivities {
  /**
   * Reads the official list and merges it into the ledger. A list that is not believed is a result; one that could not
   * be read is a failure of type `FEED_NOT_READ`, with the fault as its detail, to be tried again.
   */
  readHolidayFeed(): Promise<{ readonly outcome: 'taken' | 'refused' | 'notConfigured' }>;
  /**
   * Every attempt of the day failed, the last one with that fault: the ledger shows it. Without one the failure was our own,
   * and nothing is noted of the list.
   */
  noteHolidayFeedFailure(fault?: FeedFault): Promise<void>;
  /** Tells the team what there is to tell about the calendar, on working days, once a day. */
  briefOnCalendar(): Promise<void>;
}

/** What a change of the sub-group's diary asks for. */
export interface DiaryActivities {
  /** Brings every case that is behind the diary up to it. A case that could not be reached is a failure. */
  followDiary(): Promise<void>;
}

/** What an accepted change of the calendar asks for. */
export interface CalendarChangeActivities {
  /** Brings every open case that is behind the last change to it. A case that does not answer is a failure. */
  bringCalendar(): Promise<void>;
}

type AnyActivity = keyof (Activities & CalendarActivities & DiaryActivities & CalendarChangeActivities);
const NAMES: Readonly<Record<AnyActivity, true>> = {
  recordEvents: true,
  sendNotices: true,
  readHolidayFeed: true,
  noteHolidayFeedFailure: true,
  briefOnCalendar: true,
  followDiary: true,
  bringCalendar: true,
};
/** Every one, for those who count them. */
export const ACTIVITY_NAMES: readonly string[] = Object.keys(NAMES);

/** The failure type of a list that could not be read. */
export const FEED_NOT_READ = 'FeedNotRead';

/** The failure type of an activity whose records hold other events than the case: no retry will mend it. */
export const HISTORY_DIVERGED = 'HistoryDiverged';
