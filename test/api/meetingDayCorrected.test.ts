// The day of a meeting that was mistyped, over HTTP: seen first, then put right with what the meeting decided; its texts stay (R8, R16).

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { Cast, decisionBody, moment, POLICE } from './cast';
import { REASON } from './changesOfCalendar';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

const PATH = '/meetings/1/corrections';
const on = (day: string) => ({ on: day, reason: REASON });

test('R8: hours, people and texts stay; what was decided was decided on that day, late or in time', async () => {
  const race = await cast.open();
  await race.meets('04-14 10:00');
  const conflicted = { attendee: 'A-1', note: 'Canaryinterest in the case', at: moment('04-14 10:05') };
  await race.act('/meeting/arrivals', { name: 'Canaryguest', agency: POLICE, at: moment('04-14 10:00') });
  await race.at('04-14 10:05').act('/meeting/conflicts', conflicted);
  await race.at('04-14 11:00').act('/decision', decisionBody());
  await race.at('04-14 12:00').act('/meeting/closing', { minutes: 'Canaryminutes' });
  await race.at('04-22 12:00').wake();

  const preview = await race.ask(`${PATH}/preview`, { body: { on: '2026-04-21' } });
  expect(preview.json()).toMatchObject({
    restated: [
      {
        key: 'meeting',
        was: { kind: 'met', due: '2026-04-20', on: '2026-04-14' },
        now: { kind: 'missed', due: '2026-04-20', on: '2026-04-21' },
      },
    ],
    becomeLate: [{ key: 'meeting', due: '2026-04-20', doneOn: '2026-04-21' }],
    warnings: [
      {
        about: 'meetingOutsideWindow',
        way: 'late',
        inWords:
          'The meeting on Tuesday 21 April 2026 lies after its window, which closes on Monday 20 April 2026.',
      },
    ],
    chronology: [
      expect.stringMatching(
        /^Corrected: meeting 1 was held on Tuesday 21 April 2026, at the hours as recorded, not on Tuesday 14 April 2026\. Not answered by that day: /u,
      ),
      expect.stringMatching(/^Restated: the Rapid Review meeting is late, on Tuesday 21 April 2026/u),
    ],
  });
  await race.act(PATH, on('2026-04-21'));
  expect(await race.read('/decision')).toMatchObject({
    decisions: [
      {
        on: '2026-04-21',
        at: '2026-04-21T10:00:00.000Z',
        inWords: 'Decided on Tuesday 21 April 2026 at 11:00: a local child safeguarding practice review.',
      },
    ],
  });
  const { meetings } = await race.read<{ meetings: readonly { attendance: readonly object[] }[] }>(
    '/meetings',
  );
  expect(meetings).toMatchObject([
    {
      on: '2026-04-21',
      startsAt: '2026-04-21T09:00:00.000Z',
      closedAt: '2026-04-21T11:00:00.000Z',
      minutes: { text: 'Canaryminutes' },
      departure: { way: 'late', opens: '2026-04-10', closes: '2026-04-20' },
      dayCorrected: { was: '2026-04-14', reason: { text: REASON } },
    },
  ]);
  expect(meetings[0]?.attendance).toContainEqual(
    expect.objectContaining({
      attendee: 'A-1',
      conflictAt: '2026-04-21T09:05:00.000Z',
      conflict: expect.objectContaining({ text: 'Canaryinterest in the case' }),
    }),
  );
  expect(meetings[0]?.attendance.filter((one) => 'conflict' in one)).toHaveLength(1);
  expect(await race.read('/meeting/quorum?at=2026-04-21T10:00:00Z')).toMatchObject({ quorate: true });
});

test('R8: the refusals that a wrong day meets lead to it, and it says what is wrong with a day', async () => {
  const race = await (await cast.open()).decided();
  await race.at('04-16 12:00').wake();
  const lead = (type: string) => ({
    status: type === 'meeting-decided' ? 409 : 422,
    type,
    says: '/meetings/<number>/corrections',
  });
  await race.refused('/meeting/opening/undoing', { reason: REASON }, lead('meeting-decided'));
  const again = { insteadOf: { decision: 1, reason: REASON } };
  await race.refused(
    '/decision',
    decisionBody({ ...again, at: moment('04-15 11:00') }),
    lead('decided-after-meeting'),
  );
  await race.refused(
    '/decision',
    decisionBody({ ...again, at: moment('04-13 11:00') }),
    lead('decided-before-meeting'),
  );
  await race.refused(PATH, on('2026-04-17'), {
    status: 422,
    type: 'dated-outside-its-time',
    pointer: 'body /on',
  });
  await race.refused('/meetings/2/corrections', on('2026-04-15'), {
    status: 404,
    type: 'no-such-meeting-held',
  });
  // Held until noon: on this very day that is still to come.
  await race.at('04-16 11:30').refused(PATH, on('2026-04-16'), {
    status: 422,
    type: 'moment-in-future',
    pointer: 'body /on',
    says: 'By the hours that are recorded the meeting would have ended on Thursday 16 April 2026 at 12:00',
  });
  race.at('04-16 12:00');
  await race.act(PATH, on('2026-04-15'));
  await race.refused(PATH, on('2026-04-15'), {
    status: 409,
    type: 'meeting-day-correction-changes-nothing',
    pointer: 'body /on',
  });
});
