// Who came to a meeting, as the request says it, looked up: a contact of that very agency, a person of the identity
// register, a name for the dossier, or somebody of the case who is back.

import type { ActorId } from '../../domain/rapidReview/commands';
import type { WhoAttends } from '../../domain/rapidReview/meeting/commands';
import type { ContactId } from '../../domain/timetable/facts';
import type { AgencyRecord, Records } from '../../records/records';
import { agenciesInRegister } from '../agencies/agenciesInRegister';
import { inBody, problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';
import type { WriteText } from '../writing/caseWrite';

export interface GivenAttendee {
  readonly contact?: string;
  readonly person?: string;
  readonly name?: string;
  readonly attendee?: string;
  readonly agency: string;
}

const WAYS = ['contact', 'person', 'name', 'attendee'] as const;

/** Exactly one of the four is given; throws the problem otherwise. */
const wayOf = (given: GivenAttendee): (typeof WAYS)[number] => {
  const [way, other] = WAYS.filter((one) => given[one] !== undefined);
  if (other !== undefined)
    throw problem(requestProblems.malformedRequest, {}, inBody(`/${other}`, `cannot be given beside ${way}`));
  if (way !== undefined) return way;
  throw problem(
    requestProblems.malformedRequest,
    {},
    inBody('/contact', 'is missing: give it, or person, name or attendee'),
  );
};

const personKnown = async ({ people }: Records, person: ActorId): Promise<void> => {
  if ((await people.nameOf(person)) !== undefined) return;
  throw problem(requestProblems.unknownPerson, { person }, inBody('/person', 'is not known here'));
};

/** Also the agency that they come for, by the register. Throws the problem of what is not there. */
export const whoAttends = async (
  records: Records,
  given: GivenAttendee,
  write: WriteText,
): Promise<{ readonly who: WhoAttends; readonly agency: AgencyRecord }> => {
  const way = wayOf(given);
  const [agency] = await agenciesInRegister(records, [given.agency], '/agency');
  if (agency === undefined) throw new RangeError('an agency that is in the register is not found in it');
  const code = given[way] ?? '';
  switch (way) {
    case 'contact': {
      const contact = code as ContactId;
      // Withdrawn or not: no mail goes to them, but they may have come.
      if (agency.contacts.some(({ id }) => id === contact)) return { who: { contact }, agency };
      throw problem(
        requestProblems.contactNotOfAgency,
        { contact, agency: agency.id },
        inBody('/contact', 'is no contact of this agency'),
      );
    }
    case 'person':
      await personKnown(records, code as ActorId);
      return { who: { person: code as ActorId }, agency };
    case 'attendee':
      return { who: { attendee: code }, agency };
    case 'name':
      return { who: { named: await write('name', 'person', code) }, agency };
  }
};
