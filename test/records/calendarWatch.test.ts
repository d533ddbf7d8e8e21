// A morning's watch over the bank holidays on real records, with a real server for the list and the mails on paper:
// what is news is told once, what lasts again on Mondays, never on a day off, and a bad list changes nothing.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ApplicationFailure } from '@temporalio/common';
import { createCalendarActivities } from '../../activities/createActivities';
import type { CalendarActivities } from '../../contracts/activities';
import { civilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import type { FeedFault } from '../../domain/holidayLedger/reading';
import { workingCalendar } from '../../domain/calendar/workingCalendar';
import type { Records } from '../../records/records';
import { shippedGovUkList } from '../../platform/holidays/govUkList';
import type { MailOutcome, OutgoingMail } from '../../platform/mail/mailTransport';
import { london, Story } from '../unit/rapidReview/story';
import { accept, daysOf } from './acceptedChanges';
import { newReference, recordStory, recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

const official = shippedGovUkList().days;
const PROCLAIMED = { date: civilDate('2027-05-10'), title: 'Invented celebration' };

let under: RecordsUnderTest;
let server: Server;
let watch: CalendarActivities;
let days: readonly { date: string; title: string }[] = official;
let now: Instant;
let line: MailOutcome['line'] = 'held';
let mails: OutgoingMail[] = [];

beforeAll(async () => {
  under = await recordsUnderTest();
  server = createServer((_, response) => {
    response.end(JSON.stringify({ 'england-and-wales': { division: 'england-and-wales', events: days } }));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  watch = activitiesOver(under.records);
});
afterAll(async () => {
  server.close();
  await under.close();
});

const activitiesOver = (records: Records): CalendarActivities =>
  createCalendarActivities({
    records,
    mail: {
      send: (mail) => {
        // Lines are folded for reading; here it is about what they say.
        mails.push({ ...mail, text: mail.text.replace(/\s+/g, ' ') });
        const all = mail.to.map(({ contact }) => contact);
        const held = line === 'held';
        return Promise.resolve({
          line,
          accepted: held ? all : [],
          refused: [],
          postponed: held ? [] : all,
        });
      },
    },
    settings: {
      teamMailbox: 'team@partnership.example',
      partnershipName: 'Example Partnership',
      publicUrl: 'http://127.0.0.1:3000',
    },
    feedUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    clock: () => now,
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    pause: () => Promise.resolve(),
  });

/** The mails of that morning. */
const morning = async (day: string): Promise<readonly OutgoingMail[]> => {
  now = london(`${day} 08:15`);
  mails = [];
  await watch
    .readHolidayFeed()
    .catch((error: unknown) =>
      watch.noteHolidayFeedFailure((error as ApplicationFailure).details?.[0] as FeedFault),
    );
  await watch.briefOnCalendar();
  return mails;
};

test('a week in the life of the list', async () => {
  // Tuesday: nothing new, nothing to tell.
  expect(await morning('2026-11-24')).toEqual([]);

  // Wednesday: a day is proclaimed; told once, to the team, and never again.
  days = [...official, PROCLAIMED];
  const [mail, ...more] = await morning('2026-11-25');
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ key: 'calendarBriefing/2026-11-25', repeated: false });
  expect(mail?.subject).toBe('Bank holidays: Invented celebration, Monday 10 May 2027');
  expect(mail?.text).toContain('on the official list of GOV.UK');
  await watch.briefOnCalendar();
  expect(mails).toHaveLength(1);
  expect(await morning('2026-11-26')).toEqual([]);
  expect((await under.records.holidays.snapshot(now)).holidays).toContainEqual({
    ...PROCLAIMED,
    source: 'govUk',
    knownSince: '2026-11-25',
  });

  // Friday: it is gone from the list again. It still counts, and a person is asked to settle it.
  days = official;
  const [missing] = await morning('2026-11-27');
  expect(missing?.text).toMatch(
    /Monday 10 May 2027: Invented celebration counts here, but is not on the\s+list of GOV.UK/,
  );

  // The weekend is not a working day.
  days = [];
  expect(await morning('2026-11-28')).toEqual([]);
  expect(await morning('2026-11-29')).toEqual([]);

  // Monday: what lasts is told again, and the empty list since Saturday.
  const [monday] = await morning('2026-11-30');
  expect(monday?.text).toContain('Monday 10 May 2027');
  expect(monday?.text).toMatch(/The list was empty.\s+It has been so since\s+Saturday 28 November 2026/);

  // Tuesday: still so, and told yesterday.
  expect(await morning('2026-12-01')).toEqual([]);
});

test('the end of the calendar is told from sixty days before, and on Mondays', async () => {
  days = official;
  expect((await morning('2028-11-01')).at(0)?.text ?? '').not.toContain('near its end');
  const [mail] = await morning('2028-11-02');
  expect(mail?.text).toMatch(/official list of bank holidays is known to\s+Sunday 31 December 2028/);
  expect(await morning('2028-11-03')).toEqual([]);
  expect((await morning('2028-11-06')).at(0)?.text).toContain('near its end');
});

describe('a mail server in trouble loses nothing', () => {
  /** Each attempt with the next line; answers what each mail said of being the second. */
  const attempts = async (day: string, ...lines: readonly MailOutcome['line'][]) => {
    const repeated: (boolean | undefined)[] = [];
    for (line of lines) {
      if (line === 'held') await morning(day);
      else await expect(morning(day)).rejects.toMatchObject({ type: 'MailServerAway' });
      repeated.push(mails[0]?.repeated);
    }
    expect(mails[0]?.key).toBe(`calendarBriefing/${day}`);
    return repeated;
  };

  test('and where nothing was sent, the next attempt does not say that it may be the second', async () => {
    days = [...official, PROCLAIMED, { date: '2028-11-27', title: 'Another celebration' }];
    expect(await attempts('2028-11-08', 'away', 'away', 'held')).toEqual([false, false, false]);
    expect(mails[0]?.text).toContain('Another celebration');
    expect(mails[0]?.text).not.toContain('You may have received this already');
    await watch.briefOnCalendar();
    expect(mails).toHaveLength(1);
  });

  test('and once the connection has broken, every next attempt says that it may be the second', async () => {
    days = [...days, { date: '2028-11-28', title: 'One more celebration' }];
    const repeated = await attempts('2028-11-09', 'lost', 'away', 'held');
    expect(repeated).toEqual([false, true, true]);
    expect(mails[0]?.text).toContain('You may have received this already');
  });
});

test('open cases of which a date moves are told of until the change is accepted for them (R9)', async () => {
  days = [...official, PROCLAIMED, { date: '2028-11-27', title: 'Another celebration' }];
  now = london('2028-11-09 08:00');
  const before = await under.records.holidays.snapshot(now);
  const reference = newReference();
  const story = new Story(workingCalendar(before)).opened('2028-11-09 09:00', { reference });
  await recordStory(under.records, reference, story);
  days = [...days, { date: '2028-11-20', title: 'A third celebration' }];
  const [mail] = await morning('2028-11-10');
  expect(mail?.text).toContain('One open case has a date that moves');
  await accept(under.records, daysOf([]));
  const after = await under.records.holidays.snapshot(now);
  await recordStory(under.records, reference, story.adopt(workingCalendar(after), 1));
  expect((await morning('2028-11-13')).at(0)?.text ?? '').not.toContain('Open cases wait');
});

describe('what became of the mail', () => {
  const briefings = () => under.records.calendarBriefings;

  test('that it was accepted stands, whatever a slower attempt has heard', async () => {
    const day = civilDate('2027-01-04');
    await briefings().begin(day, ['item'], london('2027-01-04 08:15'));
    await briefings().end(day, 'accepted', london('2027-01-04 08:16'));
    await briefings().end(day, 'refused', london('2027-01-04 08:17'));
    expect([...(await briefings().told())]).toContain('item');
  });

  test('is noted once the database is back, and the mail goes once', async () => {
    let away = 2;
    const end: ReturnType<typeof briefings>['end'] = (...said) =>
      (away -= 1) >= 0 ? Promise.reject(new Error('it fails over')) : briefings().end(...said);
    const { records } = under;
    const failingOver = activitiesOver({
      ...records,
      calendarBriefings: { ...records.calendarBriefings, end },
    });
    days = [...official, PROCLAIMED];
    now = london('2026-12-02 08:15');
    mails = [];
    await failingOver.readHolidayFeed();
    await failingOver.briefOnCalendar();
    await failingOver.briefOnCalendar();
    expect(away).toBe(-1);
    expect(mails).toHaveLength(1);
  });
});
