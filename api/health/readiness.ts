// Whether the whole can do its work: each part asked at once, each with its name and, when it cannot, why.

import { addDays, sayDate } from '../../domain/calendar/civilDate';
import { londonDateOf } from '../../domain/calendar/londonTime';
import { BeyondCalendar, workingCalendar } from '../../domain/calendar/workingCalendar';
import type { ApiDeps } from '../deps';

export interface Check {
  readonly name: 'database' | 'temporal' | 'worker' | 'calendar';
  readonly ok: boolean;
  readonly why?: string;
}

/** A case opened today needs its fifteen working days, and somebody needs time to extend the calendar. */
const CALENDAR_DAYS_AHEAD = 60;
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

const calendarWanting = (deps: ApiDeps): string | undefined => {
  const calendar = workingCalendar(deps.calendar());
  const { to } = calendar.snapshot.covers;
  const extend = `The calendar of bank holidays ends on ${sayDate(to)}: extend it.`;
  try {
    return addDays(londonDateOf(calendar, deps.now()), CALENDAR_DAYS_AHEAD) > to ? extend : undefined;
  } catch (error) {
    if (error instanceof BeyondCalendar) return extend;
    throw error;
  }
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
    check(deps, 'calendar', 'The calendar cannot be read.', () => Promise.resolve(calendarWanting(deps))),
  ]);
