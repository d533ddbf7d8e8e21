// Who plays in the race: agencies and their contacts by code, the delegates of the three partners, and the row of the
// dossier that stands for every free text.

import type { CivilDate } from '../../../domain/calendar/civilDate';
import type { AgencyKind } from '../../../domain/policy/agencyKinds';
import type { Seat } from '../../../domain/policy/policyProfile';
import type { ActorId } from '../../../domain/rapidReview/commands';
import type { ToInvite } from '../../../domain/rapidReview/meeting/commands';
import type { DossierRow } from '../../../domain/rapidReview/state';
import type { AgencyId } from '../../../domain/timetable/facts';
import { AGENCY, CONTACT } from '../../unit/rapidReview/story';
import type { As } from '../case';
import type { Step } from '../script';

export const ROW = 'dossier-row-1' as DossierRow;

export const COUNCIL = AGENCY(1);
export const POLICE = AGENCY(2);
export const BOARD = AGENCY(3);
export const HOSPITAL = AGENCY(4);
export const SCHOOL = AGENCY(5);
export const SURGERY = AGENCY(6);
/** Found late: the surgery names it. */
export const HOUSING = AGENCY(7);
export const ASKED_FIRST = [COUNCIL, POLICE, BOARD, HOSPITAL, SCHOOL, SURGERY] as const;

const SEATS = ['localAuthority', 'police', 'integratedCareBoard'] as const satisfies readonly Seat[];

const invite = (agency: AgencyId, agencyKind: AgencyKind, seat?: Seat): ToInvite => ({
  agency,
  agencyKind,
  contacts: [CONTACT(agency)],
  ...(seat === undefined ? {} : { seat }),
});

export const INVITEES: readonly ToInvite[] = [
  invite(COUNCIL, 'localAuthority', 'localAuthority'),
  invite(POLICE, 'police', 'police'),
  invite(BOARD, 'integratedCareBoard', 'integratedCareBoard'),
  invite(HOSPITAL, 'nhsProvider'),
  invite(SCHOOL, 'school'),
];

export const delegateOf = (seat: Seat): As => ({
  actor: `P-001${SEATS.indexOf(seat)}` as ActorId,
  authority: 'partnerDelegate',
  seats: [seat],
});

export const CHAIR: As = { actor: 'P-0020' as ActorId, authority: 'meetingChair' };

export const ask = (...agencies: readonly AgencyId[]) =>
  ({
    kind: 'sendScopingRequests',
    agencies: agencies.map((agency) => ({ agency, contacts: [CONTACT(agency)] })),
  }) as const;

/** The word of all three partners, in writing. */
export const BY_ALL = SEATS.map((seat) => ({ seat, evidence: ROW }));

/** Decision and report go by the Panel's portal, without what the chair goes without. */
export const byPortal = (on: CivilDate): Omit<Step, 'when'> => ({
  act: { kind: 'recordPanelInformed', channel: 'portal', on, evidence: ROW, proceedReason: ROW },
  as: CHAIR,
});
