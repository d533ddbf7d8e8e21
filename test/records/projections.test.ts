// The projections: what they show of a case, and that they can be dropped and rebuilt to the same byte.

import type { Instant } from '../../domain/calendar/instant';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { civilDate } from '../../domain/calendar/civilDate';
import { workingCalendar } from '../../domain/calendar/workingCalendar';
import { project } from '../../records/cases/project';
import { Story } from '../unit/rapidReview/story';
import { openedCase, recordedOnlyCase } from './inventedCases';
import {
  eventfulStory,
  newReference,
  recordsUnderTest,
  recordStory,
  type RecordsUnderTest,
} from './recordsUnderTest';
import { waitingForLocks } from './waiting';
import { dumpOf } from '../../records/cases/dump';

const NO_HISTORY = { firstDue: new Map(), openedAt: 0 as Instant };

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());

describe('what they show', () => {
  test('of an eventful case', async () => {
    const reference = newReference();
    const story = eventfulStory(reference);
    await recordStory(under.records, reference, story);
    const item = (await under.records.cases.list({ limit: 100 })).items.find(
      (each) => each.reference === reference,
    );
    expect(item).toEqual({
      reference,
      status: 'open',
      nature: 'suspectedAbuseOrNeglect',
      receivedOn: '2026-03-30',
      headline: '2026-04-22',
      version: story.state.version,
      agencies: 2,
      obligations: {
        // The notification has no anchor, nor has what the agency that was never asked would owe.
        awaitingAnchor: 4,
        open: 0,
        met: 1,
        missed: 5,
        missedNotDone: 5,
      },
      next: {
        key: 'scopingDispatch:AG-0002',
        obligation: 'scopingDispatch',
        agency: 'AG-0002',
        due: '2026-04-01',
        status: 'missed',
      },
    });
    const obligations = under.database
      .selectFrom('case_obligation')
      .selectAll()
      .where('reference', '=', reference);
    expect(
      await obligations.where('key', '=', 'scopingDispatch:AG-0001' as never).executeTakeFirst(),
    ).toMatchObject({
      obligation: 'scopingDispatch',
      agency: 'AG-0001',
      status: 'met',
      due: '2026-04-01',
      done_on: '2026-03-31',
      working_days_early: 1,
    });
    const shape: unknown = expect.stringMatching(/^[0-9a-f]{20}$/);
    const requests = under.database.selectFrom('case_request').selectAll().where('reference', '=', reference);
    expect(await requests.orderBy('position').execute()).toEqual([
      {
        reference,
        agency: 'AG-0001',
        position: 0,
        round: 1,
        sendings: 1,
        sent_on: '2026-03-31',
        channel: 'mail',
        asked: 1,
        bounced: 0,
        void_rounds: 0,
        reminders: 4,
        shape,
      },
      {
        reference,
        agency: 'AG-0002',
        position: 1,
        round: null,
        sendings: 0,
        sent_on: null,
        channel: null,
        asked: 0,
        bounced: 0,
        void_rounds: 0,
        reminders: 0,
        shape,
      },
    ]);
  });

  test('nothing of dates that the calendar does not reach, so that the event is recorded all the same', () => {
    const story = new Story().opened('2026-03-30 15:20');
    const covers = { from: civilDate('2026-03-01'), to: civilDate('2026-03-31') };
    const short = workingCalendar({ ...story.calendar.snapshot, covers });
    const {
      list: [list],
      obligations,
    } = project(story.open, short, NO_HISTORY);
    expect(list).toMatchObject({
      received_on: '2026-03-30',
      headline: null,
      listed_under: '9999-12-31',
      // By what is due it comes first: nobody can say that nothing is.
      listed_due: '0001-01-01',
      open: 0,
    });
    expect(obligations).toEqual([]);
    const none = workingCalendar({ ...short.snapshot, covers: { ...covers, to: civilDate('2026-03-02') } });
    expect(project(story.open, none, NO_HISTORY).list[0]?.received_on).toBeNull();
  });
});

describe('rebuilding', () => {
  test('gives every projection to the byte, whatever had become of them', async () => {
    for (const received of ['2026-03-30 15:20', '2026-12-23 09:00', '2026-05-01 23:59'])
      await openedCase(under.records, received);
    await recordedOnlyCase(under.records);
    const reference = newReference();
    await recordStory(under.records, reference, eventfulStory(reference));
    const before = await dumpOf(under.database);
    expect(before.split('\n').length).toBeGreaterThan(40);

    await sql`update case_list set headline = '2020-01-01', listed_under = '2020-01-01', missed = 99`.execute(
      under.database,
    );
    await sql`delete from case_obligation where obligation = 'meeting'`.execute(under.database);
    await sql`update case_request set reminders = reminders + 1`.execute(under.database);
    await sql`insert into case_list select 'RR-1999-0001', status, nature, received_on, headline, listed_under,
      version, agencies, awaiting_anchor, open, met, missed from case_list limit 1`.execute(under.database);
    await sql`insert into case_request select reference, 'AG-9999', 99, round, sendings, sent_on, channel, asked,
      bounced, void_rounds, reminders from case_request limit 1`.execute(under.database);
    expect(await dumpOf(under.database)).not.toBe(before);

    const told: string[] = [];
    await under.records.cases.dropStrays();
    const count = await under.records.cases.rebuildAll((done, of) => told.push(`${done}/${of}`));
    expect(await dumpOf(under.database)).toBe(before);
    expect(told.at(-1)).toBe(`${count}/${count}`);

    for (const table of ['case_list', 'case_obligation', 'case_request'] as const) {
      await under.database.deleteFrom(table).execute();
    }
    expect(await dumpOf(under.database)).toBe('');
    expect(await under.records.cases.rebuildAll()).toBe(count);
    expect(await dumpOf(under.database)).toBe(before);
  });

  test('waits for whoever is recording the case', async () => {
    const reference = await openedCase(under.records, '2026-03-30 15:20');
    let finished = false;
    let waited = false;
    let rebuilding: Promise<unknown> = Promise.resolve();
    await under.database.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('case_head')
        .set((eb) => ({ number: eb('number', '+', 0) }))
        .where('reference', '=', reference)
        .execute();
      rebuilding = under.records.cases.rebuildAll().finally(() => {
        finished = true;
      });
      while (!finished && !waited) waited = (await waitingForLocks(under.database)) > 0;
    });
    await rebuilding;
    expect(waited).toBe(true);
  });

  test('loses nothing that is recorded meanwhile', async () => {
    const reference = newReference();
    const story = eventfulStory(reference);
    const writing = (async () => {
      for (const event of story.events)
        await under.records.events.record({ reference, events: [event], notices: [] });
    })();
    const rebuilding = under.records.cases.rebuildAll();
    await Promise.all([writing, rebuilding]);
    const after = await dumpOf(under.database);
    await under.records.cases.rebuildAll();
    expect(await dumpOf(under.database)).toBe(after);
    expect(after).toContain(`"version":${story.events.length}`);
  });
});
