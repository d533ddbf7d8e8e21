// What a process remembers of a case is a shortening only: another process records in between, or the log is put back from
// a backup beneath it, and what is read and listed is what the events give.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { fold } from '../../domain/rapidReview/evolve';
import type { CaseReference } from '../../domain/rapidReview/state';
import { createRecords } from '../../records/createRecords';
import type { Records } from '../../records/records';
import { invitation } from '../unit/rapidReview/race';
import { REASON, Story } from '../unit/rapidReview/story';
import { eventfulStory, newReference, recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';
import { dumpOf } from '../../records/cases/dump';

let under: RecordsUnderTest;
let other: Records;
beforeAll(async () => {
  under = await recordsUnderTest();
  other = createRecords(under.database, { master: under.ring });
  for (const table of ['case_event', 'case_head'])
    await sql`alter table ${sql.table(table)} disable trigger all`.execute(under.database);
});
afterAll(() => under.close());

test('two processes that record a case in turns list and read it as its events give it', async () => {
  const reference = newReference();
  const { events } = eventfulStory(reference);
  // The second and third by the other, and so on: each finds events that it has not recorded.
  for (const [index, event] of events.entries()) {
    const recorder = index % 3 === 0 ? under.records : other;
    await recorder.events.record({ reference, events: [event], notices: [] });
  }
  expect(events.length).toBeGreaterThan(20);
  for (const reader of [under.records, other]) {
    const folded = await reader.cases.stateOf(reference);
    expect(folded?.state).toEqual(fold(events));
    expect(folded?.events).toEqual(await reader.events.ofCase(reference));
  }
  const listed = await dumpOf(under.database);
  await under.records.cases.rebuildAll();
  expect(await dumpOf(under.database)).toBe(listed);
});

test('what another has listed in between goes when it is over', async () => {
  const reference = newReference();
  const story = new Story().opened('2026-03-30 15:20', { reference, agencies: [] });
  const record = async (records: Records): Promise<void> => {
    const { events } = story;
    const from = await records.events.version(reference);
    await records.events.record({ reference, events: events.slice(from), notices: [] });
  };
  await record(under.records);
  story.at('2026-03-31 10:00').act(invitation('2026-04-14 10:00'));
  await record(other);
  story.at('2026-04-01 10:00').act({ kind: 'cancelMeeting', reason: REASON });
  await record(under.records);
  const listed = await dumpOf(under.database);
  await under.records.cases.rebuildAll();
  expect(await dumpOf(under.database)).toBe(listed);
});

test('a process that records alone lists what a rebuild gives, event by event', async () => {
  const reference = newReference();
  for (const event of eventfulStory(reference).events) {
    await under.records.events.record({ reference, events: [event], notices: [] });
    const listed = await dumpOf(under.database);
    await under.records.cases.rebuildAll();
    expect(await dumpOf(under.database)).toBe(listed);
  }
});

/** As a restore may: the log of this file is not held to growing only. */
const forget = async (reference: CaseReference): Promise<void> => {
  for (const table of ['case_event', 'case_head', 'case_list', 'case_obligation', 'case_request'] as const)
    await under.database.deleteFrom(table).where('reference', '=', reference).execute();
};

test.each([[undefined], [3]])(
  'a log that was put back beneath a running process is read anew, also where it is as long: %p',
  async (many) => {
    const reference = newReference();
    const first = eventfulStory(reference).events.slice(0, many);
    await under.records.events.record({ reference, events: first, notices: [] });
    expect((await under.records.cases.stateOf(reference))?.state).toEqual(fold(first));

    await forget(reference);
    expect(await under.records.cases.stateOf(reference)).toBeUndefined();

    const story = new Story().opened('2026-04-20 11:00', { reference, agencies: [] }).at('2026-06-30 09:00');
    const second = story.events.slice(0, many);
    expect(second).toHaveLength(many ?? second.length);
    await other.events.record({ reference, events: second, notices: [] });
    expect((await under.records.cases.stateOf(reference))?.state).toEqual(fold(second));
  },
);

test('a log that goes on from another than was read is not taken for its continuation', async () => {
  const reference = newReference();
  const first = eventfulStory(reference).events.slice(0, 3);
  await under.records.events.record({ reference, events: first, notices: [] });
  await under.records.cases.stateOf(reference);

  await forget(reference);
  const { events } = new Story()
    .opened('2026-04-20 11:00', { reference, agencies: [] })
    .at('2026-06-30 09:00');
  await other.events.record({ reference, events: events.slice(0, 4), notices: [] });
  // The next one by the process that had read the other log.
  await under.records.events.record({ reference, events: events.slice(4, 6), notices: [] });
  expect((await under.records.cases.stateOf(reference))?.state).toEqual(fold(events.slice(0, 6)));
  const listed = await dumpOf(under.database);
  await under.records.cases.rebuildAll();
  expect(await dumpOf(under.database)).toBe(listed);
});
