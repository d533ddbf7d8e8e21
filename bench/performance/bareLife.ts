// The bare twin: a workflow without rules, records, mail or encryption that takes as many updates, and runs as many
// activities and timers, as a case does; they are spread evenly over the updates.

import { condition, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';
import type { Doings } from './histories';

export const act = defineUpdate<number, [number]>('act');

const { nothing } = proxyActivities<{ nothing(): Promise<void> }>({ startToCloseTimeout: '10s' });
const DAY = 86_400_000;

export async function bareLife({ updates, activities, timers }: Doings): Promise<number> {
  let taken = 0;
  setHandler(act, (number) => {
    taken += 1;
    return number;
  });
  const owed = (all: number): number => Math.floor((taken * all) / updates);
  const work = async (): Promise<void> => {
    for (let done = 0; done < activities; done += 1) {
      await condition(() => owed(activities) > done);
      await nothing();
    }
  };
  // As a clock that is set anew: the timer before is cancelled.
  const clock = async (): Promise<void> => {
    for (let armed = 1; armed <= timers; armed += 1) await condition(() => owed(timers) >= armed, DAY);
  };
  await Promise.all([work(), clock()]);
  await condition(() => taken >= updates);
  return taken;
}
