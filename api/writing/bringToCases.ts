// Has something that was decided outside the cases brought to them: starts what brings it, and waits a little until nobody is
// behind. A start that fails is no failure of what was decided: the worker finds by itself who is behind.

import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import type { ApiDeps } from '../deps';

const FOLLOWED_WITHIN_MS = 2_000;
const PAUSE_MS = 50;

export interface Bringing {
  /** Absent where the worker alone brings it. */
  readonly start: () => Promise<void> | undefined;
  readonly nobodyBehind: () => Promise<boolean>;
  /** What is logged where it could not be started, and with which codes. */
  readonly notStarted: string;
  readonly what: object;
}

export const bringToCases = async (
  { recordedWithinMs }: ApiDeps,
  { log }: Pick<FastifyRequest, 'log'>,
  { start, nobodyBehind, notStarted, what }: Bringing,
): Promise<void> => {
  if (await nobodyBehind()) return;
  const end = Date.now() + (recordedWithinMs ?? FOLLOWED_WITHIN_MS);
  try {
    await start();
  } catch (error) {
    log.warn({ err: error, ...what }, notStarted);
    return;
  }
  while (!(await nobodyBehind())) {
    if (Date.now() >= end) return;
    await pause(PAUSE_MS);
  }
};
