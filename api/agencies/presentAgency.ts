// An agency as it is shown: who stands behind its contacts only to those whose role includes that.

import type { FastifyRequest } from 'fastify';
import type { AgencyId } from '../../domain/timetable/facts';
import type { AgencyRecord, Records } from '../../records/records';
import { mayAlso } from '../permissions/guard';
import type { AgencyView } from './agencySchemas';
import { liveContacts } from './agenciesInRegister';

const present = async (
  records: Records,
  request: FastifyRequest,
  agency: AgencyRecord,
  sameName: readonly AgencyId[] = [],
): Promise<AgencyView> => {
  const { id, version, name, kind, seat, contacts } = agency;
  const details = mayAlso(request, 'readContacts')
    ? await records.agencies.addressesOf(id, liveContacts(agency))
    : undefined;
  return {
    id,
    version,
    name,
    kind,
    ...(seat === undefined ? {} : { seat }),
    ...(sameName.length === 0 ? {} : { sameName: [...sameName] }),
    contacts: contacts.map((contact) => ({
      id: contact.id,
      level: contact.level,
      withdrawn: contact.withdrawn,
      ...details?.get(contact.id),
    })),
  };
};

/** For those who may change the register; for others there are none. */
export const namesakesOf = (
  { agencies: register }: Pick<Records, 'agencies'>,
  request: FastifyRequest,
  agencies: readonly Pick<AgencyRecord, 'id'>[],
): ReturnType<Records['agencies']['namesakesOf']> =>
  register.namesakesOf(mayAlso(request, 'manageAgencies') ? agencies.map(({ id }) => id) : []);

export const presentAgencies = async (
  records: Records,
  request: FastifyRequest,
  agencies: readonly AgencyRecord[],
): Promise<AgencyView[]> => {
  const namesakes = await namesakesOf(records, request, agencies);
  return Promise.all(agencies.map((agency) => present(records, request, agency, namesakes.get(agency.id))));
};

export const presentAgency = async (
  records: Records,
  request: FastifyRequest,
  agency: AgencyRecord,
): Promise<AgencyView> =>
  present(records, request, agency, (await namesakesOf(records, request, [agency])).get(agency.id));
