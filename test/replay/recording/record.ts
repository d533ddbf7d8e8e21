// Records one story: plays it, fetches the history of every run, works out its acts, and sees that they lead to the
// very events that the records hold before anything is written.

import { isDeepStrictEqual } from 'node:util';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { CaseEvent } from '../../../domain/rapidReview/events';
import type { CommittedStory } from '../acts';
import { playActs } from '../playActs';
import { readHistories, timeOf, type History } from '../readHistory';
import { onStage, type Played } from './stage';
import type { RecordedStory } from './recordedStory';

export interface Recording {
  readonly committed: CommittedStory;
  /** The file's content by its name. */
  readonly files: Readonly<Record<string, string>>;
}

/** The history of every run, the first one first. */
const fetchRuns = async ({ time, one }: Played): Promise<readonly History[]> => {
  const { workflowId } = one.handle;
  const runs: History[] = [];
  let runId: string | undefined = (await one.handle.describe()).runId;
  while (runId !== undefined && runId !== '') {
    const history: History = await time.client.workflow.getHandle(workflowId, runId).fetchHistory();
    runs.unshift(history);
    const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
    runId = started?.continuedExecutionRunId ?? undefined;
  }
  return runs;
};

/** As it is committed: an event a line, without the name of the machine on which it was recorded. */
const textOf = (history: History): string => {
  const { events } = JSON.parse(historyToJSON(history), (key, value: unknown) =>
    key === 'identity' || key === 'stickyTaskQueue' ? undefined : value,
  ) as { events: readonly unknown[] };
  const lines = events.map((event) =>
    JSON.stringify(event).replace(/"name":"\d+@[^"]*"/g, '"name":"a-worker"'),
  );
  return `{"events":[\n${lines.join(',\n')}\n]}\n`;
};

const asJson = (events: readonly CaseEvent[]): unknown => JSON.parse(JSON.stringify(events));

export const record = (name: string, { about, historyLimit, play }: RecordedStory): Promise<Recording> =>
  onStage(play, historyLimit === undefined ? {} : { historyLimit }, async (played) => {
    const histories = await fetchRuns(played);
    const { acts, calendars } = await readHistories(histories);
    const last = histories.at(-1)?.events?.at(-1);
    if (last === undefined) throw new Error(`${name} has no history`);
    const until = timeOf(last);
    const { events } = played.records;
    const again = playActs({ acts, until }, calendars);
    if (!isDeepStrictEqual(asJson(again), asJson(events)))
      throw new Error(`${name}: the acts in its history do not lead to the events that were recorded`);
    const runs = histories.map((_, index) =>
      histories.length === 1 ? `${name}.json` : `${name}.${index + 1}.json`,
    );
    const committed: CommittedStory = {
      story: name,
      about,
      runs,
      calendar: calendars[0]?.version ?? '',
      until,
      acts,
      events,
    };
    return {
      committed,
      files: {
        ...Object.fromEntries(histories.map((history, index) => [runs[index] ?? name, textOf(history)])),
        [`${name}.events.json`]: `${JSON.stringify(committed, null, 1)}\n`,
      },
    };
  });
