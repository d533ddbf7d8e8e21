// The bare twin: a workflow that does nothing but hear a signal.

import { condition, defineSignal, proxySinks, setHandler } from '@temporalio/workflow';
import type { Sinks } from '@temporalio/workflow';

export interface Heard extends Sinks {
  heard: { nudge(): void };
}

export const nudge = defineSignal('nudge');

export async function bareWorkflow(): Promise<void> {
  const sinks = proxySinks<Heard>();
  setHandler(nudge, () => sinks.heard.nudge());
  await condition(() => false);
}
