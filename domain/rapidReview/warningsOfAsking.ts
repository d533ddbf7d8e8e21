// What people should know of agencies that are still to be asked, or to be asked anew: that there are none, that their request is void, and
// that nobody of them can be written to. Whom the register has is given; of whoever was asked, `warnings.ts`.

import type { WorkingCalendar } from '../calendar/workingCalendar';
import { dueDates } from '../timetable/dueDates';
import type { AgencyId, ContactId } from '../timetable/facts';
import { keyOf } from '../timetable/obligationKey';
import { stoppingReturn } from './agenciesOfCase';
import type { CaseWarning } from './caseWarning';
import { noAgencyNamed } from './noAgencyNamed';
import type { AgencyOnCase, OpenCase, RapidReview } from './state';

/** Whom the register has of each agency that is still to be asked, but for those who are withdrawn. */
export type InRegister = ReadonlyMap<AgencyId, readonly ContactId[]>;

const toBeAsked = ({ agencies }: OpenCase): readonly AgencyOnCase[] =>
  agencies.filter((known) => known.request === undefined && stoppingReturn(known) === undefined);

/** Of these it matters whom the register has. */
export const agenciesToAsk = (state: RapidReview): readonly AgencyId[] =>
  state.status === 'open' ? toBeAsked(state).map(({ agency }) => agency) : [];

/** R13: each is kept off this case, or there is none. An address from which mail came back is tried anew. */
const hasNobody = (
  { excludedContacts }: OpenCase,
  { agency }: AgencyOnCase,
  register: InRegister | undefined,
): boolean =>
  register !== undefined &&
  (register.get(agency) ?? []).every((contact) => excludedContacts.includes(contact));

export const ofNoAgency = (state: OpenCase, calendar: WorkingCalendar): readonly CaseWarning[] => {
  const none = noAgencyNamed(state, calendar);
  return none === undefined ? [] : [{ about: 'noAgencyNamed', ...none }];
};

/** The line of a request that is void looks like that of one that was never made: that it was tried is known here alone. */
export const ofAsking = (
  state: OpenCase,
  calendar: WorkingCalendar,
  register?: InRegister,
): readonly CaseWarning[] => {
  const told = toBeAsked(state)
    .map((known) => ({ known, nobody: hasNobody(state, known, register) }))
    .filter(({ known, nobody }) => nobody || known.voidFor !== undefined);
  if (told.length === 0) return [];
  const dates = new Map(dueDates(state, calendar).map((line) => [keyOf(line), line.due]));
  return told.map(({ known: { agency, voidFor: cause }, nobody }): CaseWarning => {
    const key = keyOf({ obligation: 'scopingDispatch', agency });
    const due = dates.get(key);
    const missed = state.outcomes[key]?.kind === 'missed';
    const by = due === undefined ? {} : { due, ...(missed ? { missed } : {}) };
    if (cause === undefined) return { about: 'nobodyToAsk', agency, ...by };
    return {
      about: 'requestVoid',
      agency,
      cause,
      ...(nobody ? { nobody } : {}),
      ...by,
    };
  });
};
