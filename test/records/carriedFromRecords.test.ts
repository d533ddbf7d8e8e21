// What a case is started again with: the state that its events lead to, its calendar, and every command it has taken.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CaseReference } from '../../domain/rapidReview/state';
import { carriedFromRecords } from '../../cli/cases/carriedFromRecords';
import { officialCalendar } from '../unit/calendars';
import { AGENCY, Story } from '../unit/rapidReview/story';
import { recordedStory } from './recordedStory';
import { newReference, recordsUnderTest, recordStory, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());

test('is the state and the calendar of the case, with nothing unrecorded and its mail to be looked at', async () => {
  const { reference, story } = await recordedStory(under.records);
  const carried = await carriedFromRecords(under.records, reference);
  expect(carried).toMatchObject({
    state: JSON.parse(JSON.stringify(story.state)) as object,
    calendar: officialCalendar.snapshot,
    unrecorded: { events: [], notices: [] },
    mailWaiting: true,
  });
});

test('remembers each command once, with what it established, and nothing of the clock', async () => {
  const { reference, story } = await recordedStory(under.records);
  const carried = await carriedFromRecords(under.records, reference);
  const commands = [...new Set(story.events.map(({ commandId }) => commandId))].filter((id) => id !== '');
  expect(commands).toHaveLength(2);
  expect(carried?.handled.map(([id]) => id)).toEqual(commands);
  for (const [id, { version, events }] of carried?.handled ?? []) {
    const established = story.events.filter(({ commandId }) => commandId === id);
    expect(events).toEqual(established.map(({ kind }) => kind));
    expect(version).toBe(established.at(-1)?.number);
  }
});

test('remembers the last two hundred commands, as the workflow does', async () => {
  const reference = newReference();
  const story = new Story().opened('2026-03-30 15:20', { reference, agencies: [] });
  for (let n = 1; n <= 230; n += 1) story.act({ kind: 'addAgency', agency: AGENCY(n) });
  await recordStory(under.records, reference, story);
  const carried = await carriedFromRecords(under.records, reference);
  expect(carried?.handled).toHaveLength(200);
  expect(carried?.handled.at(-1)?.[1]).toEqual({
    version: story.events.length,
    events: ['AgencyIdentified'],
  });
});

test('is nothing for a case that the records do not have', async () => {
  expect(await carriedFromRecords(under.records, 'RR-1999-0001' as CaseReference)).toBeUndefined();
});
