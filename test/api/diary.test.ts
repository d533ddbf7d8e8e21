// The diary of the sub-group over HTTP: dates added, moved and cancelled, with effect on every case whose meeting uses
// them; what is refused; and what becomes of a change whose effect was lost on the way.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DiaryDateView } from '../../api/diary/diarySchemas';
import type { MeetingsView } from '../../api/meetings/meetingsSchema';
import { apiUnderTest, newKey, type ApiUnderTest, type Asking } from './apiUnderTest';
import { Cast, moment, type Race } from './cast';
import { diaryFollowers, type DiaryFollowers } from './diaryFollowers';
import { expectRefused } from './refusals';
import { problemIn } from './stories';

let under: ApiUnderTest;
let cast: Cast;
let followers: DiaryFollowers;
let follow: () => Promise<void>;
const started: string[] = [];
beforeAll(async () => {
  under = await apiUnderTest({
    followDiary: ({ date, version }) => {
      started.push(`${date} ${version}`);
      return follow();
    },
  });
  cast = await Cast.of(under);
  followers = diaryFollowers(under);
});
beforeEach(() => {
  follow = followers.follow;
  started.length = 0;
  cast.at('03-30 16:25');
});
afterAll(() => under.close());

const nothing = () => Promise.resolve(undefined);

const post = async (path: string, body: object, asking: Asking = {}): Promise<DiaryDateView> => {
  const answer = await under.ask('POST', `/sub-group-dates${path}`, { body, ...asking });
  expect([path, answer.statusCode, answer.body.slice(0, 300)]).toEqual([
    path,
    path === '' ? 201 : 200,
    expect.anything(),
  ]);
  const view = answer.json<DiaryDateView>();
  expect(answer.headers.etag).toBe(`"${view.version}"`);
  return view;
};

let minutes = 0;
/** Another minute for each date: two cannot begin at once. */
const added = async (day = '04-14'): Promise<string> => {
  minutes += 1;
  const time = `${day} 10:${String(minutes).padStart(2, '0')}`;
  return (await post('', { startsAt: moment(time) })).id;
};

const using = async (diaryDate: string): Promise<Race> => {
  const race = await cast.open();
  await race.act('/meeting', { diaryDate });
  return race;
};

const meetingOf = async (race: Race): Promise<MeetingsView['meetings'][number] | undefined> =>
  (await race.read<MeetingsView>('/meetings')).meetings.at(-1);

describe('a change', () => {
  test('C5: moves every meeting that uses the date, tells those invited, and keeps who changed it', async () => {
    const date = await added();
    const [one, two, other] = [await using(date), await using(date), await using(await added())];
    const view = await post(`/${date}/moves`, { startsAt: moment('04-15 14:00') });
    expect(view).toMatchObject({
      id: date,
      version: 2,
      cancelled: false,
      on: '2026-04-15',
      inWords: 'Wednesday 15 April 2026 at 14:00',
      cases: [one, two].map(({ reference }) => ({ reference, followed: true })),
      changes: [
        { version: 1, change: 'added', who: 'Sam Inglewood' },
        { version: 2, change: 'moved', by: under.actors.coordinator, startsAt: '2026-04-15T13:00:00.000Z' },
      ],
    });
    expect(started).toEqual([`${date} 2`]);
    for (const race of [one, two]) {
      expect(await meetingOf(race)).toMatchObject({
        on: '2026-04-15',
        rearranged: 1,
        diary: { date, version: 2 },
      });
      expect(await race.mailGoes()).toContain('meetingInvitation/1.1/AG-0004');
    }
    expect(await meetingOf(other)).toMatchObject({ on: '2026-04-14', rearranged: 0 });
    expect(followers.updateIds).toEqual(expect.arrayContaining([`diary-${date}-2-6-${one.reference}`]));
    const moved = (await under.records.events.ofCase(one.reference as never)).find(
      ({ kind }) => kind === 'MeetingRearranged',
    );
    expect(moved).toMatchObject({
      actor: under.actors.coordinator,
      authority: 'coordinator',
      commandId: `diary-${date}-2-6`,
      body: { cause: 'diary' },
    });
  });

  test('C5: cancels every meeting that uses the date; those cases need another', async () => {
    const date = await added();
    const race = await using(date);
    const view = await post(`/${date}/cancellation`, {});
    expect(view).toMatchObject({
      version: 2,
      cancelled: true,
      cases: [{ reference: race.reference, followed: true }],
    });
    expect(await meetingOf(race)).toMatchObject({ stage: 'cancelled' });
    expect(await race.mailGoes()).toContain('meetingCancelled/1/AG-0004');
    await race.act('/meeting', { diaryDate: await added() });
  });

  test('C5: that takes a meeting out of its window is told to the team at once', async () => {
    const date = await added();
    const race = await using(date);
    await post(`/${date}/moves`, { startsAt: moment('04-23 14:00') });
    expect(await meetingOf(race)).toMatchObject({ departure: { way: 'late', closes: '2026-04-20' } });
    expect((await race.mailGoes()).some((key) => key.startsWith('meetingOutsideWindow/'))).toBe(true);
  });

  test('repeated under its key is made once, whatever has become of the date since', async () => {
    const date = await added();
    const asking = { body: { startsAt: moment('04-15 15:00') }, key: newKey() };
    const first = await under.ask('POST', `/sub-group-dates/${date}/moves`, asking);
    await post(`/${date}/cancellation`, {});
    const again = await under.ask('POST', `/sub-group-dates/${date}/moves`, asking);
    expect([first.statusCode, again.statusCode]).toEqual([200, 200]);
    expect(again.json<DiaryDateView>()).toMatchObject({ version: 3, cancelled: true });
    const other = await under.ask('POST', `/sub-group-dates/${date}/moves`, {
      body: { startsAt: moment('04-16 15:00') },
      key: asking.key,
    });
    expect(problemIn(other).type).toBe('/problems/idempotency-key-reused');
  });

  test('leaves a meeting alone that was rearranged to a time of its own, or has begun', async () => {
    const date = await added('04-13');
    const [own, begun] = [await using(date), await using(date)];
    await own.act('/meeting/rearrangement', { startsAt: moment('04-16 09:00'), reason: 'Canaryreason' });
    // Opened on its day, before the hour that the diary has for it.
    await begun.at('04-13 09:30').act('/meeting/opening');
    await post(`/${date}/moves`, { startsAt: moment('04-17 14:00') });
    expect(await meetingOf(own)).toMatchObject({ on: '2026-04-16' });
    expect(await meetingOf(begun)).toMatchObject({ stage: 'open', on: '2026-04-13' });
  });
});

describe('a change whose effect is lost on the way', () => {
  test('stands, says who is behind, and is brought to them by whoever asks next', async () => {
    const date = await added();
    const race = await using(date);
    follow = () => Promise.reject(new Error('the API dies here'));
    const view = await post(`/${date}/moves`, { startsAt: moment('04-17 11:00') });
    expect(view.cases).toEqual([{ reference: race.reference, followed: false }]);
    expect(await meetingOf(race)).toMatchObject({ on: '2026-04-14' });
    await followers.follow();
    const read = (await under.ask('GET', `/sub-group-dates/${date}`)).json<DiaryDateView>();
    expect(read.cases).toEqual([{ reference: race.reference, followed: true }]);
    expect(await meetingOf(race)).toMatchObject({ on: '2026-04-17' });
  });

  test('is tried again while a case cannot be reached', async () => {
    const date = await added();
    const race = await using(date);
    under.gateway.mood = { kind: 'workerAway' };
    const view = await post(`/${date}/moves`, { startsAt: moment('04-17 12:00') });
    expect(view.cases).toEqual([{ reference: race.reference, followed: false }]);
    await expect(followers.follow()).rejects.toThrow('1 cases have not answered');
    under.gateway.mood = undefined;
    await followers.follow();
    expect(await meetingOf(race)).toMatchObject({ on: '2026-04-17' });
  });

  test('reaches a meeting that was being arranged for the date meanwhile', async () => {
    const date = await added();
    const race = await cast.open();
    // The date moves while the command is on its way.
    under.gateway.meanwhile = async () => {
      under.gateway.meanwhile = nothing;
      await post(`/${date}/moves`, { startsAt: moment('04-17 13:00') });
      return undefined;
    };
    await race.act('/meeting', { diaryDate: date });
    expect(await meetingOf(race)).toMatchObject({ on: '2026-04-17', diary: { version: 2 } });
  });
});

describe('what is refused', () => {
  test.each([
    ['a bank holiday', '04-06 10:00', 'meeting-on-day-off', 'Tuesday 7 April 2026'],
    ['the night', '04-14 22:00', 'meeting-at-night', 'from 07:00 to 20:00'],
    ['the past', '03-30 09:00', 'meeting-in-past', 'still ahead'],
  ])('%s, for a new date and for one that is moved', async (name, time, type, says) => {
    const date = await added();
    for (const path of ['/sub-group-dates', `/sub-group-dates/${date}/moves`])
      await expectRefused(under, path, {
        name,
        status: 422,
        type,
        pointer: 'body /startsAt',
        says,
        asking: { body: { startsAt: moment(time) } },
      });
  });

  test('a day beyond the calendar', () =>
    expectRefused(under, '/sub-group-dates', {
      name: 'beyond',
      status: 422,
      type: 'calendar-does-not-cover',
      pointer: 'body /startsAt',
      asking: { body: { startsAt: '2035-04-03T10:00:00+01:00' } },
    }));

  test('what changes nothing, is taken, unknown, cancelled, over, or read in an older version', async () => {
    const [date, other, gone] = [await added(), await added(), await added()];
    const starts = (await under.ask('GET', `/sub-group-dates/${date}`)).json<DiaryDateView>().startsAt;
    await post(`/${gone}/cancellation`, {});
    const later = { body: { startsAt: moment('04-17 16:00') } };
    const cases = [
      [date, { body: { startsAt: starts } }, 409, 'diary-date-unchanged', 'body /startsAt'],
      [other, { body: { startsAt: starts } }, 409, 'diary-date-taken', 'body /startsAt'],
      ['SG-0999', later, 404, 'unknown-diary-date', undefined],
      [gone, later, 409, 'diary-date-cancelled', undefined],
      [date, { ...later, ifMatch: '"2"' }, 412, 'diary-date-moved-on', 'header /if-match'],
    ] as const;
    for (const [id, asking, status, type, pointer] of cases)
      await expectRefused(under, `/sub-group-dates/${id}/moves`, {
        name: type,
        asking,
        status,
        type,
        ...(pointer === undefined ? {} : { pointer }),
      });
    await expectRefused(under, `/sub-group-dates/${gone}/cancellation`, {
      name: 'twice',
      asking: { body: {} },
      status: 409,
      type: 'diary-date-cancelled',
    });
    cast.at('04-15 10:00');
    for (const [path, body] of [
      ['moves', { startsAt: moment('04-17 17:00') }],
      ['cancellation', {}],
    ] as const)
      await expectRefused(under, `/sub-group-dates/${date}/${path}`, {
        name: 'over',
        asking: { body },
        status: 409,
        type: 'diary-date-over',
      });
  });

  test('a meeting for a date that is cancelled', async () => {
    const date = await added();
    await post(`/${date}/cancellation`, {});
    const race = await cast.open();
    await expectRefused(under, `/cases/${race.reference}/meeting`, {
      name: 'cancelled',
      status: 409,
      type: 'diary-date-cancelled',
      pointer: 'body /diaryDate',
      asking: { body: { diaryDate: date } },
    });
  });
});

test('is listed by the start of its dates, and by day', async () => {
  const { items } = (await under.ask('GET', '/sub-group-dates?from=2026-04-15&to=2026-04-16')).json<{
    items: DiaryDateView[];
  }>();
  expect(items.length).toBeGreaterThan(0);
  expect(new Set(items.map(({ on }) => on))).toEqual(new Set(['2026-04-15']));
  const all = (await under.ask('GET', '/sub-group-dates', { as: 'auditor' })).json<{
    items: DiaryDateView[];
  }>();
  const starts = all.items.map(({ startsAt }) => startsAt);
  expect(starts).toEqual([...starts].sort());
});
