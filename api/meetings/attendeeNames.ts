// The names of those who came to the meetings of a case: from the register, from the identity register, or out of the
// dossier; for those who may read texts, and for nobody else.

import type { FastifyRequest } from 'fastify';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { AttendeeId, Presence } from '../../domain/rapidReview/meeting/state';
import type { ContactId } from '../../domain/timetable/facts';
import type { FoldedCase } from '../../records/records';
import type { ApiDeps } from '../deps';
import { mayAlso } from '../permissions/guard';
import { textReader } from '../texts/textReader';

/** Nothing where the name is not known, or not for whoever asks. */
export type NameAttendee = (attendee: AttendeeId) => string | undefined;

const nameIn = async (
  deps: ApiDeps,
  request: FastifyRequest,
  { state, events }: FoldedCase,
  { attendee, agency }: Presence,
): Promise<string | undefined> => {
  const { people, agencies } = deps.records;
  if (attendee.startsWith('P-')) return people.nameOf(attendee as ActorId);
  if (attendee.startsWith('AG-')) {
    const contact = attendee as ContactId;
    return (await agencies.addressesOf(agency, [contact])).get(contact)?.name;
  }
  for (const event of events) {
    if (event.kind !== 'AttendeeArrived' || event.body.attendee !== attendee) continue;
    const { note } = event.body;
    if (note !== undefined) return (await textReader(deps, request, state.reference).text(note)).text;
  }
  return undefined;
};

export const attendeeNames = async (
  deps: ApiDeps,
  request: FastifyRequest,
  folded: FoldedCase,
  presences: readonly Presence[],
): Promise<NameAttendee> => {
  const names = new Map<AttendeeId, string>();
  if (mayAlso(request, 'readReasons')) {
    for (const presence of presences) {
      if (names.has(presence.attendee)) continue;
      const name = await nameIn(deps, request, folded, presence);
      if (name !== undefined) names.set(presence.attendee, name);
    }
  }
  return (attendee) => names.get(attendee);
};
