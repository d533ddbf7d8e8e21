// What a case is told of the diary, and which answers call for another try.

import { describe, expect, test } from '@jest/globals';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import { createFollowDiary, type FollowingParts } from '../../../activities/followDiary';
import { instant } from '../../../domain/calendar/instant';
import type { CaseBehind, DiaryChange } from '../../../records/records';

const CHANGE: DiaryChange = {
  date: 'SG-0004' as never,
  version: 3,
  change: 'moved',
  startsAt: instant(2_000),
  usedBy: [],
  by: 'P-0002' as never,
  at: instant(1_000),
};
const behind = (n: number, newest = CHANGE): CaseBehind => ({
  reference: `RR-2026-000${n}` as never,
  date: newest.date,
  version: 1,
  asOf: 9,
  newest,
});

interface Told {
  readonly workflowId: string;
  readonly name: string;
  readonly options: unknown;
}

const following = (
  cases: readonly CaseBehind[] | Error,
  answer: (n: number) => Promise<unknown> = () => Promise.resolve({}),
) => {
  const told: Told[] = [];
  const logged: unknown[] = [];
  const parts: FollowingParts = {
    records: {
      diary: {
        casesBehind: () => (cases instanceof Error ? Promise.reject(cases) : Promise.resolve(cases)),
      },
    },
    cases: {
      withDeadline: (_, work) => work(),
      getHandle: (workflowId) =>
        ({
          executeUpdate: (name: string, options: unknown) => {
            told.push({ workflowId, name, options });
            return answer(told.length);
          },
        }) as never,
    },
    logger: {
      info: (...line: unknown[]) => void logged.push(line),
      warn: (...line: unknown[]) => void logged.push(line),
    },
  };
  return { follow: createFollowDiary(parts), told, logged };
};

const refusedBy = (type: string): Promise<never> =>
  Promise.reject(new WorkflowUpdateFailedError('no', ApplicationFailure.create({ type })));

describe('each case that is behind is told', () => {
  test('where the date has moved to, by whom it was moved, under ids that make a repeat harmless', async () => {
    const { follow, told } = following([behind(7), behind(8)]);
    await follow();
    expect(told).toHaveLength(2);
    expect(told[0]).toEqual({
      workflowId: 'rapid-review/RR-2026-0007',
      name: 'followDiary',
      options: {
        updateId: 'diary-SG-0004-3-9-RR-2026-0007',
        args: [
          {
            command: {
              kind: 'followDiary',
              date: 'SG-0004',
              version: 3,
              startsAt: 2_000,
              asked: {
                actor: 'P-0002',
                authority: 'coordinator',
                askedAt: 1_000,
                commandId: 'diary-SG-0004-3-9',
              },
            },
          },
        ],
      },
    });
  });

  test('however many others are silent meanwhile', async () => {
    const silent = Array.from({ length: 23 }, (_, n) => behind(n));
    const others = [behind(24), behind(25), behind(26)];
    let giveUp: (error: Error) => void = () => undefined;
    const silence = new Promise<never>((_, reject) => (giveUp = reject));
    const { follow, told } = following([...silent, ...others], (n) =>
      n <= silent.length ? silence : Promise.resolve({}),
    );
    const followed = follow();
    // Rounds of the event loop, and none of the clock: nobody waits for anything but an answer.
    for (let round = 0; round < 50; round += 1) await new Promise(setImmediate);
    expect(told).toHaveLength(silent.length + others.length);
    giveUp(new Error('deadline'));
    await expect(followed).rejects.toMatchObject({
      message: 'the diary is not followed: 23 cases have not answered',
    });
  });

  test('that it is cancelled, by the absence of a start', async () => {
    const { follow, told } = following([behind(7, { ...CHANGE, change: 'cancelled' })]);
    await follow();
    expect(JSON.stringify(told)).not.toContain('startsAt');
  });
});

describe('another try', () => {
  test.each([
    ['a case that does not answer', () => Promise.reject(new Error('deadline'))],
    ['one that went on as new meanwhile', () => refusedBy('AcceptedUpdateCompletedWorkflow')],
    ['one whose update was aborted', () => refusedBy('UpdateAborted')],
  ])('is called for by %s, after all others were told', async (_, answer) => {
    const { follow, told } = following([behind(7), behind(8)], (n) =>
      n === 1 ? answer() : Promise.resolve({}),
    );
    await expect(follow()).rejects.toMatchObject({
      type: 'DiaryNotFollowed',
      message: 'the diary is not followed: 1 cases have not answered',
    });
    expect(told).toHaveLength(2);
  });

  test.each([
    ['one that refuses', () => refusedBy('CalendarDoesNotCover')],
    ['one whose workflow is gone', () => Promise.reject(new WorkflowNotFoundError('gone', 'w', undefined))],
  ])('is not called for by %s: it is logged, and asked again with the next change', async (_, answer) => {
    const { follow, logged } = following([behind(7)], answer);
    await follow();
    expect(JSON.stringify(logged)).toContain('RR-2026-0007');
  });

  test('is called for by records that do not answer, without a word of what they said', async () => {
    const { follow } = following(new Error('password of the database'));
    await expect(follow()).rejects.toMatchObject({ message: 'followDiary failed: Error' });
  });
});
