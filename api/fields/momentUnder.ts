// A moment that may not have come yet, on the wire: under its name once it is there, and no field before.

import { formatInstant, type Instant } from '../../domain/calendar/instant';

export const momentUnder = <N extends string>(name: N, at: Instant | undefined): Partial<Record<N, string>> =>
  at === undefined ? {} : ({ [name]: formatInstant(at) } as Record<N, string>);
