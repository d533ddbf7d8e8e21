// The names of those who came to the meetings of a case: from the register, from the identity register, or out of the
// dossier; for those who may read texts, and for nobody else. Of a name that was destroyed it is said.

import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { AttendeeId, Presence } from '../../domain/rapidReview/meeting/state';
import type { ContactId } from '../../domain/timetable/facts';
import type { FoldedCase } from '../../records/records';
import type { ApiDeps } from '../deps';
import { mayAlso } from '../permissions/guard';
import { textReader, Withheld, type TextView } from '../texts/textReader';

/** Of somebody who came to a meeting. */
export const NameFields = {
  name: Type.Optional(Type.String({ description: 'For those who may read it.' })),
  nameWithheld: Type.Optional(Withheld),
};
export interface NameView {
  name?: string;
  nameWithheld?: NonNullable<TextView['textWithheld']>;
}

/** Nothing where the name is not known, or not for whoever asks. */
export type NameAttendee = (attendee: AttendeeId) => NameView;

const viewOf = (name: string | undefined): NameView => (name === undefined ? {} : { name });

const nameIn = async (
  deps: ApiDeps,
  request: FastifyRequest,
  { state, events }: FoldedCase,
  attendee: AttendeeId,
): Promise<NameView> => {
  const { people, agencies } = deps.records;
  if (attendee.startsWith('P-')) return viewOf(await people.nameOf(attendee as ActorId));
  if (attendee.startsWith('AG-')) {
    const contact = attendee as ContactId;
    // They may have been withdrawn since: that they came stands.
    return viewOf((await agencies.detailsOf([contact])).get(contact)?.name);
  }
  for (const event of events) {
    if (event.kind !== 'AttendeeArrived' || event.body.attendee !== attendee) continue;
    const { note } = event.body;
    if (note === undefined) continue;
    const { text, textWithheld } = await textReader(deps, request, state.reference).text(note);
    return textWithheld === undefined ? viewOf(text) : { nameWithheld: textWithheld };
  }
  return {};
};

export const attendeeNames = async (
  deps: ApiDeps,
  request: FastifyRequest,
  folded: FoldedCase,
  presences: readonly Pick<Presence, 'attendee'>[],
): Promise<NameAttendee> => {
  const names = new Map<AttendeeId, NameView>();
  if (mayAlso(request, 'readReasons')) {
    for (const { attendee } of presences) {
      if (names.has(attendee)) continue;
      names.set(attendee, await nameIn(deps, request, folded, attendee));
    }
  }
  return (attendee) => names.get(attendee) ?? {};
};
