// The recorded cases of test/replay/histories, each event with the state before it and the state after. What happened is in
// the files; what it made of the case is asked of `evolve`.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from '../../../domain/rapidReview/commands';
import type { CaseEvent } from '../../../domain/rapidReview/events';
import { evolve } from '../../../domain/rapidReview/evolve';
import { noCase, type RapidReview } from '../../../domain/rapidReview/state';

const HISTORIES = resolve(__dirname, '../../../test/replay/histories');

interface RecordedCase {
  readonly acts: readonly { readonly kind: string; readonly command?: Command }[];
  readonly events: readonly CaseEvent[];
}

export interface Step {
  readonly before: RapidReview;
  readonly event: CaseEvent;
  readonly after: RapidReview;
  /** The command that the event came from; absent where time or a mail brought it. */
  readonly command?: Command;
}

const recordedCases = (): readonly RecordedCase[] =>
  readdirSync(HISTORIES)
    .filter((name) => name.endsWith('.events.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(HISTORIES, name), 'utf8')) as RecordedCase);

const stepsOf = ({ acts, events }: RecordedCase): readonly Step[] => {
  const commands = new Map(
    acts.flatMap(({ command }) => (command === undefined ? [] : [[command.asked.commandId, command]])),
  );
  const steps: Step[] = [];
  let before: RapidReview = noCase;
  for (const event of events) {
    const after = evolve(before, event);
    const command = commands.get(event.commandId);
    steps.push({ before, event, after, ...(command === undefined ? {} : { command }) });
    before = after;
  }
  return steps;
};

export const recordedSteps = (): readonly Step[] => recordedCases().flatMap(stepsOf);
