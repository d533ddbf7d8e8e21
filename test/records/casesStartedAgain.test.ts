// `npm run restore -- --cases` over real records and a real Temporal: which cases are started again, and over which workflow no new
// one is ever started. What a case does then is held by `test/system/restored.test.ts`.

import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { runStartCases } from '../../cli/restore/command';
import type { Verdict } from '../../cli/verify/verdict';
import { instant } from '../../domain/calendar/instant';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { CaseReference } from '../../domain/rapidReview/state';
import { besideTemporal } from './besideTemporal';
import { engineOver, unwatched } from './engineOver';
import { recordedStory } from './recordedStory';

const beside = besideTemporal();

const restoreCases = (): Promise<Verdict> =>
  runStartCases(engineOver(beside.under, beside.workflows), unwatched);

/** So many of its events are recorded; its workflow, where there was one, knew all of the story, or what is said. */
const recorded = async (
  many: number,
  workflow: 'none' | 'runs' | 'has ended',
  otherwise: (events: readonly CaseEvent[]) => readonly CaseEvent[] = (events) => events,
): Promise<CaseReference> => {
  const { reference, story } = await recordedStory(beside.under.records, many);
  if (workflow === 'none') return reference;
  await beside.workflows.start(story, reference, { events: otherwise(story.events) });
  if (workflow === 'has ended') await beside.workflows.end(reference);
  return reference;
};
const ALL = Infinity;

const started = (cases: string, running = '0 cases'): string =>
  `Started again: ${cases}. Left as they are, because they run: ${running}.`;
const notStarted = (reference: CaseReference): readonly string[] => [
  `Not started, because an ended workflow has decided what the records do not have: ${reference}.`,
  'Take that over first: "npm run verify -- --against-temporal --take-over". It names the cases that decided otherwise, which nothing takes over: ' +
    'see "A stuck case" in docs/operations.md.',
];

test('cases without a workflow, and ended ones that knew no more, are started; one that runs is left to itself', async () => {
  const lost = await recorded(ALL, 'none');
  const ended = await recorded(ALL, 'has ended');
  const running = await recorded(5, 'runs');
  const before = [await beside.workflows.runOf(ended), await beside.workflows.runOf(running)] as const;
  expect(await restoreCases()).toEqual({ lines: [started('2 cases', '1 case')], sound: true });
  expect((await beside.workflows.runOf(lost)).status).toBe('RUNNING');
  const again = await beside.workflows.runOf(ended);
  expect(again.status).toBe('RUNNING');
  expect(again.run).not.toBe(before[0].run);
  expect(await beside.workflows.runOf(running)).toEqual(before[1]);
  expect(await restoreCases()).toEqual({ lines: [started('0 cases', '3 cases')], sound: true });
});

describe('no new workflow is started over an ended one', () => {
  test.each([
    ['that knew more than the records', () => recorded(5, 'has ended')],
    [
      'that knew as much, and something else',
      () =>
        recorded(ALL, 'has ended', (events) =>
          events.map((event) => (event.number === 5 ? { ...event, at: instant(event.at + 1) } : event)),
        ),
    ],
  ])('%s: it is named, the others are started, and the whole is not sound', async (_what, makeIt) => {
    const reference = await makeIt();
    const lost = await recorded(ALL, 'none');
    const before = await beside.workflows.runOf(reference);
    expect(await restoreCases()).toEqual({
      lines: [started('1 case'), ...notStarted(reference)],
      sound: false,
    });
    expect(await beside.workflows.runOf(reference)).toEqual(before);
    expect((await beside.workflows.runOf(lost)).status).toBe('RUNNING');
  });
});

test('one that cannot be started is named, keeps no other from it, and makes the whole not sound', async () => {
  const beheaded = await recorded(ALL, 'none');
  const lost = await recorded(ALL, 'none');
  for (const table of ['case_event', 'notice'])
    await sql`alter table ${sql.table(table)} disable trigger all`.execute(beside.under.database);
  await sql`delete from case_event where reference = ${beheaded} and number = 1`.execute(
    beside.under.database,
  );
  const { lines, sound } = await restoreCases();
  expect(lines).toEqual([
    started('1 case'),
    `${beheaded} could not be started: its first event is no opening`,
  ]);
  expect(sound).toBe(false);
  expect((await beside.workflows.runOf(lost)).status).toBe('RUNNING');
});
