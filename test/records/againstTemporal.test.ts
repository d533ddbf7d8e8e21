// `npm run verify -- --against-temporal` over real records and a real Temporal whose workflows know more, otherwise or nothing: what
// is said, what is taken over, and that only records which have everything are sound. `restored.test.ts` has it over lived cases.

import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { compareCase, takeOver } from '../../cli/cases/missingTail';
import { withTemporal } from '../../cli/cases/openTemporal';
import { readVerifyCommand, runVerifyCommand } from '../../cli/verify/command';
import type { Verdict } from '../../cli/verify/verdict';
import { instant } from '../../domain/calendar/instant';
import { fold } from '../../domain/rapidReview/evolve';
import type { CaseReference } from '../../domain/rapidReview/state';
import { besideTemporal } from './besideTemporal';
import { engineOver, unwatched } from './engineOver';
import { recordedStory } from './recordedStory';
import { ownRing } from './workflowsOver';

const beside = besideTemporal();

const compared = async (...args: readonly string[]): Promise<Verdict> => {
  const { lines, sound } = await runVerifyCommand(
    engineOver(beside.under, beside.workflows),
    readVerifyCommand(['--against-temporal', ...args]),
    unwatched,
  );
  // The chains hold in every one of these.
  expect(lines[0]).toMatch(/every chain holds\.$/);
  return { lines: lines.slice(2), sound };
};
const takenOver = (): Promise<Verdict> => compared('--take-over');

const eventsOf = async (reference: CaseReference): Promise<readonly unknown[]> =>
  (await beside.under.records.events.ofCase(reference)).map(({ hash: _, ...event }) => event);

/** A case whose workflow has all of it, and the records its first five events. */
const behind = async () => {
  const told = await recordedStory(beside.under.records, 5);
  await beside.workflows.start(told.story, told.reference);
  return told;
};

const HAVE_ALL = "The records have every event that Temporal's cases have decided (1 case).";

test('records that have all of it are sound, and nothing is taken over', async () => {
  const { reference, story } = await recordedStory(beside.under.records);
  await beside.workflows.start(story, reference);
  expect(await compared()).toEqual({ lines: [HAVE_ALL], sound: true });
  expect(await takenOver()).toEqual({ lines: [HAVE_ALL], sound: true });
});

test('records that lack the end are not sound, and stay as they are until it is to be taken over', async () => {
  const { reference, story } = await behind();
  const { lines, sound } = await compared();
  expect(lines.slice(0, 2)).toEqual([
    'The records lack the end of 1 of 1 case:',
    `  ${reference}: events 6 to ${story.events.length} missing`,
  ]);
  expect(sound).toBe(false);
  expect(await beside.under.records.events.version(reference)).toBe(5);

  const taken = await takenOver();
  expect(taken.lines.slice(0, 2)).toEqual([
    'The records lacked the end of 1 of 1 case:',
    expect.stringMatching(`^  ${reference}: events 6 to ${story.events.length} taken over; `),
  ]);
  expect(taken.sound).toBe(true);
  expect(await eventsOf(reference)).toEqual(story.events);
  expect(await compared()).toEqual({ lines: [HAVE_ALL], sound: true });
});

test('a mail of which it was not noted what became of it is taken for one that may have gone', async () => {
  const { reference } = await behind();
  const { records } = beside.under;
  const killed = (): Promise<never> => Promise.reject(new Error('killed'));
  const dying = { ...records, notices: { ...records.notices, begin: killed, end: killed } };
  await withTemporal(engineOver(beside.under, beside.workflows), async (temporal) => {
    const one = await compareCase(records, temporal, reference);
    if (one === undefined) throw new Error('there is no workflow');
    await takeOver(dying, temporal, one, instant(Date.now())).catch(() => undefined);
  });
  expect((await takenOver()).sound).toBe(true);
  const waiting = (await records.notices.waiting(reference)).filter(({ event }) => event > 5);
  expect(waiting.length).toBeGreaterThan(0);
  expect(waiting.filter(({ unknownAttempts }) => unknownAttempts === 0)).toEqual([]);
});

test('beside a case that the records refuse, since its chain has lost its end, the others are taken over all the same', async () => {
  const stories = [await behind(), await behind(), await behind()];
  const [first] = stories.map(({ reference }) => reference).sort();
  const { database, records } = beside.under;
  await sql`alter table case_event disable trigger all`.execute(database);
  await sql`delete from case_event where reference = ${first} and number = 5`.execute(database);
  const { lines, sound } = await runVerifyCommand(
    engineOver(beside.under, beside.workflows),
    readVerifyCommand(['--against-temporal', '--take-over']),
    unwatched,
  );
  expect(sound).toBe(false);
  expect(lines).toContainEqual(
    expect.stringMatching(`^  ${first}: could not be taken over, or not to its end: `),
  );
  for (const { reference, story } of stories)
    if (reference !== first) expect(await records.events.version(reference)).toBe(story.events.length);
});

/** Each is a case that a take-over cannot mend; answers what is said of it. */
const NOT_MENDED: readonly (readonly [string, () => Promise<string>])[] = [
  [
    'has no workflow',
    async () => {
      await recordedStory(beside.under.records);
      return 'Without a workflow in Temporal: 1 case. "npm run restore -- --cases" starts each again from its events.';
    },
  ],
  [
    'has decided otherwise than is recorded',
    async () => {
      const { reference, story } = await recordedStory(beside.under.records, 5);
      const [fifth, ...rest] = story.events.slice(4);
      if (fifth === undefined) throw new Error('the story is too short');
      await beside.workflows.start(story, reference, {
        events: [{ ...fifth, at: instant(fifth.at + 1) }, ...rest],
      });
      return `  ${reference}: from event 5 on`;
    },
  ],
  [
    'knows less than is recorded, as in a Temporal that was restored from before',
    async () => {
      const { reference, story } = await recordedStory(beside.under.records);
      const { calendar, notices } = story;
      const before = { calendar, notices, state: fold(story.events.slice(0, 5)) };
      await beside.workflows.start(before, reference);
      return `  ${reference}: events 6 to ${story.events.length}`;
    },
  ],
  [
    'has a history under a key that is not there',
    async () => {
      const { reference, story } = await recordedStory(beside.under.records, 5);
      await beside.workflows.start(story, reference, { codec: ownRing('lost') });
      return `  ${reference}: what was encrypted with the key "lost" cannot be read: that key is not among those given`;
    },
  ],
  [
    'has decided an event that no history has any more',
    async () => {
      const { reference, story } = await recordedStory(beside.under.records, 5);
      await beside.workflows.start(story, reference, { events: story.events.slice(6) });
      return `  ${reference}: event 6 is in no history that Temporal still keeps; nothing of the case was taken over`;
    },
  ],
];

describe.each(NOT_MENDED)('beside a case that %s', (_what, makeIt) => {
  test('the others are taken over, that one stays as it is, and the whole is not sound', async () => {
    const { reference, story } = await behind();
    const said = await makeIt();
    const versions = async (): Promise<ReadonlyMap<string, number>> => {
      const heads = await beside.under.database
        .selectFrom('case_head')
        .select(['reference', 'number'])
        .execute();
      return new Map(heads.map((head) => [head.reference, head.number]));
    };
    const before = await versions();
    expect((await compared()).sound).toBe(false);
    expect(await versions()).toEqual(before);

    const { lines, sound } = await takenOver();
    expect(lines).toContain(said);
    expect(lines).toContainEqual(expect.stringMatching(`^  ${reference}: events 6 to .* taken over`));
    expect(sound).toBe(false);
    expect(await eventsOf(reference)).toEqual(story.events);
    expect(await versions()).toEqual(new Map([...before, [reference, story.events.length]]));
    // Given once more there is nothing left to take over, and it still is not sound.
    expect((await takenOver()).sound).toBe(false);
  });
});
