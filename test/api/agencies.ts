// Three invented agencies: AG-0001 and AG-0002 with a contact each, AG-0003 without any.

import { randomUUID } from 'node:crypto';
import type { Instant } from '../../domain/calendar/instant';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { AgencyId } from '../../domain/timetable/facts';
import type { AgencyToAdd, Records } from '../../records/records';
import { CANARIES } from './stories';

/** Answers the first, for whom the agency contact of the tests speaks. */
export const addAgencies = async (records: Records, by: ActorId, at: Instant): Promise<AgencyId> => {
  const contacts = (n: number): AgencyToAdd['contacts'] => [
    { email: `${n}.${CANARIES.contactEmail}`, name: CANARIES.contact, role: 'Named nurse' },
  ];
  const add = (agency: Pick<AgencyToAdd, 'name' | 'kind' | 'seat' | 'contacts'>) =>
    records.agencies.add({ ...agency, by, at, commandId: randomUUID() });
  const first = await add({
    name: 'Example City Council',
    kind: 'localAuthority',
    seat: 'localAuthority',
    contacts: contacts(1),
  });
  await add({ name: 'Example Hospitals NHS Trust', kind: 'nhsProvider', contacts: contacts(2) });
  await add({ name: 'Example Voluntary Society', kind: 'voluntary', contacts: [] });
  return first.id;
};
