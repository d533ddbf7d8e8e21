// Every refusal of the rules and every other problem: a type that is never renamed, a status, a sentence that says what
// to do, and one example of it on the page that is generated.

import { describe, expect, test } from '@jest/globals';
import { problemKinds } from '../../../api/problems/problemKinds';
import { problemsPage } from '../../../api/problems/problemsPage';
import {
  isRejectionCode,
  problemOfRejection,
  rejectionProblems,
} from '../../../api/problems/rejectionProblems';
import { outageProblems } from '../../../api/problems/outageProblems';
import { requestProblems } from '../../../api/problems/requestProblems';
import type { CommandKind } from '../../../domain/rapidReview/commands';
import type { CaseReference } from '../../../domain/rapidReview/references';
import type { Rejection, RejectionCode } from '../../../domain/rapidReview/rejections';
import { civilDate } from '../../../domain/calendar/civilDate';
import { london } from '../rapidReview/story';
import { TOLD, type Told } from './toldRefusals';

const exampleOf = (code: RejectionCode): Rejection => rejectionProblems[code].example;
const codes = Object.keys(rejectionProblems) as RejectionCode[];

describe('refusals of the rules', () => {
  test.each(Object.entries(TOLD) as [RejectionCode, Told][])(
    '%s',
    (code, [status, type, command, pointer, ...says]) => {
      const rejection = exampleOf(code);
      expect(rejection.code).toBe(code);
      const found = problemOfRejection(rejection, command);
      const { kind } = found;
      expect([kind.status, kind.slug, kind.maybeDone]).toEqual([status, type, undefined]);
      expect(found.errors.map((error) => error.pointer)).toEqual(pointer === undefined ? [] : [pointer]);
      for (const part of says) expect(found.detail).toContain(part);
      // Whoever chairs a meeting has no rule book at hand.
      expect(found.detail).not.toMatch(/\bR\d/);
      expect(isRejectionCode(code)).toBe(true);
    },
  );

  test('a timestamp is pointed at where the request has it', () => {
    const rejection = {
      code: 'TimestampInFuture',
      timestamp: 'referralReceived',
      at: london('2026-03-31 09:05'),
      now: london('2026-03-30 16:20'),
    } as const;
    const pointer = (command: CommandKind) => problemOfRejection(rejection, command).errors[0]?.pointer;
    expect([pointer('openCase'), pointer('recordTimestamp')]).toEqual(['/receivedAt', '/at']);
  });

  test('a seat is pointed at among the invitees, a partner in the list that names them', () => {
    const pointer = (code: RejectionCode, command: CommandKind) =>
      problemOfRejection(exampleOf(code), command).errors[0]?.pointer;
    expect(pointer('SeatNotForAgency', 'arrangeMeeting')).toBe('/invitees');
    expect(pointer('SeatNotForAgency', 'recordArrival')).toBe('/seat');
    expect(pointer('SeatNamedTwice', 'withdrawCase')).toBe('/agreedBy');
  });

  test('where the facts are fewer, so are the words', () => {
    const said = (rejection: Rejection) => problemOfRejection(rejection, 'informPanel').detail;
    const [on, closes] = [civilDate('2026-04-22'), civilDate('2026-04-20')];
    expect(said({ code: 'MeetingOutsideWindowNeedsReason', on, closes })).toContain(
      'which closes on Monday 20 April 2026',
    );
    expect(said({ code: 'MeetingOutsideWindowNeedsReason', on, closes, held: true })).toContain(
      'Say in reason why it was not held by then',
    );
    expect(said({ code: 'PanelAlreadyInformed' })).toContain('on their way');
    expect(said({ code: 'PanelAlreadyInformed', mayHaveArrived: true })).toContain('Ask the Panel');
    expect(said({ code: 'NotifiedAlready', on, byItsCopy: true })).toContain(
      'The copy of the notification was received on Wednesday 22 April 2026, so the national Panel was notified',
    );
    const past = { code: 'AgreedDateInPast', due: closes, today: on } as const;
    expect(said(past)).toContain('give the day of that (on)');
    expect(said({ ...past, on })).toContain('lies before Wednesday 22 April 2026, on which it is said');
    expect(said({ code: 'AlreadyDecided', on, stillArranged: true })).toContain('Cancel the meeting');
    const settled = said({ code: 'CaseHasEnded', cause: 'settled', on });
    expect(settled).toContain('an episode of this case');
    expect(settled).toContain('/panel/settlement/undoing');
    expect(said({ code: 'CaseHasEnded', cause: 'criteriaNotMet', on })).not.toContain('undoing');
    const [early, late] = [civilDate('2026-04-14'), civilDate('2026-04-16')];
    const dated = { code: 'DatedOutsideItsTime', on, from: early, to: late } as const;
    expect(said({ ...dated, since: 'decision', until: 'reply' })).toContain(
      'one from Tuesday 14 April 2026, when it was decided, to Thursday 16 April 2026, when the national Panel replied.',
    );
    expect(said({ ...dated, to: early, since: 'receipt' })).toContain(
      'it must be Tuesday 14 April 2026, when the referral was received, and not after today.',
    );
    expect(said({ ...dated, to: early, since: 'dispatch', until: 'reply' })).toContain('and not after that.');
    expect(said(dated)).toContain('one from Tuesday 14 April 2026, to Thursday 16 April 2026, today.');
    expect(said({ code: 'NotWithdrawn' })).toContain('This case is open');
    const merged = { cause: 'merged', into: 'RR-2026-0001' as CaseReference } as const;
    for (const code of ['NotWithdrawn', 'NotSettled'] as const)
      expect(said({ code, ...merged })).toMatch(
        /merged into another case.* Act on RR-2026-0001, which goes on for it\./,
      );
    expect(said({ code: 'NotSettled', cause: 'withdrawn' })).toContain('/withdrawal/undoing');
    expect(said({ code: 'NotWithdrawn', cause: 'settled' })).toContain('/panel/settlement/undoing');
    expect(said({ code: 'NotYourSeat', seat: 'police', yours: [] })).toContain('the authority of no seat');
    const after = { code: 'MeetingNotAfterLast', last: on } as const;
    expect(said({ ...after, on: early })).toContain('give a moment after it.');
    expect(said({ ...after, on })).toContain('one a day: give a day after that.');
    const order = { code: 'MomentOutOfOrder', at: london('2026-04-14 10:00') } as const;
    const recorded = london('2026-04-14 10:30');
    expect(said({ ...order, what: 'receipt', recorded, asRecorded: true })).toBe(
      'By the hours that are recorded the meeting would have begun on Tuesday 14 April 2026 at 10:00, but the receipt of the referral is recorded for Tuesday 14 April 2026 at 10:30. Hours stay as they are, the day alone is put right. Check the day.',
    );
    // As a worker of before refuses it.
    expect(said({ ...order, recorded } as Rejection)).toContain('but something is recorded for Tuesday');
    const onlySignature = { never: [], chairMay: [{ item: 'signOff', seat: 'police' }] } as const;
    const shut = problemOfRejection({ code: 'PanelGateShut', ...onlySignature }, 'informPanel');
    expect(shut.detail).not.toContain('never');
    expect(shut.errors.map(({ pointer }) => pointer)).toEqual(['/proceedReason']);
  });

  test.each(['toString', '__proto__', 'constructor', 'Nonsense'])('%s is no code', (code) => {
    expect(isRejectionCode(code)).toBe(false);
  });

  test('what refuses because it is not yours is 403, what is unknown 404, what moved on 412, and nothing is 400', () => {
    const withStatus = (status: number) =>
      codes.filter((code) => rejectionProblems[code].status === status).sort();
    expect(withStatus(403)).toEqual(['NotYourSeat', 'OnlyChairMayProceed']);
    expect(withStatus(404)).toEqual([
      'CaseNotOpen',
      'NoSuchAttendee',
      'NoSuchConcern',
      'NoSuchDispatch',
      'NoSuchMeetingHeld',
      'NoSuchPanelContact',
      'NoSuchPanelReply',
      'NoSuchProposal',
      'NoSuchReturn',
    ]);
    expect(withStatus(412)).toEqual(['VersionMovedOn']);
    expect(withStatus(400)).toEqual([]);
  });
});

describe('all problems', () => {
  test('no two have the same type, and types are plain words', () => {
    expect(new Set(problemKinds.map(({ slug }) => slug)).size).toBe(problemKinds.length);
    for (const { slug } of problemKinds) expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const { slug } of problemKinds) expect([slug, slug.length <= 60]).toEqual([slug, true]);
  });

  test('every sentence is one, and says nothing of what was changed: that is added where it is true', () => {
    for (const { slug, sentence } of problemKinds) {
      expect([slug, /^["A-Z0-9].+[.)]$/.test(sentence)]).toEqual([slug, true]);
      expect([slug, /undefined|NaN|\[object|was changed|[^A-Za-z]null/.test(sentence)]).toEqual([
        slug,
        false,
      ]);
    }
    for (const code of codes) {
      const { detail } = problemOfRejection(exampleOf(code), 'addAgency');
      expect([code, detail.includes('changed')]).toEqual([code, false]);
    }
  });

  test('none says a code of the rules where there are words for it', () => {
    for (const code of codes) {
      const { detail } = problemOfRejection(exampleOf(code), 'addAgency');
      expect([
        code,
        /integratedCareBoard|immediateSafety|notificationReference|signOff/.test(detail),
      ]).toEqual([code, false]);
    }
  });

  test('what is not the fault of whoever asked is worth asking again, but for the unexpected', () => {
    for (const { status } of Object.values(outageProblems)) expect(status).toBeGreaterThanOrEqual(500);
    for (const { slug, status, retryAfter } of Object.values(outageProblems))
      expect([slug, retryAfter !== undefined]).toEqual([slug, status === 503]);
    for (const { status } of Object.values(requestProblems)) expect(status).toBeLessThan(500);
  });

  test('each is on the page with its type, status, title and example, the refusals with their code', () => {
    const page = problemsPage();
    for (const { slug, status, title, sentence } of problemKinds) {
      const row = page.split('\n').find((line) => line.includes(`\`/problems/${slug}\``));
      expect([slug, row]).toEqual([slug, expect.stringContaining(` | ${status} | `)]);
      expect(row).toContain(title);
      expect(row).toContain(sentence.replaceAll('<', '&lt;'));
    }
    for (const code of codes) expect(page).toContain(`\`${code}\``);
  });

  test('each status is told on the page, and no other', () => {
    const told = [...problemsPage().matchAll(/^- (\d{3}): \S/gm)].map(([, status]) => Number(status));
    expect(told).toEqual([...new Set(problemKinds.map(({ status }) => status))].sort((a, b) => a - b));
  });
});
