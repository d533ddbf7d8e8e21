// Rules and workflows change while cases run. Every committed history replays on the workflows of today, and its
// acts lead through the rules of today to the very events that were recorded; a broken twin of either is found out.

import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { workflowIdOf } from '../../contracts/workflowIds';
import { COMMAND_KINDS } from '../../domain/rapidReview/commands';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { OpenCase } from '../../domain/rapidReview/referral/commands';
import { bundleOfSources } from '../../worker/bundleOfSources';
import { quietRuntime } from '../temporal/quietRuntime';
import type { CommittedStory } from './acts';
import { committedStories, historyFiles, historyOf } from './committed';
import { playActs } from './playActs';
import { readHistories, type History } from './readHistory';
import { stories } from './recording/stories';
import { testConverter } from './testConverter';
import { twins, withWorkingDays } from './twins';

// All replays together take some seconds, and many times that where the machine does other things besides.
jest.setTimeout(120_000);

quietRuntime();

const committed = committedStories();
const named = committed.map((story) => [story.story, story] as const);
const runs = committed.flatMap((story) => story.runs.map((run) => [run, story] as const));

const openingOf = ({ acts }: CommittedStory): OpenCase => {
  const [first] = acts;
  if (first?.kind !== 'asked' || first.command.kind !== 'openCase')
    throw new Error('a story begins otherwise');
  return first.command;
};
/** What went wrong in the replay of each run; nothing where nothing did. One worker for all: starting it is most of the work. */
const replayed = async (
  workflowBundle: WorkflowBundle,
  some = runs,
): Promise<ReadonlyMap<string, Error | undefined>> => {
  const results = Worker.runReplayHistories(
    { workflowBundle, dataConverter: testConverter },
    some.map(([run, story]) => ({
      history: historyOf(run),
      workflowId: workflowIdOf(openingOf(story).reference),
    })),
  );
  // They come in their order, one at a time.
  const left = some.values();
  const errors = new Map<string, Error | undefined>();
  for await (const { error } of results) {
    const [run] = left.next().value ?? [];
    if (run !== undefined) errors.set(run, error);
  }
  return errors;
};
const historiesOf = (story: CommittedStory): readonly History[] => story.runs.map(historyOf);
const storyOf = (name: string): CommittedStory => {
  const found = committed.find(({ story }) => story === name);
  if (found === undefined) throw new Error(`no story "${name}" is committed`);
  return found;
};

let onPresent: ReadonlyMap<string, Error | undefined>;
let onBroken: ReadonlyMap<string, Error | undefined>;
let onPatched: ReadonlyMap<string, Error | undefined>;
beforeAll(async () => {
  onPresent = await replayed(await bundleOfSources());
  const onTwin = async (workflowsPath: string) => replayed(await bundleOfSources({ workflowsPath }));
  onBroken = await onTwin(require.resolve('./brokenTwin'));
  onPatched = await onTwin(require.resolve('./patchedTwin'));
});

describe('the committed histories', () => {
  it('are those of the stories, and no others', () => {
    expect(committed.map(({ story }) => story).sort()).toEqual(Object.keys(stories).sort());
    expect(historyFiles()).toEqual(committed.flatMap((story) => story.runs).sort());
    expect(storyOf('continued').runs.length).toBe(5);
  });

  it('go on as new in the middle of an open meeting', async () => {
    const story = storyOf('raceContinued');
    const perRun = await Promise.all(
      historiesOf(story).map(async (_, index, all) => readHistories(all.slice(0, index + 1))),
    );
    const lastOfRuns = perRun.slice(0, -1).map(({ events }) => events.length);
    const numberOf = (kind: CaseEvent['kind']): number =>
      story.events.find((event) => event.kind === kind)?.number ?? 0;
    const within = lastOfRuns.filter(
      (last) => last >= numberOf('MeetingOpened') && last < numberOf('MeetingClosed'),
    );
    expect(within.length).toBeGreaterThan(0);
  });

  it('know every command', () => {
    const asked = committed.flatMap(({ acts }) =>
      acts.flatMap((act) => (act.kind === 'asked' ? [act.command.kind] : [])),
    );
    expect([...new Set(asked)].sort()).toEqual([...COMMAND_KINDS].sort());
  });

  it.each(runs)('%s replays on the workflows of today', (run) => {
    expect([...onPresent.keys()]).toContain(run);
    expect(onPresent.get(run)).toBeUndefined();
  });

  it.each(runs)('%s does not replay on a broken twin', (run) => {
    expect(onBroken.get(run)).toBeInstanceOf(DeterminismViolationError);
  });
});

it('a change of the commands that goes by `patched` leaves them all as they are', () => {
  expect(onPatched.size).toBe(runs.length);
  expect([...onPatched].filter(([, error]) => error !== undefined)).toEqual([]);
});

it('a stack trace within a workflow names three calls, by their sources', async () => {
  const bundle = await bundleOfSources({ workflowsPath: require.resolve('./shortTwin') });
  expect([...(await replayed(bundle, runs.slice(0, 1))).values()]).toEqual([undefined]);
});

describe('the events beside a history', () => {
  it.each(named)('of "%s" belong to it', async (_name, story) => {
    const { acts, calendars, events } = await readHistories(historiesOf(story));
    expect(acts).toEqual(story.acts);
    expect(events).toEqual(story.events);
    expect(calendars[0]?.version).toBe(story.calendar);
    expect(story.events.map(({ number }) => number)).toEqual(story.events.map((_, index) => index + 1));
  });

  it.each(named)('of "%s" are what the rules of today make of its acts', async (_name, story) => {
    const { calendars } = await readHistories(historiesOf(story));
    expect(playActs(story, calendars)).toEqual(story.events);
  });

  it.each(Object.entries(twins))('find out %s', async (_what, { story: name, rules }) => {
    const story = storyOf(name);
    const { calendars } = await readHistories(historiesOf(story));
    const byTwin = (): void => {
      expect(playActs(story, calendars, rules)).toEqual(story.events);
    };
    expect(byTwin).toThrow();
  });

  it.each([
    ['life', 'agencyReturn', 4],
    ['life', 'agencyReturn', 6],
    ['life', 'scopingDispatch', 3],
    ['life', 'meeting', 12],
    ['life', 'completeLocal', 16],
    ['race', 'recordsSecured', 3],
    ['race', 'completePanel', 16],
    ['race', 'reconsideration', 9],
  ] as const)('find out, in "%s", a profile in use whose %s has %i days', async (name, obligation, days) => {
    const story = storyOf(name);
    const { calendars } = await readHistories(historiesOf(story));
    const byOtherCount = (): void => {
      expect(withWorkingDays(obligation, days, () => playActs(story, calendars))).toEqual(story.events);
    };
    expect(byOtherCount).toThrow();
    expect(playActs(story, calendars)).toEqual(story.events);
  });
});
