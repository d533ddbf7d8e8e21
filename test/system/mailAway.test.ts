// The mail server away for a simulated day, with everything else real but the passing of time: deadlines and misses are
// recorded at their times, mails go later and each once, and a reminder whose day has passed is told to the team.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StoredMail } from '../../cli/mailbox/mailStore';
import type { CivilDate } from '../../domain/calendar/civilDate';
import { MINUTE, type Instant } from '../../domain/calendar/instant';
import { addWorkingDays, workingCalendar } from '../../domain/calendar/workingCalendar';
import { ofKinds, type CaseEvent, type EventKind, type EventOf } from '../../domain/rapidReview/events';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { messageIdOf } from '../../platform/mail/mailTransport';
import type { NoticeRow } from '../../records/records';
import { startTimeSkipping, type TimeSkipping } from '../temporal/timeSkipping';
import { WorkflowCase } from '../workflow/case';
import { londonAt, nextMonday } from '../workflow/londonWeek';
import { MAIL_DOMAIN, Office, type KnownAgency } from './mailAway/office';

const snapshot = shippedSnapshot();
const calendar = workingCalendar(snapshot);

let time: TimeSkipping;
let office: Office;
let monday: CivilDate;
let asked: KnownAgency;
let askedMeanwhile: KnownAgency;
let events: readonly CaseEvent[];
let notices: readonly NoticeRow[];
let mails: readonly StoredMail[];
/** Mails that had come when the mail server came back. */
let mailsBefore = 0;

/** An hour of the nth working day. */
const at = (day: number, hour: number, minute = 0): Instant =>
  londonAt(calendar, addWorkingDays(calendar, monday, day), hour, minute);

const tell = async (): Promise<void> => {
  const worker = await time.worker(office.activities);
  const one = new WorkflowCase(time, worker.options.taskQueue, snapshot);
  await worker.runUntil(async () => {
    await time.skipTo(at(0, 10));
    await one.open(await time.now(), { agencies: [asked.agency, askedMeanwhile.agency] });
    await time.skipTo(at(1, 11));
    await one.act({ kind: 'sendScopingRequests', agencies: [asked] });
    await time.skipTo(at(3, 18));
    mailsBefore = (await office.mailbox.mails()).length;
    await office.mailAway();
    await time.skipTo(at(4, 10));
    await one.act({ kind: 'sendScopingRequests', agencies: [askedMeanwhile] });
    await time.skipTo(at(4, 18));
    await office.mailBack();
    await time.skipTo(at(5, 12));
  });
  const { records } = office.under;
  [events, notices, mails] = [
    await records.events.ofCase(one.reference),
    await records.notices.ofCase(one.reference),
    (await office.mailbox.mails()).toReversed(),
  ];
};

beforeAll(async () => {
  time = await startTimeSkipping();
  office = await Office.open(() => time.now());
  monday = nextMonday(calendar, await time.now());
  asked = await office.addAgency('Larkspur');
  askedMeanwhile = await office.addAgency('Brookfield');
  await tell();
}, 240_000);
afterAll(async () => {
  await time.stop();
  await office.close();
}, 60_000);

const all = <K extends EventKind>(kind: K): readonly EventOf<K>[] => events.filter(ofKinds([kind]));

const noticeOf = (part: string): NoticeRow => {
  const found = notices.filter(({ key }) => key.includes(`/${part}`));
  expect([part, found.length]).toEqual([part, 1]);
  return found[0] as NoticeRow;
};

const dayOf = (day: number): CivilDate => addWorkingDays(calendar, monday, day);

describe('the mail server away for a day', () => {
  it('delays no deadline and no miss', () => {
    const misses = all('ObligationMissed').map(({ at: recordedAt, body }) => ({
      key: body.key,
      due: body.due,
      late: recordedAt - londonAt(calendar, body.due, 24) < MINUTE ? 'no' : recordedAt,
    }));
    expect(misses).toEqual([
      { key: `scopingDispatch:${askedMeanwhile.agency}`, due: dayOf(2), late: 'no' },
      // Noticed at midnight, six hours after the mail server had gone.
      { key: `recordsSecured:${asked.agency}`, due: dayOf(3), late: 'no' },
    ]);
    expect(events.map(({ number }) => number)).toEqual(events.map((_, index) => index + 1));
  });

  it('sends later what was asked for meanwhile, and counts from the day it went', () => {
    const { acceptedAt, unknownAttempts } = noticeOf(`scopingRequest/${askedMeanwhile.agency}`);
    expect(acceptedAt).toBeGreaterThanOrEqual(at(4, 18));
    expect(acceptedAt).toBeLessThan(at(4, 19));
    expect(unknownAttempts).toBe(0);
    const sent = all('ScopingRequestSent').map(({ body }) => [body.agency, body.on]);
    expect(sent).toEqual([
      [asked.agency, dayOf(1)],
      [askedMeanwhile.agency, dayOf(4)],
    ]);
    expect(noticeOf(`teamBriefing/${dayOf(4)}`).acceptedAt).toBeGreaterThanOrEqual(at(4, 18));
    expect(mails.length).toBeGreaterThan(mailsBefore);
  });

  it('lets the reminder of that day lapse, and tells the team the next morning', () => {
    const reminder = noticeOf(`agencyReminder/${asked.agency}/2`);
    expect(reminder).toMatchObject({ outcome: 'lapsed', lastError: 'ELATE', unknownAttempts: 0 });
    // It was tried for as long as its day lasted.
    expect(reminder.attempts).toBeGreaterThan(10);
    const [failed, ...others] = all('NoticeFailed');
    expect(others).toEqual([]);
    expect(failed?.body).toEqual({ notice: reminder.key, agency: asked.agency, outcome: 'lapsed' });
    expect(failed?.at).toBeGreaterThanOrEqual(at(4, 16, 30));
    expect(failed?.at).toBeLessThan(at(4, 17, 30));
    const briefed = all('TeamBriefed').find(({ body }) => body.on === dayOf(5));
    expect(briefed?.body.items).toContainEqual({
      about: 'mailFailed',
      notice: reminder.key,
      agency: asked.agency,
    });
    const mail = mails.find(({ messageId }) => messageId === messageIdOf(briefing().key, MAIL_DOMAIN));
    expect(mail?.text).toContain('Larkspur');
  });

  const briefing = (): NoticeRow => noticeOf(`teamBriefing/${dayOf(5)}`);

  it('sends each mail once, and every one that did not lapse', () => {
    const expected = notices.filter(({ outcome }) => outcome !== 'lapsed');
    expect(notices).toHaveLength(expected.length + 1);
    expect(expected.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
    expect(mails.map(({ messageId }) => messageId).sort()).toEqual(
      expected.map(({ key }) => messageIdOf(key, MAIL_DOMAIN)).sort(),
    );
    for (const { text } of mails) expect(text).not.toContain('You may have received this already');
  });
});
