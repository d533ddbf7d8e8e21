// The entry in somebody's own diary that goes with a mail about a meeting, as iCalendar (RFC 5545) and as an invitation by mail
// (RFC 5546, RFC 6047; ADR 30): every word to an agency about the same meeting has one UID and a rising SEQUENCE, so that a later mail moves
// the entry or takes it out. When the meeting is and what the entry says is decided by the wording.

import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator';
import { MINUTE, type Instant } from '../../domain/calendar/instant';

export interface MeetingEntry {
  /** The meeting and the agency, unique over all cases. */
  readonly of: string;
  /** Rises from mail to mail about them. */
  readonly sequence: number;
  /** The moment of the act that called for the mail: a repeat of it has the same. */
  readonly asOf: Instant;
  readonly startsAt: Instant;
  /** How long the diary is held. */
  readonly minutes: number;
  readonly summary: string;
  readonly description: string;
  /** It is not held, or held without those who get this. */
  readonly withdrawn?: 'meeting' | 'invitation';
}

export interface EntryAddresses {
  /** Where the diary programs of those invited send whether they come. */
  readonly organizer: { readonly name: string; readonly address: string };
  readonly sender: string;
  readonly invited: readonly string[];
}

/** What the mail program is asked to do with it: it must stand in the mail's own part as well. */
export type EntryMethod = 'REQUEST' | 'CANCEL';

export const methodOf = ({ withdrawn }: MeetingEntry): EntryMethod =>
  withdrawn === undefined ? 'REQUEST' : 'CANCEL';

/**
 * Times in UTC: a zone would have to be described in the entry. Private, so that whoever sees the diary of somebody else sees that
 * they are busy and not with what.
 */
export const iCalendarOf = (
  entry: MeetingEntry,
  uid: string,
  { organizer, sender, invited }: EntryAddresses,
): string => {
  const calendar = ical({
    method: ICalCalendarMethod[methodOf(entry)],
    prodId: { company: 'Rapid Review', product: 'deadlines', language: 'EN' },
  });
  calendar.createEvent({
    id: uid,
    sequence: entry.sequence,
    stamp: new Date(entry.asOf),
    start: new Date(entry.startsAt),
    end: new Date(entry.startsAt + entry.minutes * MINUTE),
    summary: entry.summary,
    description: entry.description,
    class: ICalEventClass.PRIVATE,
    // Of a meeting that goes on without them nothing may say that it does not (RFC 5546, 3.2.5).
    ...(entry.withdrawn === 'invitation'
      ? {}
      : {
          status: entry.withdrawn === undefined ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
        }),
    organizer: {
      name: organizer.name,
      email: organizer.address,
      ...(organizer.address === sender ? {} : { sentBy: sender }),
    },
    attendees: invited.map((email) => ({
      email,
      rsvp: entry.withdrawn === undefined,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
    })),
  });
  return `${calendar.toString()}\r\n`;
};
