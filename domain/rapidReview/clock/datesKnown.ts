// As of which event an agency knows its dates, where no mail that moved them is behind it: it agreed to one, or was written to with all of
// them as they are owed anew. What an earlier mail told it, however late the mail server answers, is no news then (R9). What a later
// one told is `datesInMails.ts`.

import type { ObligationName } from '../../policy/policyProfile';
import type { AgencyId } from '../../timetable/facts';
import type { ObligationRef } from '../../timetable/obligationKey';
import { agencyOn, withAgency } from '../agenciesOfCase';
import type { CaseWithReview } from '../state';

/** Number of the event; 0 of an agency that was never asked. */
export const knownAsOf = (state: CaseWithReview, { obligation, agency }: ObligationRef): number => {
  const known = agency === undefined ? undefined : agencyOn(state, agency);
  return Math.max(known?.datesToldAsOf ?? 0, known?.dateKnownAsOf?.[obligation] ?? 0);
};

/** As of which event its date was counted by the calendar in force then: of a request, no earlier than it was known to have gone. */
export const countedAsOf = (state: CaseWithReview, ref: ObligationRef): number => {
  const asked = ref.agency === undefined ? undefined : agencyOn(state, ref.agency)?.sentAsOf;
  return Math.max(knownAsOf(state, ref), asked ?? 0);
};

/** A mail of that event names every date that it owes. */
export const knowsItsDates = <C extends CaseWithReview>(state: C, agency: AgencyId, event: number): C =>
  withAgency(state, agency, (known) =>
    known.datesToldAsOf === undefined ? known : { ...known, datesToldAsOf: event },
  );

/** It was agreed with the agency, or is told it by the team. */
export const knowsDate = <C extends CaseWithReview>(
  state: C,
  agency: AgencyId,
  date: ObligationName,
  event: number,
): C =>
  withAgency(state, agency, (known) => ({
    ...known,
    dateKnownAsOf: { ...known.dateKnownAsOf, [date]: event },
  }));
