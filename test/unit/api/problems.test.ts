// Every refusal of the rules and every other problem: a type that is never renamed, a status, and a sentence that says
// what to do.

import { describe, expect, test } from '@jest/globals';
import {
  problemOfRejection,
  rejectionProblems,
  isRejectionCode,
} from '../../../api/problems/rejectionProblems';
import { requestProblems } from '../../../api/problems/requestProblems';
import { holidayProblems } from '../../../api/problems/holidayProblems';
import { outageProblems } from '../../../api/problems/outageProblems';
import { problemKinds } from '../../../api/problems/problemRoutes';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandKind } from '../../../domain/rapidReview/commands';
import type { Rejection, RejectionCode } from '../../../domain/rapidReview/rejections';
import { AGENCY, CONTACT, london } from '../rapidReview/story';

const [agency, contact] = [AGENCY(3), CONTACT(AGENCY(3))];
const [early, late] = [london('2026-03-30 16:20'), london('2026-03-31 09:05')];
const [monday, tuesday] = [civilDate('2026-03-30'), civilDate('2026-03-31')];

type Told = readonly [
  status: number,
  type: string,
  command: CommandKind,
  pointer: string | undefined,
  ...says: string[],
];
type Example<C extends RejectionCode> = readonly [Extract<Rejection, { code: C }>, Told];

const examples: { readonly [C in RejectionCode]: Example<C> } = {
  CaseAlreadyOpen: [{ code: 'CaseAlreadyOpen' }, [409, 'case-already-open', 'openCase', undefined]],
  CaseNotOpen: [{ code: 'CaseNotOpen' }, [404, 'unknown-case', 'addAgency', undefined]],
  CaseCarriesNoReview: [
    { code: 'CaseCarriesNoReview' },
    [409, 'case-carries-no-review', 'addAgency', undefined, 'log a new referral'],
  ],
  UnknownProfile: [
    { code: 'UnknownProfile', id: 'cscp-wt2018', version: 9 },
    [422, 'unknown-profile', 'openCase', undefined, 'cscp-wt2018 version 9'],
  ],
  VersionMovedOn: [
    { code: 'VersionMovedOn', expected: 3, actual: 5 },
    [409, 'version-moved-on', 'addAgency', '/if-match', 'version 3', 'version 5'],
  ],
  ReceivedInFuture: [
    { code: 'ReceivedInFuture', receivedAt: late, now: early },
    [422, 'received-in-future', 'openCase', '/receivedAt', 'Tuesday 31 March 2026 at 09:05', 'at 16:20'],
  ],
  ReceiptLongPastNeedsReason: [
    { code: 'ReceiptLongPastNeedsReason', receivedAt: early, days: 45 },
    [422, 'receipt-long-past', 'openCase', '/lateLoggingReason', '45 days ago'],
  ],
  TimestampInFuture: [
    { code: 'TimestampInFuture', timestamp: 'incident', at: late, now: early },
    [422, 'timestamp-in-future', 'openCase', '/timestamps/incident', 'the incident'],
  ],
  TimestampAlreadyRecorded: [
    { code: 'TimestampAlreadyRecorded', timestamp: 'notificationSent', at: early },
    [409, 'timestamp-already-recorded', 'recordTimestamp', '/timestamp', 'correct it and say why'],
  ],
  TimestampNotRecorded: [
    { code: 'TimestampNotRecorded', timestamp: 'notificationSent' },
    [409, 'timestamp-not-recorded', 'correctTimestamp', undefined, 'Record it'],
  ],
  CorrectionChangesNothing: [
    { code: 'CorrectionChangesNothing', timestamp: 'incident', at: early },
    [409, 'correction-changes-nothing', 'correctTimestamp', '/at'],
  ],
  TimestampsContradict: [
    {
      code: 'TimestampsContradict',
      earlier: 'incident',
      earlierAt: late,
      later: 'referralReceived',
      laterAt: early,
    },
    [422, 'timestamps-contradict', 'correctTimestamp', '/at', 'the incident', 'the receipt of the referral'],
  ],
  CorrectionContradictsRequest: [
    { code: 'CorrectionContradictsRequest', agency, sentOn: monday, received: tuesday },
    [422, 'correction-contradicts-request', 'correctTimestamp', '/at', 'AG-0003', 'Monday 30 March 2026'],
  ],
  CalendarDoesNotCover: [
    { code: 'CalendarDoesNotCover', asked: '2031-01-06', from: monday, to: tuesday },
    [422, 'calendar-does-not-cover', 'openCase', undefined, '2031-01-06', 'Tuesday 31 March 2026'],
  ],
  AgencyAlreadyOnCase: [
    { code: 'AgencyAlreadyOnCase', agency },
    [409, 'agency-already-on-case', 'addAgency', '/agency', 'AG-0003'],
  ],
  AgencyNotOnCase: [
    { code: 'AgencyNotOnCase', agency },
    [409, 'agency-not-on-case', 'sendScopingRequests', '/agencies', 'Add it to the case first'],
  ],
  AgencyListedTwice: [
    { code: 'AgencyListedTwice', agency },
    [422, 'agency-listed-twice', 'openCase', '/agencies', 'once'],
  ],
  NoAgencyToAsk: [{ code: 'NoAgencyToAsk' }, [422, 'no-agency-to-ask', 'sendScopingRequests', '/agencies']],
  AgencyWithoutContact: [
    { code: 'AgencyWithoutContact', agency },
    [422, 'agency-without-contact', 'sendScopingRequests', '/agencies', 'another way'],
  ],
  RequestAlreadySent: [
    { code: 'RequestAlreadySent', agency, on: monday },
    [409, 'request-already-sent', 'recordRequestSent', undefined, 'void first'],
  ],
  RequestNotMade: [{ code: 'RequestNotMade', agency }, [409, 'request-not-made', 'voidRequest', undefined]],
  RequestSentInFuture: [
    { code: 'RequestSentInFuture', agency, on: tuesday, today: monday },
    [422, 'request-sent-in-future', 'recordRequestSent', '/on', 'today is Monday 30 March 2026'],
  ],
  RequestSentBeforeReferral: [
    { code: 'RequestSentBeforeReferral', agency, on: monday, received: tuesday },
    [422, 'request-sent-before-referral', 'recordRequestSent', '/on'],
  ],
  ContactNotAsked: [
    { code: 'ContactNotAsked', agency, contact },
    [409, 'contact-not-asked', 'recordBounce', '/contact', 'AG-0003-C1'],
  ],
  ContactAlreadyBounced: [
    { code: 'ContactAlreadyBounced', agency, contact },
    [409, 'contact-already-bounced', 'recordBounce', '/contact'],
  ],
};

describe('refusals of the rules', () => {
  test.each(Object.entries(examples) as [RejectionCode, readonly [Rejection, Told]][])(
    '%s',
    (code, [rejection, [status, type, command, pointer, ...says]]) => {
      const found = problemOfRejection(rejection, command);
      expect(found).toMatchObject({ status, slug: type, maybeDone: false });
      expect(found.errors.map((error) => error.pointer)).toEqual(pointer === undefined ? [] : [pointer]);
      for (const part of says) expect(found.detail).toContain(part);
      expect(isRejectionCode(code)).toBe(true);
    },
  );

  test('a timestamp is pointed at where the request has it', () => {
    const rejection = {
      code: 'TimestampInFuture',
      timestamp: 'referralReceived',
      at: late,
      now: early,
    } as const;
    const pointer = (command: CommandKind) => problemOfRejection(rejection, command).errors[0]?.pointer;
    expect([pointer('openCase'), pointer('recordTimestamp')]).toEqual(['/receivedAt', '/at']);
  });

  test.each(['toString', '__proto__', 'constructor', 'Nonsense'])('%s is no code', (code) => {
    expect(isRejectionCode(code)).toBe(false);
  });
});

describe('all problems', () => {
  const all = [rejectionProblems, requestProblems, outageProblems, holidayProblems].flatMap((table) =>
    Object.values<(typeof problemKinds)[number]>(table),
  );

  test('no two have the same type, and types are plain words', () => {
    expect(problemKinds).toHaveLength(all.length);
    for (const { slug } of all) expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test('every sentence is one, and says nothing of what was changed: that is added where it is true', () => {
    for (const [rejection, [, , command]] of Object.values(examples) as (readonly [Rejection, Told])[]) {
      const { detail } = problemOfRejection(rejection, command);
      expect(detail).toMatch(/^[A-Z0-9].+\.$/);
      expect(detail).not.toContain('changed');
    }
  });

  test('what is not the fault of whoever asked is worth asking again, but for the unexpected', () => {
    for (const { status } of Object.values(outageProblems)) expect(status).toBeGreaterThanOrEqual(500);
    for (const { slug, status, retryAfter } of Object.values(outageProblems))
      expect([slug, retryAfter !== undefined]).toEqual([slug, status === 503]);
    for (const { status } of Object.values(requestProblems)) expect(status).toBeLessThan(500);
  });
});
