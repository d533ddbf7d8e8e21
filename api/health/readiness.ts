// Whether the whole can do its work: each part asked at once, each with its name and, when it cannot, why.

import { calendarWarning } from '../../domain/calendar/calendarEnds';
import { londonDateOf } from '../../domain/calendar/londonTime';
import { ifCovered, workingCalendar } from '../../domain/calendar/workingCalendar';
import type { ApiDeps } from '../deps';

export interface Check {
  readonly name: 'database' | 'temporal' | 'worker' | 'calendar';
  readonly ok: boolean;
  readonly why?: string;
}

const LIMIT_MS = 3_000;

const withinLimit = async <T>(asked: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), LIMIT_MS);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** `why` says what a person can look at; what was thrown goes to the log, since it may quote settings. */
const check = async (
  deps: ApiDeps,
  name: Check['name'],
  whenAway: string,
  ask: () => Promise<string | undefined>,
): Promise<Check> => {
  try {
    const why = await withinLimit(ask());
    return why === undefined ? { name, ok: true } : { name, ok: false, why };
  } catch (error) {
    deps.logger.warn({ err: error, check: name }, 'not ready');
    return { name, ok: false, why: whenAway };
  }
};

const calendarWanting = async (deps: ApiDeps): Promise<string | undefined> => {
  const calendar = workingCalendar(await deps.calendar());
  const today = ifCovered(() => londonDateOf(calendar, deps.now()));
  return calendarWarning(calendar.snapshot, today ?? calendar.snapshot.covers.to);
};

export const readiness = (deps: ApiDeps): Promise<readonly Check[]> =>
  Promise.all([
    check(deps, 'database', 'The database does not answer.', async () => {
      await deps.records.health();
      return undefined;
    }),
    check(deps, 'temporal', 'The Temporal server does not answer.', async () => {
      await deps.readiness.temporal();
      return undefined;
    }),
    check(deps, 'worker', 'It cannot be found out whether a worker is there.', async () =>
      (await deps.readiness.worker()) ? undefined : 'No worker asks for work: start one.',
    ),
    check(deps, 'calendar', 'The calendar cannot be read.', () => calendarWanting(deps)),
  ]);
