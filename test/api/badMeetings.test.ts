// Bad acts on a meeting (point 11 of the issue): each is refused for what it is, says what would be right, and changes
// nothing.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { Cast, COUNCIL, HOSPITAL, moment, POLICE, SCHOOL, type Race } from './cast';
import { expectRefused, type Refusal } from './refusals';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

describe('arranging', () => {
  let race: Race;
  beforeAll(async () => {
    race = await cast.open();
  });

  test.each<Refusal>([
    [
      'on a bank holiday',
      '/meeting',
      { startsAt: moment('04-06 10:00') },
      {
        status: 422,
        type: 'meeting-on-day-off',
        pointer: 'body /startsAt',
        says: 'Monday 6 April 2026 is not a working day (Easter Monday). The next one is Tuesday 7 April 2026.',
      },
    ],
    [
      'on a Saturday',
      '/meeting',
      { startsAt: moment('04-11 10:00') },
      { status: 422, type: 'meeting-on-day-off', pointer: 'body /startsAt', says: 'Monday 13 April 2026' },
    ],
    [
      'at night',
      '/meeting',
      { startsAt: moment('04-14 22:00') },
      { status: 422, type: 'meeting-at-night', pointer: 'body /startsAt', says: 'from 07:00 to 20:00' },
    ],
    [
      'in the past',
      '/meeting',
      { startsAt: moment('03-30 10:00') },
      { status: 422, type: 'meeting-in-past', pointer: 'body /startsAt', says: 'still ahead' },
    ],
    [
      'after its window, without a reason',
      '/meeting',
      { startsAt: moment('04-22 10:00') },
      {
        status: 422,
        type: 'meeting-outside-window',
        pointer: 'body /reason',
        says: 'from Friday 10 April 2026 to Monday 20 April 2026',
      },
    ],
    [
      'before its window, without a reason',
      '/meeting',
      { startsAt: moment('04-08 10:00') },
      { status: 422, type: 'meeting-outside-window', pointer: 'body /reason' },
    ],
    [
      'beyond the calendar',
      '/meeting',
      { startsAt: '2035-04-14T10:00:00+01:00', reason: 'No reason' },
      { status: 422, type: 'calendar-does-not-cover', pointer: 'body /startsAt' },
    ],
    [
      'without a start',
      '/meeting',
      {},
      { status: 400, type: 'malformed-request', pointer: 'body /startsAt', says: 'or diaryDate' },
    ],
    [
      'with two starts',
      '/meeting',
      { startsAt: moment('04-14 10:00'), diaryDate: 'SG-0001' },
      { status: 400, type: 'malformed-request', pointer: 'body /diaryDate' },
    ],
    [
      'for a date that is not in the diary',
      '/meeting',
      { diaryDate: 'SG-0999' },
      { status: 422, type: 'date-not-in-diary', pointer: 'body /diaryDate', says: 'GET /sub-group-dates' },
    ],
    [
      'with somebody who is not in the register',
      '/meeting',
      { startsAt: moment('04-14 10:00'), invitees: [{ agency: COUNCIL }, { agency: 'AG-0999' }] },
      { status: 422, type: 'agency-not-in-register', pointer: 'body /invitees/1/agency' },
    ],
    [
      'with a contact of somebody else',
      '/meeting',
      {
        startsAt: moment('04-14 10:00'),
        invitees: [{ agency: COUNCIL, contacts: [`${COUNCIL}-C1`, `${POLICE}-C1`] }],
      },
      { status: 422, type: 'contact-not-of-agency', pointer: 'body /invitees/0/contacts/1' },
    ],
    [
      'R14: with a provider on the seat of the integrated care board',
      '/meeting',
      {
        startsAt: moment('04-14 10:00'),
        invitees: [{ agency: HOSPITAL, seat: 'integratedCareBoard' }],
      },
      { status: 422, type: 'seat-not-for-agency', pointer: 'body /invitees', says: 'cannot fill the seat' },
    ],
    [
      'with an agency twice',
      '/meeting',
      { startsAt: moment('04-14 10:00'), invitees: [{ agency: SCHOOL }, { agency: SCHOOL }] },
      { status: 422, type: 'agency-listed-twice', pointer: 'body /invitees' },
    ],
    [
      'nobody',
      '/meeting',
      { startsAt: moment('04-14 10:00'), invitees: [] },
      { status: 400, type: 'malformed-request', pointer: 'body /invitees' },
    ],
    [
      'what is not arranged, anew',
      '/meeting/rearrangement',
      { startsAt: moment('04-14 10:00'), reason: 'No reason' },
      { status: 409, type: 'no-meeting-arranged' },
    ],
    [
      'the end of what is not arranged',
      '/meeting/cancellation',
      { reason: 'No reason' },
      { status: 409, type: 'no-meeting-arranged' },
    ],
    [
      'a reply to no invitation',
      '/meeting/replies',
      { agency: COUNCIL, reply: 'accepted' },
      { status: 409, type: 'no-meeting-arranged' },
    ],
    ['the opening of none', '/meeting/opening', {}, { status: 409, type: 'no-meeting-arranged' }],
  ])('%s is refused', (_, path, body, bad) => race.refused(path, body, bad));

  test('and where a meeting stands', async () => {
    await race.act('/meeting', { startsAt: moment('04-14 10:00') });
    await race.refused(
      '/meeting',
      { startsAt: moment('04-15 10:00') },
      { status: 409, type: 'meeting-already-arranged', says: 'Rearrange it' },
    );
    await race.refused(
      '/meeting/rearrangement',
      { startsAt: moment('04-14 10:00'), reason: 'No reason' },
      { status: 409, type: 'meeting-changes-nothing', pointer: 'body /startsAt' },
    );
    await race.refused(
      '/meeting/replies',
      { agency: HOSPITAL, reply: 'accepted' },
      { status: 409, type: 'not-invited' },
    );
    await race.refused(
      '/meeting/opening',
      {},
      { status: 422, type: 'meeting-on-another-day', pointer: 'body /at', says: 'Tuesday 14 April 2026' },
    );
  });
});

test('an unknown case is not found, by whichever act', async () => {
  const bodies: Readonly<Record<string, object>> = {
    '/meeting': { startsAt: moment('04-14 10:00') },
    '/meeting/opening': {},
    '/meeting/closing': { minutes: 'No minutes' },
    '/duties': { duty: 'facts', evidence: 'No evidence' },
    '/sign-offs': { seat: 'police' },
    '/panel/dispatch': {},
    '/withdrawal': { agreedBy: [], reason: 'No reason' },
    '/duplicates': { of: 'RR-2026-0001' },
    '/safety-concerns': { concern: 'No concern', noticeRead: true },
  };
  for (const [path, body] of Object.entries(bodies))
    await expectRefused(under, `/cases/RR-2026-9999${path}`, {
      name: path,
      asking: { body },
      status: 404,
      type: 'unknown-case',
    });
  for (const path of [
    '/meetings',
    '/meeting/proposals',
    '/meeting/quorum',
    '/decision',
    '/panel',
    '/safety-concerns',
  ]) {
    const answer = await under.ask('GET', `/cases/RR-2026-9999${path}`);
    expect([path, answer.statusCode]).toEqual([path, 404]);
  }
});
