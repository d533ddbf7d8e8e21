// Finding and changing one agency of a case. What is changed, the slices decide.

import type { CivilDate } from '../calendar/civilDate';
import type { DayAndMoment } from '../calendar/londonTime';
import type { AgencyId, ContactId } from '../timetable/facts';
import type { AgencyOnCase, AgencyRemoved, AgencyReturn, RecordedCase, CaseWithReview } from './state';

/** Of a case that is only recorded, none is asked. */
export const agencyOn = (state: CaseWithReview | RecordedCase, agency: AgencyId): AgencyOnCase | undefined =>
  'excludedContacts' in state ? state.agencies.find((known) => known.agency === agency) : undefined;

/** As it was when it was taken off the case: it was on it by mistake. */
export const agencyRemoved = (
  { agenciesRemoved = [] }: CaseWithReview,
  agency: AgencyId,
): AgencyRemoved | undefined => agenciesRemoved.find((one) => one.agency === agency);

/** It may have been added again since. */
export const wasRemoved = ({ agenciesRemoved = [] }: CaseWithReview, agency: AgencyId): boolean =>
  agenciesRemoved.some((one) => one.agency === agency && one.onMerged !== true);

export const returnOf = (
  state: CaseWithReview | RecordedCase,
  agency: AgencyId,
  number: number,
): AgencyReturn | undefined => agencyOn(state, agency)?.returns.find((one) => one.number === number);

export const withAgency = <C extends CaseWithReview>(
  state: C,
  agency: AgencyId,
  change: (known: AgencyOnCase) => AgencyOnCase,
): C => ({
  ...state,
  agencies: state.agencies.map((known) => (known.agency === agency ? change(known) : known)),
});

/** What it has answered, sent back or not: without what was recorded by mistake. */
export const answersGiven = ({ returns }: Pick<AgencyOnCase, 'returns'>): readonly AgencyReturn[] =>
  returns.filter(({ judged }) => judged !== 'recordedByMistake');

/** Of those the ones given since the request that stands was made: what answered a void one says nothing of it. */
export const answersToRequest = (known: Pick<AgencyOnCase, 'returns' | 'request'>): readonly AgencyReturn[] =>
  answersGiven(known).filter(({ number }) => number > (known.request?.answersBefore ?? 0));

/** Neither sent back nor recorded by mistake: it counts, and can be sent back. */
export const isStanding = ({ judged }: AgencyReturn): boolean =>
  judged === undefined || judged === 'accepted';

/** The answer that stops the agency's clock: the first that stands and is not partial. */
export const stoppingReturn = ({ returns }: Pick<AgencyOnCase, 'returns'>): AgencyReturn | undefined =>
  returns.find((one) => isStanding(one) && one.answer !== 'partial');

/** It had given more than a part by that day, and nobody had sent that back by then: whatever the team thought of it later. */
export const hadStoppedBy = (known: Pick<AgencyOnCase, 'returns'>, { on: day, at }: DayAndMoment): boolean =>
  answersGiven(known).some(
    (one) =>
      one.answer !== 'partial' &&
      one.on <= day &&
      (isStanding(one) || (one.sentBackAt !== undefined && one.sentBackAt > at)),
  );

/** It was asked, and no answer stops its clock. Where one was recorded by mistake, it is told so, and that its own is still wanted. */
export const owesItsOwn = (known: AgencyOnCase): boolean =>
  known.request !== undefined && stoppingReturn(known) === undefined;

/** The day on which it said that there are no records to secure: by a nil, a not-known or a wrong-organisation answer that stands. */
export const saidToHoldNothing = (known: AgencyOnCase): CivilDate | undefined => {
  const answered = stoppingReturn(known);
  return answered === undefined || answered.answer === 'full' ? undefined : answered.on;
};

/** It has told us that the case is none of its business, and nobody has sent that back. */
export const saysAskedByMistake = (onCase: AgencyOnCase): boolean =>
  stoppingReturn(onCase)?.answer === 'wrongOrganisation';

/** The id of a contact begins with that of its agency. */
export const agencyOfContact = (contact: ContactId): AgencyId =>
  contact.slice(0, contact.lastIndexOf('-')) as AgencyId;

/** Who is kept off the case (R13). Of one that is only recorded, nobody is. */
export const excludedFrom = (state: CaseWithReview | RecordedCase): readonly ContactId[] =>
  'excludedContacts' in state ? state.excludedContacts : [];

/** Those of the agency, whether they stand in its request or not: it may have named them before. */
export const excludedAt = (state: CaseWithReview | RecordedCase, agency: AgencyId): readonly ContactId[] =>
  excludedFrom(state).filter((contact) => agencyOfContact(contact) === agency);
