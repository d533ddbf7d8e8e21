// Whether a moment comes before something that is recorded already, and which that is: what happens at a meeting is recorded in the
// order in which it happened, and so are the meetings of a case.

import type { Instant } from '../../calendar/instant';
import type { MeetingRejection, RecordedMoment } from './rejections';
import type { Presence } from './state';

type OutOfOrder = Extract<MeetingRejection, { readonly code: 'MomentOutOfOrder' }>;

/** Of one stay of one person. */
export const momentsOfStay = ({
  attendee,
  arrivedAt,
  seat,
  conflictAt,
  leftAt,
}: Presence): readonly RecordedMoment[] => [
  { what: 'arrival', attendee, recorded: arrivedAt },
  ...(seat === undefined ? [] : [{ what: 'seat', attendee, recorded: seat.from } as const]),
  ...(conflictAt === undefined ? [] : [{ what: 'conflict', attendee, recorded: conflictAt } as const]),
  ...(leftAt === undefined ? [] : [{ what: 'departure', attendee, recorded: leftAt } as const]),
];

/** The last of them is named, and of those of one moment the first. */
export const outOfOrder = (at: Instant, moments: readonly RecordedMoment[]): OutOfOrder | undefined => {
  const [first, ...others] = moments.filter(({ recorded }) => recorded > at);
  if (first === undefined) return undefined;
  const last = others.reduce((one, other) => (other.recorded > one.recorded ? other : one), first);
  return { code: 'MomentOutOfOrder', at, ...last };
};
