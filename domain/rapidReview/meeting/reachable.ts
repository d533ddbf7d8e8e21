// Whom of those invited we may write to, whom their invitation asked, and whose word that they come still holds: not of anybody who is kept
// off the case (R13).

import type { ContactId } from '../../timetable/facts';
import { agencyOfContact, agencyOn } from '../agenciesOfCase';
import { holds } from '../rulesVersion';
import { isUnreachable } from '../scoping/unreachable';
import type { CaseWithReview } from '../state';
import type { Invited, Invitee } from './state';

/** Nobody to write to: the team sees the invitee without contacts, and rings. */
export const reachable = (
  { excludedContacts }: Pick<CaseWithReview, 'excludedContacts'>,
  { contacts }: Pick<Invitee, 'contacts'>,
): readonly ContactId[] => contacts.filter((contact) => !excludedContacts.includes(contact));

/** Whom the invitation asks, of those whom we may write to. */
export const asked = (
  state: Pick<CaseWithReview, 'excludedContacts'>,
  invitee: Pick<Invitee, 'contacts'> & Pick<Invited, 'notAsked'>,
): readonly ContactId[] =>
  reachable(state, invitee).filter((contact) => invitee.notAsked?.includes(contact) !== true);

const arrivesAt = (state: CaseWithReview, contact: ContactId): boolean => {
  const known = agencyOn(state, agencyOfContact(contact));
  return (
    known === undefined ||
    !holds(state, 'invitationToDeadAddressAsksNobody') ||
    !isUnreachable(known, contact)
  );
};

/** Whom it asks as far as it can be counted on: where mail came back it goes all the same, and may arrive. */
export const reached = (state: CaseWithReview, invitee: Invited): readonly ContactId[] =>
  asked(state, invitee).filter((contact) => arrivesAt(state, contact));

/** As an invitation to another day is kept. */
export const withNotAsked = (state: CaseWithReview, invitee: Invited): Invited => {
  const { excludedContacts } = state;
  const notAsked = invitee.contacts.filter((contact) => excludedContacts.includes(contact));
  return notAsked.length > 0 ? { ...invitee, notAsked } : invitee;
};

const unanswered = ({ reply: _said, ...invitee }: Invited): Invited => invitee;

/**
 * Of an invitation that reaches nobody any more, now that this contact is kept off too, nobody has said that they come. Whoever else says so
 * in another way does so afterwards.
 */
export const withoutWordOf = <C extends CaseWithReview>(state: C, keptOff: ContactId): C => {
  const fellSilent = (invitee: Invited): boolean =>
    invitee.reply === 'accepted' && invitee.contacts.includes(keptOff) && asked(state, invitee).length === 0;
  return {
    ...state,
    meetings: state.meetings.map((meeting) =>
      meeting.stage === 'arranged' && meeting.invitees.some(fellSilent)
        ? { ...meeting, invitees: meeting.invitees.map((one) => (fellSilent(one) ? unanswered(one) : one)) }
        : meeting,
    ),
  };
};
