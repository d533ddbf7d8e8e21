// The time that activities go by: the workflows' own, which is the machine's, or that of a test server that skips.

import type { Instant } from '../domain/calendar/instant';

export type Clock = () => Promise<Instant> | Instant;
