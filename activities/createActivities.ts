// What the workflows ask of the outside world, put together from what the worker was given.

import type {
  Activities,
  CalendarActivities,
  CalendarChangeActivities,
  DiaryActivities,
} from '../contracts/activities';
import type { AnswerLinks } from '../platform/identity/answerLinks';
import type { Logger } from '../platform/logging/createLogger';
import type { MailTransport } from '../platform/mail/mailTransport';
import type { Records } from '../records/records';
import type { Clock } from './clock';
import type { MailSettings } from './mailOfNotice';
import { createBringCalendar, type BringingParts } from './bringCalendar';
import { createBriefOnCalendar, type BriefingParts } from './briefOnCalendar';
import { createFollowDiary, type FollowingParts } from './followDiary';
import { createReadHolidayFeed, type ReadingParts } from './readHolidayFeed';
import { createRecordEvents } from './recordEvents';
import type { AlsoInRounds } from './runningActivity';
import { createSendNotices } from './sendNotices';
import type { Watch } from './watch';

export interface ActivityParts {
  readonly records: Pick<Records, 'events' | 'cases' | 'notices' | 'agencies' | 'dossier'>;
  readonly mail: MailTransport;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly answerLinks: Pick<AnswerLinks, 'urlTo'>;
  readonly settings: MailSettings;
  readonly watch?: Watch;
}

export const createActivities = (parts: ActivityParts): Activities => ({
  recordEvents: createRecordEvents(parts),
  sendNotices: createSendNotices(parts),
});

export type CalendarParts = ReadingParts & BriefingParts;

export const createCalendarActivities = (parts: CalendarParts): CalendarActivities => ({
  ...createReadHolidayFeed(parts),
  briefOnCalendar: createBriefOnCalendar(parts),
});

export const createCalendarChangeActivities = (
  parts: BringingParts,
): Readonly<Record<keyof CalendarChangeActivities, AlsoInRounds>> => ({
  bringCalendar: createBringCalendar(parts),
});

export const createDiaryActivities = (
  parts: FollowingParts,
): Readonly<Record<keyof DiaryActivities, AlsoInRounds>> => ({
  followDiary: createFollowDiary(parts),
});
