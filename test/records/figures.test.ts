// The figures for those who watch: each number counted beside what the cases themselves say, and moved by what should move it.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { civilDate } from '../../domain/calendar/civilDate';
import { timetableOfCase } from '../../domain/rapidReview/timetableOfCase';
import type { Instant } from '../../domain/calendar/instant';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { CaseFigures, Stage } from '../../records/records';
import { ALL_AGREE, BOARD, COUNCIL, POLICE, Race, SCHOOL } from '../unit/rapidReview/race';
import { AGENCY, london, REASON, Story } from '../unit/rapidReview/story';
import { accept, actOf, daysOf, openedWith, calendarNow } from './acceptedChanges';
import { askedCase } from './askedCase';
import { openedCase, recordedOnlyCase } from './inventedCases';
import {
  eventfulStory,
  newReference,
  recordsUnderTest,
  recordStory,
  type RecordsUnderTest,
} from './recordsUnderTest';

let under: RecordsUnderTest;
beforeEach(async () => {
  under = await recordsUnderTest();
}, 60_000);
afterEach(() => under.close());

const WITHIN_MS = 10_000;
const at = (now: Instant | string): Promise<CaseFigures> =>
  under.records.figures.at(typeof now === 'string' ? london(now) : now, WITHIN_MS);
const record = async <S extends Story>(story: S): Promise<S> => {
  await recordStory(under.records, story.open.reference, story);
  return story;
};
const eventful = (): Promise<Story> => record(eventfulStory(newReference()));
const standings = async (now: string): Promise<Record<string, number>> => {
  const { obligations } = await at(now);
  return Object.fromEntries(
    obligations.map(({ obligation, standing, count }) => [`${obligation} ${standing}`, count]),
  );
};

test('of no case at all there is nothing to count', async () => {
  const { openCases, obligations, notices, behind, events, ...rest } = await at('2026-04-01 12:00');
  expect([openCases.size, obligations, notices, [...behind], events]).toEqual([
    ...[0, [], []],
    [
      ['calendar', 0],
      ['diary', 0],
    ],
    0,
  ]);
  expect(rest).toEqual({});
});

test('events are those in the log', async () => {
  const stories = [await eventful(), await eventful()];
  const expected = stories.reduce((sum, { events }) => sum + events.length, 0);
  expect((await at('2026-04-27 12:00')).events).toBe(expected);
});

const race = (): Race => new Race().received({ reference: newReference() });

describe('open cases', () => {
  const asked = (): Race => {
    const one = race().at('2026-03-31 10:00');
    for (const agency of [COUNCIL, POLICE, BOARD, SCHOOL])
      one.act({
        kind: 'recordRequestSent',
        agency,
        channel: 'paper',
        on: civilDate('2026-03-31'),
        contacts: [],
      });
    return one;
  };
  const decided = (): Race => asked().meetingArranged().quorate().decided();
  const informed = (one: Race): Race =>
    one
      .act({ kind: 'informPanel' })
      .hear({ ...one.dispatch('accepted'), key: `${one.open.reference}/panelDispatch/1` });

  test('stand at the stage that they have reached, ended and recorded ones at none', async () => {
    await openedCase(under.records, '2026-03-30 15:20');
    await recordedOnlyCase(under.records);
    await record(race());
    await record(asked());
    await record(asked().meetingArranged());
    await record(asked().meetingArranged().quorate());
    await record(asked().meetingArranged().quorate().decided());
    await record(informed(decided().evidenced().closed().signedOff().reported().referenced()));
    const stages: readonly (readonly [Stage, number])[] = [
      ['referral', 2],
      ['scoping', 1],
      ['meeting', 2],
      ['decision', 1],
      ['panel', 1],
    ];
    expect((await at('2026-04-14 18:00')).openCases).toEqual(new Map(stages));
  });
});

describe('obligations', () => {
  test('are counted as the timetable has them, while nothing is due', async () => {
    const story = await eventful();
    const lines = timetableOfCase(story.state, story.calendar).lines.filter(
      ({ status, doneOn }) => doneOn === undefined && status !== 'met',
    );
    const counted = await standings('2026-03-31 10:00');
    const expected: Record<string, number> = {};
    for (const { obligation, status } of lines) {
      const key = `${obligation} ${status}`;
      expected[key] = (expected[key] ?? 0) + 1;
    }
    expect(counted).toEqual(expected);
    expect(Object.keys(counted).some((key) => key.endsWith(' missed'))).toBe(true);
  });

  test('are due on their day in London, unnoticed after it until the case has noticed, missed from then on', async () => {
    const story = await record(
      new Story().opened('2026-03-30 15:20', { reference: newReference(), agencies: [AGENCY(1)] }),
    );
    expect(story.line('scopingDispatch', AGENCY(1)).due).toBe('2026-04-01');
    const moments: readonly (readonly [string, string])[] = [
      ['2026-03-31 23:59', 'open'],
      ['2026-04-01 00:00', 'dueToday'],
      ['2026-04-01 23:59', 'dueToday'],
      ['2026-04-02 00:00', 'unnoticed'],
    ];
    for (const [now, standing] of moments)
      expect([now, await standings(now)]).toEqual([
        now,
        expect.objectContaining({ [`scopingDispatch ${standing}`]: 1 }),
      ]);
    await record(story.at('2026-04-02 00:01'));
    const noticed = await standings('2026-04-02 00:01');
    expect(noticed).toMatchObject({ 'scopingDispatch missed': 1 });
    expect(noticed).not.toHaveProperty('scopingDispatch unnoticed');
  });

  test('of an ended case are owed by nobody, not even those that it had missed', async () => {
    const one = await record(race());
    const { reference } = one.open;
    const nobodyAsked = '2026-04-10 12:00';
    one.at(nobodyAsked);
    await recordStory(under.records, reference, one);
    expect(await standings(nobodyAsked)).toMatchObject({
      'scopingDispatch missed': 4,
      'completeLocal open': 1,
    });
    one.act({ kind: 'withdrawCase', agreedBy: ALL_AGREE, reason: REASON });
    await recordStory(under.records, reference, one);
    expect(await standings(nobodyAsked)).toEqual({});
    expect((await at(nobodyAsked)).openCases).toEqual(new Map());
  });
});

describe('notices', () => {
  const scoping = async (now: string) =>
    (await at(now)).notices.find(({ template }) => template === 'scopingRequest');

  test('wait since the event that called for them, and no more once the server has them', async () => {
    const { key } = await askedCase(under.records);
    expect(await at('2026-03-30 16:05')).toMatchObject({ waitingSince: london('2026-03-30 16:00') });
    expect(await scoping('2026-03-30 16:05')).toEqual({ template: 'scopingRequest', waiting: 1, failed: 0 });
    await under.records.notices.end(key, {
      at: london('2026-03-30 16:06'),
      accepted: ['AG-0001-C1'] as never,
      refused: [],
      outcome: 'accepted',
    });
    expect(await scoping('2026-03-30 16:07')).toBeUndefined();
    expect(await at('2026-03-30 16:07')).not.toHaveProperty('waitingSince');
  });

  test.each([
    ['refused', '550 5.1.1', 1],
    ['lapsed', 'ELATE', 1],
    ['lapsed', 'EREPEATED', 1],
    ['lapsed', 'EANSWERED', 0],
    ['lapsed', 'EVOID', 0],
  ] as const)('%s with %s count %i times as failed', async (outcome, error, failed) => {
    const { key } = await askedCase(under.records);
    await under.records.notices.end(key, {
      at: london('2026-03-30 16:06'),
      accepted: [],
      refused: [],
      outcome,
      error,
    });
    expect(await scoping('2026-03-30 16:07')).toEqual({ template: 'scopingRequest', waiting: 0, failed });
  });
});

test('a mail that lapsed with a withdrawal has failed once that is undone (R21), as the case hears of it', async () => {
  const { records } = under;
  const { reference, key, story } = await askedCase(records);
  const failed = async (): Promise<number | undefined> =>
    (await at(story.now)).notices.find(({ template }) => template === 'scopingRequest')?.failed;
  story.act({ kind: 'withdrawCase', agreedBy: ALL_AGREE, reason: REASON });
  await recordStory(records, reference, story);
  const unsent = { at: story.now, accepted: [], refused: [], outcome: 'lapsed', error: 'EENDED' } as const;
  await records.notices.end(key, unsent);
  expect(await failed()).toBe(0);
  story.act({ kind: 'undoWithdrawal', reason: REASON });
  await recordStory(records, reference, story);
  expect(await failed()).toBe(1);
});

describe('cases behind', () => {
  test('a change of the calendar are counted until they follow', async () => {
    await openedWith(under.records, await calendarNow(under.records));
    await accept(under.records, daysOf(['2026-04-10']));
    expect((await at('2026-04-01 13:00')).behind.get('calendar')).toBe(1);
  });

  test('the diary are counted until they follow', async () => {
    const { diary } = under.records;
    const startsAt = london('2026-04-14 10:00');
    const change = (commandId: string) => ({ commandId, by: 'P-0001' as ActorId, at: actOf().at });
    const added = await diary.record(change('d-1'), () => ({ record: { change: 'added', startsAt } }));
    if ('refused' in added) throw new Error('it was refused');
    const { date } = added.recorded;
    const story = new Race().received({ reference: newReference() });
    await record(story.meetingArranged('2026-04-14 10:00', { diary: { date, version: 1 } }));
    expect((await at('2026-04-01 13:00')).behind.get('diary')).toBe(0);
    await diary.record(change('d-2'), () => ({ record: { date, change: 'cancelled', startsAt } }));
    expect((await at('2026-04-01 13:00')).behind.get('diary')).toBe(1);
  });
});

test('a database that is too busy is not waited for', async () => {
  const asked = under.database.transaction().execute(async (blocker) => {
    await sql`lock table case_head in access exclusive mode`.execute(blocker);
    await under.records.figures.at(london('2026-04-01 12:00'), 100);
  });
  await expect(asked).rejects.toThrow(/statement timeout/);
});
