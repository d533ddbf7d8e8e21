// Whether the agencies that a request names are in the register, with those who are not said by pointer; and whom of an
// agency a mail can go to.

import type { AgencyToAsk } from '../../domain/rapidReview/scoping/commands';
import type { AgencyId } from '../../domain/timetable/facts';
import type { AgencyRecord, Records } from '../../records/records';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';

/** `pointer` is the field with the ids: a list of them, or a single `agency`. Throws the problem. */
export const agenciesInRegister = async (
  records: Records,
  ids: readonly string[],
  pointer: string,
): Promise<readonly AgencyRecord[]> => {
  const found = await records.agencies.byIds(ids as readonly AgencyId[]);
  const known = new Set<string>(found.map(({ id }) => id));
  const missing = [...new Set(ids)].filter((id) => !known.has(id)) as AgencyId[];
  if (missing.length === 0) return found;
  throw problem(
    requestProblems.agencyNotInRegister,
    { agencies: missing },
    missing.map((id) => ({
      in: 'body',
      pointer: pointer.endsWith('/agency') ? pointer : `${pointer}/${ids.indexOf(id)}`,
      detail: 'is not in the register',
    })),
  );
};

/** The contacts that a mail can go to. */
export const liveContacts = ({ contacts }: AgencyRecord): readonly AgencyRecord['contacts'][number]['id'][] =>
  contacts.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id);

/** Who is asked first, and who stands above them, for fail-over and escalation. Where nobody leads, everybody is asked. */
export const contactsToAsk = ({ contacts }: AgencyRecord): Omit<AgencyToAsk, 'agency'> => {
  const live = contacts.filter(({ withdrawn }) => !withdrawn);
  const above = live.flatMap(({ id, level }) => (level === 'lead' ? [] : [{ contact: id, level }]));
  if (above.length === live.length) return { contacts: live.map(({ id }) => id) };
  return {
    contacts: live.filter(({ level }) => level === 'lead').map(({ id }) => id),
    ...(above.length === 0 ? {} : { above }),
  };
};
