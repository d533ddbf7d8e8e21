// What an API that died has left is asked for and recorded; what nothing can come of any more is put away, and a case that cannot
// be asked stops no other.

import { expect, test } from '@jest/globals';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/common';
import { answered, leftToAsker, type Question } from '../../../contracts/questions';
import { workflowIdOf } from '../../../contracts/workflowIds';
import { instant } from '../../../domain/calendar/instant';
import type { CaseEvent } from '../../../domain/rapidReview/events';
import type { CaseReference } from '../../../domain/rapidReview/references';
import type { ActUnderWay } from '../../../records/records';
import { FRESH, OLDER, recordWhatWasLeft, type Age, type LeftParts } from '../../../worker/recordWhatWasLeft';
import { Race } from '../rapidReview/race';

const NOW = instant(10_000_000);
const SECOND = 1_000;
const CASE = (n: number) => `RR-2026-000${n}` as CaseReference;
const act = (n: number, secondsAgo: number): ActUnderWay => ({
  commandId: `act-${n}-${secondsAgo}`,
  reference: CASE(n),
  since: instant(NOW - secondsAgo * SECOND),
});
const [left] = new Race().received().events;

interface Page {
  readonly after: ActUnderWay | undefined;
  readonly limit: number;
}
const ANY_AGE = { atLeastMs: FRESH.atLeastMs };

const swept = async (
  acts: readonly ActUnderWay[],
  answers: Readonly<Record<CaseReference, unknown>>,
  age: Age = ANY_AGE,
  stopping?: AbortSignal,
  known = 0,
) => {
  const recorded: string[] = [];
  const givenUp: string[] = [];
  const asked: string[] = [];
  const ask = (workflowId: string, question: Question<unknown>): Promise<never> => {
    expect(question).toBe(leftToAsker);
    asked.push(workflowId);
    const answer = Object.entries(answers).find(
      ([reference]) => workflowIdOf(reference as CaseReference) === workflowId,
    );
    return Promise.reject(
      answer?.[1] instanceof Error
        ? answer[1]
        : new WorkflowUpdateFailedError('refused', answered(answer?.[1] ?? [])),
    );
  };
  const nothing = () => undefined;
  const parts = {
    records: {
      events: {
        version: () => Promise.resolve(known),
        record: ({ reference, events }: { reference: string; events: readonly CaseEvent[] }) => {
          recorded.push(`${reference} ${events.map(({ kind }) => kind).join(' ')}`);
          return Promise.resolve();
        },
      },
      reservations: {
        underWay: (from: number, before: number, { after, limit }: Page) => {
          const found = acts.filter(({ since }) => since >= from && since < before);
          const start = after === undefined ? 0 : found.indexOf(after) + 1;
          return Promise.resolve(found.slice(start, start + limit));
        },
        givenUp: (commandId: string) => {
          givenUp.push(commandId);
          return Promise.resolve();
        },
      },
    },
    cases: {
      withDeadline: (_: unknown, work: () => unknown) => work(),
      getHandle: (workflowId: string) => ({
        executeUpdate: (question: Question<unknown>) => ask(workflowId, question),
      }),
    },
    clock: () => NOW,
    logger: { info: nothing, warn: nothing },
  } as unknown as LeftParts;
  const outcome = await recordWhatWasLeft(parts, age, stopping).then(
    () => 'done',
    (error: unknown) => (error as Error).message,
  );
  return { outcome, recorded, givenUp, asked };
};

test('each case is asked once, when its act is ten seconds old, and what it holds is recorded', async () => {
  const { outcome, recorded, givenUp, asked } = await swept([act(1, 11), act(1, 20), act(2, 9), act(3, 11)], {
    [CASE(1)]: [left],
  });
  expect([outcome, recorded, givenUp]).toEqual(['done', [`${CASE(1)} CaseOpened`], []]);
  expect(asked).toEqual([CASE(1), CASE(3)].map(workflowIdOf));
});

test('what is recorded already is not recorded again, nor said to be, however often it is asked for', async () => {
  const { outcome, recorded, asked } = await swept(
    [act(1, 11)],
    { [CASE(1)]: [left] },
    ANY_AGE,
    undefined,
    left?.number,
  );
  expect([outcome, recorded, asked]).toEqual(['done', [], [workflowIdOf(CASE(1))]]);
});

test('nothing comes any more of what is an hour old, or of a case that does not run', async () => {
  const gone = new WorkflowNotFoundError('none', '', undefined);
  const { outcome, givenUp } = await swept([act(1, 3_601), act(1, 3_599), act(2, 11)], { [CASE(2)]: gone });
  expect([outcome, givenUp]).toEqual(['done', ['act-1-3601', 'act-2-11']]);
});

test('a case that does not answer stops no other, and is asked again', async () => {
  const { outcome, recorded, givenUp } = await swept([act(1, 4_000), act(2, 11)], {
    [CASE(1)]: new Error('too late'),
    [CASE(2)]: [left],
  });
  expect([recorded, givenUp]).toEqual([[`${CASE(2)} CaseOpened`], []]);
  expect(outcome).toBe('1 cases could not be asked, or not be recorded');
});

test('what cannot be asked for longer than a minute is looked at apart, and keeps nobody waiting', async () => {
  const old = Array.from({ length: 450 }, (_, index) => act(1, 10_000 - index));
  const acts = [...old, act(2, 59)];
  expect((await swept(acts, {}, FRESH)).asked).toEqual([workflowIdOf(CASE(2))]);
  const { asked, givenUp } = await swept(acts, {}, OLDER);
  expect(new Set(asked)).toEqual(new Set([workflowIdOf(CASE(1))]));
  expect(givenUp).toHaveLength(450);
});

test('a round that is to end asks nobody any more, and says of no case that it could not be asked', async () => {
  const { outcome, asked } = await swept([act(1, 11)], {}, ANY_AGE, AbortSignal.abort());
  expect([outcome, asked]).toEqual(['done', []]);
});
