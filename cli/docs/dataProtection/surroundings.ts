// What is held around the database, for docs/data-protection.md: in Temporal, in the logs, in the settings; and the times
// that the program itself keeps to.

import type {
  Activities,
  CalendarActivities,
  CalendarChangeActivities,
  DiaryActivities,
} from '../../../contracts/activities';
import {
  BRING_CALENDAR_WORKFLOW,
  bringCalendarId,
  CALENDAR_WATCH,
  FOLLOW_DIARY_WORKFLOW,
  followDiaryId,
  RAPID_REVIEW_WORKFLOW,
  WATCH_CALENDAR_WORKFLOW,
  workflowIdOf,
} from '../../../contracts/workflowIds';
import { COMMAND_KINDS } from '../../../domain/rapidReview/commands';
import type { CaseReference } from '../../../domain/rapidReview/references';
import { WITHHELD_FIELDS } from '../../../platform/logging/withheld';
import type { SettingName } from '../../../platform/settings/settingsTable';
import { KEEP_DAYS } from '../../../platform/temporal/registerNamespace';
import { OPENING_PENDING_DAYS, PENDING_HOURS } from '../../../records/dossier/dossier';
import { DAYS_IN_FORCE } from '../../token/demoTokens';
import { GOOD_DAYS } from '../../token/tokenCommand';
import { code, table } from '../markdown';

const AFTER_ITS_END = `${KEEP_DAYS} days after the run has ended (\`npm run namespace -- --keep\` sets it for a new namespace)`;

type Activity = keyof (Activities & CalendarActivities & DiaryActivities & CalendarChangeActivities);
const ACTIVITIES: Readonly<Record<Activity, string>> = {
  recordEvents: 'events and mails of a case: codes, dates, rows of the dossier',
  sendNotices: 'the reference; what became of each mail, by contact as a code',
  readHolidayFeed: 'nothing of a case',
  noteHolidayFeedFailure: 'nothing of a case',
  briefOnCalendar: 'nothing of a case',
  followDiary: 'nothing of a case; a failure counts the cases',
  bringCalendar: 'nothing of a case; a failure counts the cases',
};

export const temporalSection = (): readonly string[] => [
  'Clear, because Temporal must find by it: ids, types and times. Encrypted under `CODEC_KEYS`: everything else, failures included.',
  ...table(
    ['workflow', 'id, in the clear', 'what its history holds, encrypted', 'how long'],
    [
      [
        code(RAPID_REVIEW_WORKFLOW),
        code(workflowIdOf('RR-2026-0007' as CaseReference)),
        `the acts of the case (${COMMAND_KINDS.length} kinds, each under its own name), its events and its calendar`,
        `as long as the case is in the records: it waits on after the end (ADR 14). Earlier runs of it: ${AFTER_ITS_END}`,
      ],
      [code(WATCH_CALENDAR_WORKFLOW), code(`${CALENDAR_WATCH}-…`), 'nothing of a case', AFTER_ITS_END],
      [
        code(FOLLOW_DIARY_WORKFLOW),
        code(followDiaryId('SG-0004', 2)),
        'nothing of a case; a failure counts the cases',
        AFTER_ITS_END,
      ],
      [
        code(BRING_CALENDAR_WORKFLOW),
        code(bringCalendarId(3)),
        'nothing of a case; a failure counts the cases',
        AFTER_ITS_END,
      ],
    ],
  ),
  ...table(
    ['activity', 'what it carries, encrypted'],
    Object.entries(ACTIVITIES).map(([name, carries]) => [code(name), carries]),
  ),
];

export const logsSection = (): readonly string[] => [
  'A log line may hold ids, codes, counts and times. Whoever logs them and however deep they lie, fields of these names are withheld:',
  '',
  `${[...WITHHELD_FIELDS].map(code).join(', ')}.`,
  '',
  'Over each finished line mail addresses, tokens and passwords in addresses are blotted out as well.',
];

const SETTINGS: Readonly<Record<SettingName, 'secret' | 'whoIsMailed' | 'nothing'>> = {
  NODE_ENV: 'nothing',
  DATABASE_URL: 'secret',
  POSTGRES_PORT: 'nothing',
  TEMPORAL_ADDRESS: 'nothing',
  TEMPORAL_NAMESPACE: 'nothing',
  TEMPORAL_TASK_QUEUE: 'nothing',
  TEMPORAL_PORT: 'nothing',
  TEMPORAL_UI_PORT: 'nothing',
  API_HOST: 'nothing',
  API_PORT: 'nothing',
  API_REQUESTS_PER_MINUTE: 'nothing',
  TRUSTED_PROXIES: 'nothing',
  PRIVACY_NOTICE_URL: 'nothing',
  ACCESSIBILITY_STATEMENT_URL: 'nothing',
  PUBLIC_URL: 'nothing',
  SMTP_URL: 'secret',
  MAIL_FROM: 'whoIsMailed',
  MAIL_DOMAIN: 'nothing',
  TEAM_MAILBOX: 'whoIsMailed',
  MEETING_MINUTES: 'nothing',
  PANEL_MAILBOX: 'whoIsMailed',
  ON_CALL_MAILBOXES: 'whoIsMailed',
  PARTNERSHIP_NAME: 'nothing',
  HOLIDAY_FEED_URL: 'nothing',
  LOG_LEVEL: 'nothing',
  METRICS_HOST: 'nothing',
  API_METRICS_PORT: 'nothing',
  WORKER_METRICS_PORT: 'nothing',
  SDK_METRICS_PORT: 'nothing',
  DATA_DIR: 'nothing',
  CODEC_KEYS: 'secret',
  MASTER_KEYS: 'secret',
  MAILBOX_PORT: 'nothing',
  MAILBOX_SMTP_PORT: 'nothing',
};

const settingsThat = (are: 'secret' | 'whoIsMailed' | 'nothing'): string =>
  Object.entries(SETTINGS)
    .filter(([, said]) => said === are)
    .map(([name]) => code(name))
    .join(', ');

export const settingsSection = (): readonly string[] =>
  table(
    ['settings', 'what they hold'],
    [
      [settingsThat('secret'), 'secrets: a file each, never logged, never shown in an error'],
      [settingsThat('whoIsMailed'), 'mail addresses, of people where the partnership gives such'],
      [settingsThat('nothing'), 'nothing of anybody'],
    ],
  );

export const timesSection = (): readonly string[] =>
  table(
    ['what', 'how long', 'what ends it'],
    [
      [
        'a text that became part of no case',
        `${PENDING_HOURS} hours; of an opening ${OPENING_PENDING_DAYS} days`,
        'the worker sweeps the dossier every hour',
      ],
      ['a token', `${GOOD_DAYS} days unless told otherwise`, 'its date; `npm run token -- --revoke` sooner'],
      [
        'a demonstration token',
        `${DAYS_IN_FORCE} days; only \`npm start\` and \`npm run stack\` make one`,
        'its date, or their next start',
      ],
      ['the history of a run in Temporal', AFTER_ITS_END, 'Temporal'],
      [
        'the particulars of a case',
        'no time is set',
        '`npm run keys -- destroy`, once it is over; not under a legal hold (R25)',
      ],
      ['everything else', 'no time is set', 'nothing in the engine'],
    ],
  );
