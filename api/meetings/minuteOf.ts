// When something of a meeting was, to the minute, as people say it and minutes record it. Counted in seconds, whoever came in the
// minute of the opening may have come before it, and a decision may have been taken before the last of them sat down.

import { MINUTE, type Instant } from '../../domain/calendar/instant';
import { instantOf } from '../cases/openCase';
import type { ReservedWrite } from '../writing/reserveWrite';

/** A moment that is left out is when it was first asked for. */
export const minuteOf = (given: string | undefined, { firstAskedAt }: ReservedWrite): Instant => {
  const at = given === undefined ? firstAskedAt : instantOf(given);
  return (at - (at % MINUTE)) as Instant;
};
