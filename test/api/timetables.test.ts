// POST /timetables: what the dates would be, without a case. Everybody who is signed in may ask; nothing is changed.

import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import type { WhatIfView } from '../../api/timetables/whatIfSchema';
import { ROLES } from '../../domain/rapidReview/commands';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { problemIn } from './stories';

let under: ApiUnderTest;
beforeAll(async () => {
  under = await apiUnderTest();
});
afterAll(() => under.close());

const RECEIVED = { receivedAt: '2026-03-30T16:20:00+01:00' };
const post = (body: unknown, as: (typeof ROLES)[number] | null = 'coordinator') =>
  under.ask('POST', '/timetables', { as, body, key: null });
const ask = async (given: object): Promise<WhatIfView> => {
  const answer = await post({ ...RECEIVED, ...given });
  expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, '']);
  return answer.json<WhatIfView>();
};
const dues = ({ explanations }: WhatIfView): Record<string, string | undefined> =>
  Object.fromEntries(explanations.map(({ key, due }) => [key, due]));

describe('what the timetable would be', () => {
  it('gives every date, explained as data and as text, and what waits for one', async () => {
    const view = await ask({
      timestamps: { notificationSent: '2026-03-27T10:00:00Z' },
      sentOn: '2026-04-01',
    });
    expect(dues(view)).toEqual({
      'scopingDispatch:AG-0000': '2026-04-01',
      'agencyReturn:AG-0000': '2026-04-10',
      'recordsSecured:AG-0000': '2026-04-07',
      meeting: '2026-04-17',
      completeLocal: '2026-04-22',
      completePanel: '2026-04-21',
    });
    expect(view.timetable.headline?.date).toBe('2026-04-21');
    expect(view.waiting.map(({ obligation, waitsFor }) => [obligation, waitsFor])).toEqual([
      ['notification', 'localAuthorityAware'],
    ]);
    const meeting = view.explanations.find(({ key }) => key === 'meeting');
    expect([meeting?.opens, meeting?.decidedBy]).toEqual(['2026-04-10', 'headline']);
    const local = view.explanations.find(({ key }) => key === 'completeLocal');
    expect(local?.count?.days.filter(({ workingDay }) => workingDay !== undefined)).toHaveLength(15);
    expect(local?.text).toContain('Good Friday (GOV.UK');
    expect(view.notes).toEqual([]);
    expect(view.calendar.warning).toBeUndefined();
  });

  it('counts for each agency from its own day', async () => {
    const view = await ask({
      sentOn: '2026-03-31',
      agencies: [
        { agency: 'AG-0003' },
        { agency: 'AG-0009', identifiedAt: '2026-04-13T11:00:00+01:00', sentOn: '2026-04-14' },
      ],
    });
    expect(dues(view)).toMatchObject({
      'agencyReturn:AG-0003': '2026-04-09',
      'scopingDispatch:AG-0009': '2026-04-14',
      'agencyReturn:AG-0009': '2026-04-21',
    });
  });

  it('counts by another profile', async () => {
    const given = { timestamps: { notificationSent: '2026-03-27T10:00:00Z' } };
    const view = await ask({ ...given, profile: { id: 'national-notification' } });
    expect(view.profile).toEqual({ id: 'national-notification', version: 1 });
    expect(dues(view)).toMatchObject({ completeLocal: '2026-04-21', completePanel: '2026-04-21' });
    expect((await ask(given)).profile).toEqual({ id: 'cscp-wt2018', version: 1 });
  });

  it('supposes holidays, written alone or with a title, and says what changes nothing', async () => {
    const view = await ask({
      holidays: {
        extra: ['2026-04-08', { date: '2026-04-09', title: 'Day of mourning' }, '2026-04-04'],
        fewer: ['2026-04-03', '2026-04-14'],
      },
    });
    expect(dues(view)['completeLocal']).toBe('2026-04-23');
    expect(view.notes).toEqual([
      '2026-04-04 is a Saturday: it changes nothing',
      '2026-04-14 is no listed holiday: taking it away changes nothing',
    ]);
    const local = view.explanations.find(({ key }) => key === 'completeLocal');
    expect(local?.count?.days).toContainEqual(
      // Supposed, and so known since never.
      { date: '2026-04-09', weekday: 'Thursday', notCounted: 'Day of mourning', source: 'whatIf' },
    );
    expect(view.calendar.version).toMatch(/ with 2026-04-04 2026-04-08 2026-04-09 without 2026-04-03$/);
  });

  it('gives the dates that hang on publication and decision', async () => {
    const { publication } = await ask({ publishOn: '2026-04-14', decidedOn: '2026-08-31' });
    expect(publication.map(({ obligation, due }) => [obligation, due])).toEqual([
      ['reportToPanel', '2026-04-01'],
      ['reportToPanelClearDays', '2026-03-31'],
      ['staysPublished', '2027-04-14'],
      ['reviewDue', '2027-02-28'],
    ]);
    expect(publication[0]?.count?.days.at(-1)).toEqual({
      date: '2026-04-01',
      weekday: 'Wednesday',
      workingDay: 7,
    });
    expect(publication[3]?.corresponding).toEqual({ from: '2026-08-31', months: 6, monthEnd: true });
  });

  it('warns near the end of the official list, for a publication too', async () => {
    expect((await ask({ receivedAt: '2028-11-20T09:00:00Z' })).calendar.warning).toMatch(
      /extend the calendar/i,
    );
    expect((await ask({ publishOn: '2028-12-20' })).calendar.warning).toMatch(/extend the calendar/i);
    expect((await ask({ decidedOn: '2028-12-20' })).calendar.warning).toBeUndefined();
  });
});

test.each(ROLES)('%s may ask, without a key', async (role) => {
  expect((await post(RECEIVED, role)).statusCode).toBe(200);
});

test('who is not signed in may not', async () => {
  expect((await post(RECEIVED, null)).statusCode).toBe(401);
});

describe('what cannot be counted is refused with what would be right', () => {
  test.each<[string, object, number, string, string, string]>([
    ['no receipt', { sentOn: '2026-04-01' }, 400, 'malformed-request', '/receivedAt', 'is missing'],
    [
      'a receipt without a zone',
      { receivedAt: '2026-03-30T16:20:00' },
      400,
      'malformed-request',
      '/receivedAt',
      'with its zone',
    ],
    [
      'a day that does not exist',
      { ...RECEIVED, sentOn: '2026-02-30' },
      400,
      'malformed-request',
      '/sentOn',
      'a day that exists',
    ],
    [
      'a misspelt field',
      { ...RECEIVED, sendOn: '2026-04-01' },
      400,
      'unknown-field',
      '/sendOn',
      'did you mean "sentOn"?',
    ],
    [
      'a misspelt timestamp',
      { ...RECEIVED, timestamps: { notificationSend: '2026-03-27T10:00:00Z' } },
      400,
      'unknown-field',
      '/timestamps/notificationSend',
      'did you mean "notificationSent"?',
    ],
    [
      'a misspelt title',
      { ...RECEIVED, holidays: { extra: [{ date: '2026-04-08', titel: 'Jubilee' }] } },
      400,
      'unknown-field',
      '/holidays/extra/0/titel',
      'did you mean "title"?',
    ],
    [
      'a holiday that does not exist',
      { ...RECEIVED, holidays: { extra: ['2026-02-30'] } },
      400,
      'malformed-request',
      '/holidays/extra/0',
      'a day that exists',
    ],
    [
      'a titled holiday that does not exist',
      { ...RECEIVED, holidays: { extra: [{ date: '2026-02-30' }] } },
      400,
      'malformed-request',
      '/holidays/extra/0/date',
      'a day that exists',
    ],
    [
      'a holiday that is no day',
      { ...RECEIVED, holidays: { extra: [20260408] } },
      400,
      'malformed-request',
      '/holidays/extra/0',
      'must be of the type string or object',
    ],
    [
      'an agency named by its code alone',
      { ...RECEIVED, agencies: ['AG-0001'] },
      400,
      'malformed-request',
      '/agencies/0',
      'must be an object with "agency"',
    ],
    [
      'holidays given as a list',
      { ...RECEIVED, holidays: ['2026-12-07'] },
      400,
      'malformed-request',
      '/holidays',
      'must be an object with "extra" or "fewer", or {}',
    ],
    [
      'another profile than there is',
      { ...RECEIVED, profile: { id: 'coventry' } },
      400,
      'malformed-request',
      '/profile/id',
      'must be cscp-wt2018, national-notification or cscp-wt2018-full-ladder',
    ],
    [
      'another version than there is',
      { ...RECEIVED, profile: { id: 'cscp-wt2018', version: 2 } },
      422,
      'no-such-profile-version',
      '/profile/version',
      'not a version',
    ],
    [
      'an agency twice',
      { ...RECEIVED, agencies: [{ agency: 'AG-0003' }, { agency: 'AG-0003' }] },
      422,
      'agency-listed-twice',
      '/agencies',
      'twice',
    ],
  ])('%s', async (_, body, status, slug, pointer, right) => {
    const answer = await post(body);
    const { type, errors = [] } = problemIn(answer);
    expect([answer.statusCode, type]).toEqual([status, `/problems/${slug}`]);
    expect(errors).toEqual([{ in: 'body', pointer, detail: expect.stringContaining(right) as unknown }]);
  });

  const COVERED = 'Sunday 1 January 2012 to Sunday 31 December 2028';
  test.each<[string, object, string, string]>([
    [
      'a receipt',
      { receivedAt: '2035-03-30T16:20:00Z' },
      'Friday 30 March 2035',
      '/receivedAt must be a day',
    ],
    [
      'a count',
      { receivedAt: '2028-12-20T09:00:00Z' },
      'working days after Wednesday 20 December 2028',
      '/receivedAt leads out of the days',
    ],
    [
      'a publication',
      { ...RECEIVED, publishOn: '2035-03-30' },
      'Friday 30 March 2035',
      '/publishOn must be a day',
    ],
    [
      'a decision',
      { ...RECEIVED, decidedOn: '1999-03-30' },
      'Tuesday 30 March 1999',
      '/decidedOn must be a day',
    ],
    [
      'a supposed holiday',
      { ...RECEIVED, holidays: { fewer: ['2026-04-06', '1999-01-01'] } },
      'The holiday Friday 1 January 1999',
      '/holidays/fewer/1 must be a day',
    ],
  ])('%s outside the calendar', async (_, body, asked, field) => {
    const answer = await post(body);
    const { type, detail, errors = [] } = problemIn(answer);
    expect([answer.statusCode, type]).toEqual([422, '/problems/calendar-does-not-cover']);
    expect(errors.map((error) => `${error.pointer} ${error.detail}`)).toEqual([`${field} from ${COVERED}`]);
    expect(detail).toContain(asked);
    expect(detail).toContain('Sunday 31 December 2028');
    expect(detail).toContain('Nothing was changed.');
  });
});

test('opens no case and writes nothing of what was asked to the log', async () => {
  const before = (await under.ask('GET', '/cases')).body;
  await ask({ holidays: { extra: [{ date: '2026-04-08', title: 'Day of the blue heron' }] } });
  expect((await under.ask('GET', '/cases')).body).toBe(before);
  expect(under.log()).not.toContain('blue heron');
});
