// Who is invited to a meeting, by the register: those named, or everybody of the case and one agency for each partner's
// seat. Which seat an agency may fill is the rules' to say.

import { profileOf } from '../../domain/policy/profiles';
import type { Seat } from '../../domain/policy/policyProfile';
import { stoppingReturn } from '../../domain/rapidReview/agenciesOfCase';
import type { ToInvite } from '../../domain/rapidReview/meeting/commands';
import type { CaseReference, OpenCase } from '../../domain/rapidReview/state';
import type { AgencyId, ContactId } from '../../domain/timetable/facts';
import type { AgencyRecord, Records } from '../../records/records';
import { contactsToAsk, liveContacts } from '../agencies/agenciesInRegister';
import { inBody, problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';

export interface GivenInvitee {
  readonly agency: string;
  readonly contacts?: readonly string[];
  readonly seat?: Seat;
}

const seated = (seat: Seat | undefined): Pick<ToInvite, 'seat'> => (seat === undefined ? {} : { seat });

const contactsOf = (
  agency: AgencyRecord,
  { contacts }: GivenInvitee,
  pointer: string,
): readonly ContactId[] => {
  if (contacts === undefined) return contactsToAsk(agency).contacts;
  const live = liveContacts(agency);
  const other = contacts.findIndex((contact) => !live.includes(contact as ContactId));
  if (other < 0) return contacts as readonly ContactId[];
  const contact = contacts[other] as ContactId;
  throw problem(
    requestProblems.contactNotOfAgency,
    { contact, agency: agency.id },
    inBody(`${pointer}/contacts/${other}`, 'is no contact of this agency'),
  );
};

/** `field`: of the body in which they are given. */
export const namedInvitees = async (
  { agencies }: Records,
  given: readonly GivenInvitee[],
  field: 'invitees' | 'alsoInvite',
): Promise<readonly ToInvite[]> => {
  const ids = given.map(({ agency }) => agency as AgencyId);
  const known = new Map((await agencies.byIds(ids)).map((agency) => [agency.id, agency]));
  const missing = [...new Set(ids)].filter((id) => !known.has(id));
  if (missing.length > 0)
    throw problem(
      requestProblems.agencyNotInRegister,
      { agencies: missing },
      missing.flatMap((id) => inBody(`/${field}/${ids.indexOf(id)}/agency`, 'is not in the register')),
    );
  return given.flatMap((invitee, index) => {
    const agency = known.get(invitee.agency as AgencyId);
    if (agency === undefined) return [];
    return [
      {
        agency: agency.id,
        agencyKind: agency.kind,
        contacts: contactsOf(agency, invitee, `/${field}/${index}`),
        ...seated(invitee.seat ?? agency.seat),
      },
    ];
  });
};

/** Whoever has said that it does not know the child, or is the wrong organisation, has no part in the meeting. */
const hasPart = (agency: OpenCase['agencies'][number]): boolean => {
  const answer = stoppingReturn(agency)?.answer;
  return answer !== 'notKnown' && answer !== 'wrongOrganisation';
};

const usual = async ({ agencies }: Records, state: OpenCase): Promise<readonly ToInvite[]> => {
  const onCase = await agencies.byIds(state.agencies.filter(hasPart).map(({ agency }) => agency));
  const invited: AgencyRecord[] = [...onCase];
  const holders = new Map<Seat, AgencyId>();
  for (const seat of profileOf(state.profile).seats) {
    const holder = onCase.find((agency) => agency.seat === seat) ?? (await agencies.bySeat(seat))[0];
    if (holder === undefined) continue;
    holders.set(seat, holder.id);
    if (!invited.some(({ id }) => id === holder.id)) invited.push(holder);
  }
  return invited.map((agency) => ({
    agency: agency.id,
    agencyKind: agency.kind,
    contacts: contactsToAsk(agency).contacts,
    // One agency a seat: a second of the same kind is invited without it.
    ...seated([...holders].find(([, id]) => id === agency.id)?.[0]),
  }));
};

/** Nobody named, and no case that is open: nobody, and the rules refuse it. Throws the problem for anyone named wrongly. */
export const inviteesOf = async (
  records: Records,
  reference: CaseReference,
  given: readonly GivenInvitee[] | undefined,
): Promise<readonly ToInvite[]> => {
  if (given !== undefined) return namedInvitees(records, given, 'invitees');
  const state = (await records.cases.stateOf(reference))?.state;
  return state?.status === 'open' ? usual(records, state) : [];
};
