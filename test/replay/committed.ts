// The committed histories, read from their folder: one file a run, and beside it what the case was and became.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import type { CommittedStory } from './acts';
import type { History } from './readHistory';

export const HISTORIES = join(__dirname, 'histories');
const EVENTS = '.events.json';

const json = (name: string): unknown => JSON.parse(readFileSync(join(HISTORIES, name), 'utf8'));

export const committedStories = (): readonly CommittedStory[] =>
  readdirSync(HISTORIES)
    .filter((name) => name.endsWith(EVENTS))
    .sort()
    .map((name) => json(name) as CommittedStory);

/** Every file that is not beside a history but one: none may be left over from a story that is gone. */
export const historyFiles = (): readonly string[] =>
  readdirSync(HISTORIES)
    .filter((name) => !name.endsWith(EVENTS))
    .sort();

export const historyOf = (run: string): History => historyFromJSON(json(run));
