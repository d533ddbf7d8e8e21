// Who is known by a code from a meeting.

import type { AttendeeId, Meeting } from './state';

/** Everybody who was recorded at it, also by mistake; each once. */
export const attendeesOf = ({
  presences,
  attendeesBefore = [],
}: Pick<Meeting, 'presences' | 'attendeesBefore'>): readonly AttendeeId[] => [
  ...new Set([...attendeesBefore, ...presences.map(({ attendee }) => attendee)]),
];
