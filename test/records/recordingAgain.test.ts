// Recording has the effect of once, and what does not fit what is recorded is refused with nothing changed.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { instant } from '../../domain/calendar/instant';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { Notice } from '../../domain/rapidReview/notices';
import type { CaseReference } from '../../domain/rapidReview/state';
import { connect } from '../../records/connect';
import { createRecords } from '../../records/createRecords';
import { CalendarNotRecorded, HistoryDiverged, RecordsBehind } from '../../records/eventLog/refusals';
import { calendarOf } from '../unit/calendars';
import { Story } from '../unit/rapidReview/story';
import { recordedStory, rowsOfCase } from './recordedStory';
import {
  eventfulStory,
  newReference,
  recordsUnderTest,
  recordStory,
  type RecordsUnderTest,
} from './recordsUnderTest';
import { verdictOf } from './chainVerdict';

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());

describe('recording again', () => {
  test('is without effect', async () => {
    const { reference, story } = await recordedStory(under.records);
    const before = await rowsOfCase(under.database, reference);
    await recordStory(under.records, reference, story);
    await under.records.events.record({ reference, events: story.events.slice(3, 5), notices: [] });
    expect(await rowsOfCase(under.database, reference)).toEqual(before);
  });

  test('is without effect at the same moment, from several processes', async () => {
    const reference = newReference();
    const story = eventfulStory(reference);
    const others = Array.from({ length: 4 }, () => connect(under.url, { connections: 2 }));
    try {
      const writers = [under.records, ...others.map((each) => createRecords(each, { master: under.ring }))];
      // Each tells a part of its own length from the start, as retried recordings do.
      await Promise.allSettled(
        writers.flatMap((records, index) =>
          [story.events.length, 3 + index, story.events.length].map((count) => {
            const events = story.events.slice(0, count);
            const notices = story.notices.filter(({ event }) => event <= events.length);
            return records.events.record({ reference, events, notices });
          }),
        ),
      ).then((results) => expect(results.filter(({ status }) => status === 'rejected')).toEqual([]));
    } finally {
      await Promise.all(others.map((each) => each.destroy()));
    }
    expect(await under.records.events.version(reference)).toBe(story.events.length);
    expect(await under.records.notices.ofCase(reference)).toHaveLength(story.notices.length);
    expect(await verdictOf(under.database, reference)).toEqual({
      cases: 1,
      checked: story.events.length,
      broken: [],
    });
  });

  test('nothing at all is without effect', async () => {
    const reference = newReference();
    const before = await rowsOfCase(under.database, reference);
    await under.records.events.record({ reference, events: [], notices: [] });
    expect(await rowsOfCase(under.database, reference)).toEqual(before);
  });

  test('adds what is new after what is known, and gives the same as recording at once', async () => {
    const { reference, story } = await recordedStory(under.records);
    const [whole] = [await rowsOfCase(under.database, reference)];
    const [piecemeal, again] = [newReference(), eventfulStory(reference)];
    const rename = (text: string): string => text.replaceAll(reference, piecemeal);
    const renamed = <T>(value: T): T => JSON.parse(rename(JSON.stringify(value))) as T;
    for (let count = 1; count <= again.events.length; count += 1) {
      const events = renamed(again.events.slice(Math.max(0, count - 3), count));
      const notices = renamed(again.notices.filter(({ event }) => event === count));
      await under.records.events.record({ reference: piecemeal, events, notices });
    }
    const hashless = (rows: unknown): string => JSON.stringify(rows).replaceAll(/\b[0-9a-f]{64}\b/g, 'hash');
    expect(hashless(await rowsOfCase(under.database, piecemeal))).toBe(rename(hashless(whole)));
    expect(story.events).toHaveLength(again.events.length);
  });
});

describe('refused, with nothing changed', () => {
  const refused = async (
    reference: CaseReference,
    change: { events: readonly CaseEvent[]; notices?: readonly Notice[] },
  ): Promise<unknown> => {
    const before = await rowsOfCase(under.database, reference);
    const error: unknown = await under.records.events.record({ reference, notices: [], ...change }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(await rowsOfCase(under.database, reference)).toEqual(before);
    return error;
  };

  test.each([
    ['body', { body: { on: '2026-03-31', items: [] } }],
    ['kind', { kind: 'BriefingSkipped' }],
    ['time', { at: instant(1) }],
    ['actor', { actor: 'P-9999' }],
    ['authority', { authority: 'coordinator' }],
    ['command', { commandId: 'another' }],
  ])('a known number with another %s', async (_, change) => {
    const { reference, story } = await recordedStory(under.records);
    const events = story.events.map((event) =>
      event.number === 4 ? ({ ...event, ...change } as CaseEvent) : event,
    );
    const error = await refused(reference, { events });
    expect(error).toBeInstanceOf(HistoryDiverged);
    expect(error).toMatchObject({ name: 'HistoryDiverged', reference, number: 4 });
  });

  test('a known number with another content, together with new events', async () => {
    const reference = newReference();
    const story = eventfulStory(reference);
    await under.records.events.record({ reference, events: story.events.slice(0, 5), notices: [] });
    const events = story.events.map((event) => (event.number === 5 ? { ...event, at: instant(1) } : event));
    expect(await refused(reference, { events })).toBeInstanceOf(HistoryDiverged);
  });

  test('a gap', async () => {
    const reference = newReference();
    const story = eventfulStory(reference);
    expect(await refused(reference, { events: story.events.slice(1) })).toBeInstanceOf(RecordsBehind);
    await under.records.events.record({ reference, events: story.events.slice(0, 2), notices: [] });
    const behind = await refused(reference, { events: story.events.slice(3) });
    expect(behind).toMatchObject({ name: 'RecordsBehind', recorded: 2, given: 4 });
    const events = story.events.filter(({ number }) => number !== 4);
    expect(await refused(reference, { events })).toBeInstanceOf(RecordsBehind);
  });

  test('events or notices of another case', async () => {
    const { story } = await recordedStory(under.records);
    const reference = newReference();
    expect(await refused(reference, { events: story.events })).toBeInstanceOf(RangeError);
    const own = eventfulStory(reference);
    const foreign = await refused(reference, { events: own.events, notices: story.notices });
    expect(foreign).toBeInstanceOf(RangeError);
  });

  test('a case whose calendar is not in the records', async () => {
    const reference = newReference();
    const story = new Story(calendarOf(['2026-05-04'])).opened('2026-03-30 15:20', { reference });
    const error = await refused(reference, { events: story.events });
    expect(error).toBeInstanceOf(CalendarNotRecorded);
    await under.records.snapshots.put(story.calendar.snapshot);
    await recordStory(under.records, reference, story);
    expect(await under.records.events.version(reference)).toBe(story.events.length);
  });

  test('a notice without the event that calls for it', async () => {
    const reference = newReference();
    const story = eventfulStory(reference);
    const error = await refused(reference, { events: story.events.slice(0, 2), notices: story.notices });
    expect(String(error)).toContain('foreign key');
  });
});
