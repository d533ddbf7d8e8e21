// Whether somebody may be said to have an interest in the case that keeps them from sitting, from when on, and what that takes from a
// meeting (R14). They fill no seat from then on, in whatever order it is recorded, and no decision is taken its quorum by it.

import type { Instant } from '../../calendar/instant';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { EventBody } from '../events';
import { accept, isRejection, refuse, type Decided } from '../rejections';
import type { OpenCase } from '../state';
import type { DeclareConflict } from './commands';
import { decisionUndone, underWay } from './hold';
import type { Meeting, Presence } from './state';

type Declared = Pick<DeclareConflict, 'attendee' | 'at'>;

/** A stay of the person that is not over by then. */
const isTouched = (presence: Presence, { attendee, at }: Declared): boolean =>
  presence.attendee === attendee && (presence.leftAt === undefined || presence.leftAt >= at);

/** An interest in the case does not end with the stay, nor with the meeting, in which it was declared. */
export const withConflict = (meetings: readonly Meeting[], declared: Declared): readonly Meeting[] =>
  meetings.map((meeting) =>
    meeting.presences.some((one) => isTouched(one, declared))
      ? {
          ...meeting,
          presences: meeting.presences.map((one) =>
            isTouched(one, declared) ? { ...one, conflictAt: declared.at } : one,
          ),
        }
      : meeting,
  );

/** Whether it was going on then and is over. */
const wasHeld = ({ openedAt, closedAt }: Meeting, at: Instant): boolean =>
  openedAt !== undefined && openedAt <= at && closedAt !== undefined && at <= closedAt;

const isThere = (presences: readonly Presence[], { attendee, at }: Declared): boolean =>
  presences.some((one) => isTouched(one, { attendee, at }) && one.arrivedAt <= at);

export const declareConflict = (
  state: OpenCase,
  { attendee, at, note }: DeclareConflict,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const declared = { attendee, at };
  const meeting = state.meetings.findLast((one) => wasHeld(one, at)) ?? underWay(state, at, calendar, now);
  if (isRejection(meeting)) return refuse(meeting);
  if (!isThere(meeting.presences, declared)) return refuse({ code: 'AttendeeNotPresent', attendee });
  if (meeting.presences.some((one) => one.attendee === attendee && one.conflictAt !== undefined))
    return refuse({ code: 'ConflictAlreadyDeclared', attendee });
  const [undone] = withConflict(state.meetings, declared).flatMap((one) => decisionUndone(state, one) ?? []);
  return undone === undefined
    ? accept({ kind: 'ConflictDeclared', body: { meeting: meeting.number, attendee, at, note } })
    : refuse(undone);
};
