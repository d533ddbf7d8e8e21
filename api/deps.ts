// What the API is given: everything outside it, so that tests can give something else.

import type { CalendarSnapshot } from '../domain/calendar/calendarSnapshot';
import type { Instant } from '../domain/calendar/instant';
import type { DiaryRef } from '../domain/rapidReview/meeting/state';
import type { AnswerLinks } from '../platform/identity/answerLinks';
import type { IdentityPort } from '../platform/identity/identity';
import type { Logger } from '../platform/logging/createLogger';
import type { Records } from '../records/records';
import type { Partnership } from './answers/pageFrame';
import type { ApiMetrics } from './watching/apiMetrics';
import type { CaseGateway } from './writing/caseGateway';

export interface ApiDeps {
  readonly records: Records;
  readonly cases: CaseGateway;
  readonly identity: IdentityPort;
  /** By which agencies answer without an account. */
  readonly answerLinks: AnswerLinks;
  /** Whom the pages behind a link name. */
  readonly partnership: Partnership;
  now(): Instant;
  /** The calendar that new cases are opened with. */
  calendar(): Promise<CalendarSnapshot>;
  readonly readiness: {
    /** Throws when Temporal does not answer. */
    temporal(): Promise<void>;
    worker(): Promise<boolean>;
    /** What is wrong where the records and Temporal do not hold the same cases. */
    cases(): Promise<string | undefined>;
    missingKeys: Records['missingKeys'];
  };
  /** Starts bringing a change of the sub-group's diary to the cases; the worker finds them by itself where it is absent. */
  followDiary?(change: DiaryRef): Promise<void>;
  /** Starts bringing an accepted change of the calendar to the cases; the same holds. */
  bringCalendar?(change: number): Promise<void>;
  /** Where requests are counted; nowhere when nothing is said. */
  readonly metrics?: ApiMetrics;
  /** Whose word on where a request comes from is taken; nobody's when nothing is said. */
  readonly trustedProxies?: readonly string[];
  /** From one address; 600 when nothing is said. */
  readonly requestsPerMinute?: number;
  /** How long a write waits for its events to be in the records; two seconds when nothing is said. */
  readonly recordedWithinMs?: number;
}

/** Routes log by `request.log` alone, which says whose request it is; so only whoever builds the whole has a logger. */
export interface ServerDeps extends ApiDeps {
  readonly logger: Logger;
}
