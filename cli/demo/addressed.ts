// Whom the story writes to, by the register: agencies to ask for their scoping return, organisations to invite.

import { contactsToAsk } from '../../api/agencies/agenciesInRegister';
import type { AgencyKind } from '../../domain/policy/agencyKinds';
import type { ToInvite } from '../../domain/rapidReview/meeting/commands';
import type { SendScopingRequests } from '../../domain/rapidReview/scoping/commands';
import type { Cast } from './cast';

/** Named in the referral; the seventh, the housing association, is found late. */
export const NAMED_IN_REFERRAL = [
  'localAuthority',
  'police',
  'integratedCareBoard',
  'nhsProvider',
  'school',
  'generalPractice',
] as const satisfies readonly AgencyKind[];

export const requestTo = (cast: Cast, kinds: readonly AgencyKind[]): SendScopingRequests => ({
  kind: 'sendScopingRequests',
  agencies: kinds.map((kind) => {
    const agency = cast.agency(kind);
    return { agency: agency.id, ...contactsToAsk(agency) };
  }),
});

/** The surgery is not among them: it has nothing to bring. */
export const invitees = (
  cast: Cast,
  kinds: readonly AgencyKind[] = NAMED_IN_REFERRAL.filter((kind) => kind !== 'generalPractice'),
): readonly ToInvite[] =>
  kinds.map((kind) => {
    const agency = cast.agency(kind);
    return {
      agency: agency.id,
      agencyKind: kind,
      contacts: contactsToAsk(agency).contacts,
      ...(agency.seat === undefined ? {} : { seat: agency.seat }),
    };
  });
