// Recording: handed on as it is, and failures told to Temporal by type and code only.

import { describe, expect, it } from '@jest/globals';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { plainFailure } from '../../../activities/plainFailure';
import { createRecordEvents } from '../../../activities/recordEvents';
import { HISTORY_DIVERGED, type RecordEventsInput } from '../../../contracts/activities';
import { HeadDiffers, HistoryDiverged, RecordsBehind } from '../../../records/eventLog/refusals';
import { AGENCY, REFERENCE, Story } from '../rapidReview/story';

const CANARY = 'Wrenlow Ashdale';

const story = new Story().opened('2026-03-30 16:20');
const input: RecordEventsInput = { reference: REFERENCE, events: story.events, notices: story.notices };

const recording = (
  record: () => Promise<undefined>,
  what: RecordEventsInput = input,
): { readonly run: () => Promise<unknown>; readonly given: unknown[]; readonly logged: unknown[] } => {
  const [given, logged]: [unknown[], unknown[]] = [[], []];
  const log = (fields: object): void => void logged.push(fields);
  const recordEvents = createRecordEvents({
    records: { events: { record: (events) => (given.push(events), record()) } },
    logger: { info: log, error: log } as Parameters<typeof createRecordEvents>[0]['logger'],
  });
  return { run: () => recordEvents(what).catch((error: unknown) => error), given, logged };
};

describe('recordEvents', () => {
  it('hands events and notices on together', async () => {
    const { run, given, logged } = recording(() => Promise.resolve(undefined));
    expect(await run()).toBeUndefined();
    expect(given).toEqual([input]);
    expect(logged).toEqual([
      {
        reference: REFERENCE,
        first: 1,
        events: story.events.length,
        notices: story.notices.length,
        commandIds: ['c1'],
      },
    ]);
  });

  it('names every command that it records something of, and none for the clock', async () => {
    const later = new Story()
      .opened('2026-03-30 16:20')
      .at('2026-04-02 10:00')
      .send([AGENCY(1)]);
    expect(later.events.some(({ commandId }) => commandId === '')).toBe(true);
    const { run, logged } = recording(() => Promise.resolve(undefined), { ...input, events: later.events });
    await run();
    expect(logged).toEqual([expect.objectContaining({ commandIds: ['c1', 'c2'] })]);
  });

  it.each([
    ['the histories diverge', new HistoryDiverged(REFERENCE, 3)],
    ['the log does not end as its chain does', new HeadDiffers(REFERENCE)],
  ])('is not retried where %s', async (_, error) => {
    const { run } = recording(() => Promise.reject(error));
    const failure = await run();
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({ type: HISTORY_DIVERGED, nonRetryable: true });
  });

  it.each([
    [new RecordsBehind(REFERENCE, 1, 3), 'RecordsBehind', 'recordEvents failed: RecordsBehind'],
    [
      Object.assign(new Error(`(name)=(${CANARY})`), { code: '23505', detail: CANARY }),
      'Error',
      'recordEvents failed: Error 23505',
    ],
  ])('is retried otherwise, and tells nothing of the data: %#', async (error, type, message) => {
    const { run } = recording(() => Promise.reject(error));
    const failure = await run();
    expect(failure).toMatchObject({ type, message, nonRetryable: false });
    expect(failure).not.toHaveProperty('details', [expect.anything()]);
    expect(JSON.stringify([failure, (failure as Error).stack, (failure as Error).cause])).not.toContain(
      CANARY,
    );
  });

  it('leaves a cancellation what it is', () => {
    const cancelled = new CancelledFailure('cancelled');
    expect(plainFailure('recordEvents', cancelled)).toBe(cancelled);
  });
});
