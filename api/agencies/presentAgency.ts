// An agency as it is shown: who stands behind its contacts only to those whose role includes that.

import type { FastifyRequest } from 'fastify';
import type { AgencyRecord, Records } from '../../records/records';
import { mayAlso } from '../permissions/guard';
import type { AgencyView } from './agencySchemas';
import { liveContacts } from './agenciesInRegister';

export const presentAgency = async (
  records: Records,
  request: FastifyRequest,
  agency: AgencyRecord,
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
    contacts: contacts.map((contact) => ({
      id: contact.id,
      level: contact.level,
      withdrawn: contact.withdrawn,
      ...details?.get(contact.id),
    })),
  };
};
