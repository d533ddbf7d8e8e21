// Whether the whole can do its work: each part asked at once, each with its name and, when it cannot, why.

import { calendarWarning } from '../../domain/calendar/calendarEnds';
import { londonDateOf } from '../../domain/calendar/londonTime';
import { addDays } from '../../domain/calendar/civilDate';
import { ifCovered, workingCalendar } from '../../domain/calendar/workingCalendar';
import type { Logger } from '../../platform/logging/createLogger';
import type { ApiDeps } from '../deps';
import { withinLimit } from '../watching/withinLimit';
import { keysThere } from './keysThere';

export interface Check {
  readonly name: 'database' | 'temporal' | 'worker' | 'cases' | 'keys' | 'calendar';
  readonly ok: boolean;
  readonly why?: string;
}

type Asked = Pick<ApiDeps, 'records' | 'calendar' | 'readiness' | 'now'>;
type ReadinessLog = Pick<Logger, 'warn'>;

const LIMIT_MS = 3_000;

/** `ask` answers with what is wanting, or with the whole check. `why` says what a person can look at; what was thrown goes to the log, since it may quote settings. */
const check = async (
  log: ReadinessLog,
  name: Check['name'],
  whenAway: string,
  ask: () => Promise<Check | string | undefined>,
): Promise<Check> => {
  try {
    const said = await withinLimit(ask(), LIMIT_MS);
    if (typeof said === 'object') return said;
    return said === undefined ? { name, ok: true } : { name, ok: false, why: said };
  } catch (error) {
    log.warn({ err: error, check: name }, 'not ready');
    return { name, ok: false, why: whenAway };
  }
};

/** A calendar that nears its end is said for sixty days and serves until then: no balancer may take it for dead. */
const calendarCheck = async (deps: Asked): Promise<Check> => {
  const calendar = workingCalendar(await deps.calendar());
  const today = ifCovered(() => londonDateOf(calendar, deps.now()));
  const why = calendarWarning(calendar.snapshot, today ?? addDays(calendar.snapshot.confirmedTo, 1));
  return { name: 'calendar', ok: today !== undefined, ...(why === undefined ? {} : { why }) };
};

/** A key may be lost for good, and all that it did not seal goes on: no balancer may take that for dead either. */
const keysCheck = async (deps: Asked, log: ReadinessLog): Promise<Check> => {
  const why = await keysThere(deps.readiness, log);
  return { name: 'keys', ok: true, ...(why === undefined ? {} : { why }) };
};

export const readiness = (deps: Asked, log: ReadinessLog): Promise<readonly Check[]> =>
  Promise.all([
    check(log, 'database', 'The database does not answer.', async () => {
      await deps.records.health();
      return undefined;
    }),
    check(log, 'temporal', 'The Temporal server does not answer.', async () => {
      await deps.readiness.temporal();
      return undefined;
    }),
    check(log, 'worker', 'It cannot be found out whether a worker is there.', async () =>
      (await deps.readiness.worker()) ? undefined : 'No worker asks for work: start one.',
    ),
    check(log, 'cases', 'It cannot be found out whether the records and Temporal hold the same cases.', () =>
      deps.readiness.cases(),
    ),
    keysCheck(deps, log),
    check(log, 'calendar', 'The calendar cannot be read.', () => calendarCheck(deps)),
  ]);
