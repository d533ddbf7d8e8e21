// POST /cases/:reference/meeting of one that took place already, as in a case that is logged late: what happened is recorded as it was, and
// nobody is mailed (C5, R22).

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CaseView } from '../../api/cases/oneCaseSchema';
import type { MeetingsView } from '../../api/meetings/meetingsSchema';
import type { QuorumView } from '../../api/meetings/quorumView';

import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { Cast, COUNCIL, moment } from './cast';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

const STARTS = moment('04-14 10:00');

test('is recorded as held, opened at its time and attended; nobody is invited', async () => {
  const race = (await cast.open()).at('04-16 15:00');
  await race.refused(
    '/meeting',
    { startsAt: STARTS },
    { status: 422, type: 'meeting-in-past', pointer: 'body /startsAt', says: 'was not arranged here' },
  );
  await race.act('/meeting', { startsAt: STARTS, held: true });
  await race.mailGoes();
  const told = JSON.stringify(await race.read('/notices'));
  expect(told).not.toContain('meetingInvitation');
  await race.act('/meeting/opening', { at: STARTS });
  await race.act('/meeting/arrivals', { contact: `${COUNCIL}-C1`, agency: COUNCIL, at: STARTS });
  const { meetings } = await race.read<MeetingsView>('/meetings');
  expect(meetings).toMatchObject([{ stage: 'open', on: '2026-04-14', attendance: [{ agency: COUNCIL }] }]);
  expect(JSON.stringify(await race.read('/chronology'))).toContain(
    'had been arranged elsewhere, for Tuesday 14',
  );
});

test('is opened at a moment that is said, also on its own day: nobody opens it now', async () => {
  const race = (await cast.open()).at('04-14 15:00');
  await race.act('/meeting', { startsAt: STARTS, held: true });
  for (const time of ['04-14 15:10', '04-15 09:00'])
    await race.at(time).refused(
      '/meeting/opening',
      {},
      {
        status: 422,
        type: 'opening-of-past-meeting',
        pointer: 'body /at',
        says: 'recorded as held, from Tuesday 14 April 2026 at 10:00 on. Say in \\"at\\" when it was opened',
      },
    );
  await race.act('/meeting/opening', { at: STARTS });
  await race.refused('/meeting/opening', {}, { status: 409, type: 'meeting-under-way' });
});

test('ahead, or before the referral, is refused with the field', async () => {
  const race = (await cast.open()).at('04-16 15:00');
  await race.refused(
    '/meeting',
    { startsAt: moment('04-17 10:00'), held: true },
    { status: 422, type: 'moment-in-future', pointer: 'body /startsAt', says: 'Only what has happened' },
  );
  await race.refused(
    '/meeting',
    { startsAt: moment('03-27 10:00'), held: true, reason: 'Early' },
    { status: 422, type: 'dated-outside-its-time', pointer: 'body /startsAt', says: 'Monday 30 March 2026' },
  );
});

test("R14: its quorum is asked for at a moment of it, and its papers are nobody's", async () => {
  const race = (await cast.open()).at('04-16 15:00');
  const quorum = (at = '') => race.read<QuorumView>(`/meeting/quorum${at}`);
  expect((await quorum()).inWords).toBe(
    'No meeting of this case was under way on Thursday 16 April 2026 at 15:00.',
  );
  await race.act('/meeting', { startsAt: STARTS, held: true });
  const recorded = await quorum();
  expect([recorded.quorate, recorded.seats.map(({ why }) => why)]).toEqual([
    false,
    Array(3).fill('noMeeting'),
  ]);
  expect(recorded.inWords).toContain(
    'Meeting 1, of Tuesday 14 April 2026 at 10:00, is recorded as held: record when it was opened, and who came, and ask for a moment of it.',
  );
  expect((await race.read<MeetingsView>('/meetings')).meetings[0]).not.toHaveProperty('papersOn');
  await race.act('/meeting/opening', { at: STARTS });
  await race.act('/meeting/closing', { minutes: 'What was said', at: moment('04-14 12:15') });
  expect((await quorum()).inWords).toContain(
    'Meeting 1 was under way from Tuesday 14 April 2026 at 10:00 until Tuesday 14 April 2026 at 12:15: ask for a moment of it, such as at=2026-04-14T09:00:00.000Z.',
  );
  expect(await quorum('?at=2026-04-14T09:00:00.000Z')).toMatchObject({ meeting: 1, quorate: false });
});

test('what is refused says what is right of something that has happened, and not what to arrange', async () => {
  const race = (await cast.open()).at('04-16 15:00');
  const held = (time: string) => ({ startsAt: moment(time), held: true });
  await race.refused('/meeting', held('04-08 10:00'), {
    status: 422,
    type: 'meeting-outside-window',
    pointer: 'body /reason',
    says: 'from Friday 10 April 2026 to Monday 20 April 2026. Say in reason why it was not held within: that is recorded',
  });
  await race.refused('/meeting', held('04-14 22:00'), {
    status: 422,
    type: 'meeting-at-night',
    pointer: 'body /startsAt',
    says: 'would have begun on Tuesday 14 April 2026 at 22:00 in London. One begins from 07:00 to 20:00',
  });
  await race.act('/meeting', { startsAt: moment('04-17 10:00') });
  const arranged = { status: 409, type: 'meeting-already-arranged' };
  await race.refused('/meeting', held('04-14 10:00'), {
    ...arranged,
    says: 'open it with a moment of its day; if another was, cancel it first',
  });
  await race.act('/meeting/cancellation', { reason: 'Another was held' });
  await race.act('/meeting', held('04-14 10:00'));
  await race.refused(
    '/meeting',
    { startsAt: moment('04-17 10:00') },
    { ...arranged, says: 'is recorded as held already, and nobody has opened it here' },
  );
});

test('where another is arranged, and it took place before, the refusal says what to do', async () => {
  const race = (await cast.open()).at('04-13 15:00');
  await race.act('/meeting', { startsAt: moment('04-14 10:00') });
  race.at('04-14 09:00');
  const inPast = { status: 422, type: 'meeting-in-past', pointer: 'body /startsAt' } as const;
  const move = (to: string) => ({ startsAt: moment(to), reason: 'It took place then' });
  await race.refused('/meeting/rearrangement', move('04-13 10:00'), {
    ...inPast,
    says: 'cancel it, which tells whoever is invited unless its own day is over',
  });
  await race.refused('/meeting/rearrangement', move('04-14 08:30'), {
    ...inPast,
    says: 'open it with that moment',
  });
});

test('held is false of one that is arranged ahead, as if it were left out', async () => {
  const race = (await cast.open()).at('04-13 15:00');
  await race.refused(
    '/meeting',
    { startsAt: moment('04-13 10:00'), held: false },
    { status: 422, type: 'meeting-in-past', pointer: 'body /startsAt' },
  );
  await race.act('/meeting', { startsAt: moment('04-14 10:00'), held: false });
  await race.mailGoes();
  expect(JSON.stringify(await race.read('/notices'))).toContain('meetingInvitation');
  const { meetings } = await race.read<MeetingsView>('/meetings');
  expect(meetings[0]).not.toHaveProperty('recordedAfterwards');
  await race.refused(
    '/meeting',
    { startsAt: moment('04-14 10:00'), held: 'no' },
    { status: 400, type: 'malformed-request', pointer: 'body /held', says: 'must be true or false' },
  );
});

test('on a Saturday it is recorded, and the answer asks whether the day is mistyped', async () => {
  const race = (await cast.open()).at('04-16 15:00');
  const answer = await race.ask('/meeting', { body: { startsAt: moment('04-11 10:00'), held: true } });
  expect(answer.json<Pick<CaseView, 'warnings'>>().warnings).toContainEqual({
    about: 'heldOnDayOff',
    on: '2026-04-11',
    why: 'Saturday',
    inWords:
      'The meeting of Saturday 11 April 2026 is recorded as held on a day off (Saturday). If the day is mistyped, put it right (one that is not opened yet: cancel it, and record the right one); if it is right, nothing is to be done.',
  });
  await race.mailGoes();
  expect(JSON.stringify(await race.read('/notices'))).not.toMatch(/meetingInvitation|meetingOutsideWindow/);
});

test('at an hour before the referral came it is recorded, and the answer asks whether an hour is mistyped', async () => {
  const race = (await cast.open()).at('03-30 18:00');
  const answer = await race.ask('/meeting', {
    body: { startsAt: moment('03-30 10:00'), held: true, reason: 'Canaryreason' },
  });
  const warned = answer.json<Pick<CaseView, 'warnings'>>().warnings;
  expect(warned).toContainEqual({
    about: 'meetingBeforeReceipt',
    at: '2026-03-30T09:00:00.000Z',
    receivedAt: '2026-03-30T15:20:00.000Z',
    inWords:
      'The meeting of Monday 30 March 2026 at 10:00 began before the referral was received, on Monday 30 March 2026 at 16:20. One of the hours may be mistyped: correct that of the receipt (POST /cases/{reference}/timestamps/referralReceived/corrections), or take back what is recorded of the meeting (POST /cases/{reference}/meeting/opening/undoing; of one that is not opened yet: cancel it), and record it anew.',
  });
});
