// Why nobody of an agency can be mailed on a case, and who of those that were to be asked with it can: asked of the records once the
// rules have refused it. Whether somebody can be, the rules decide.

import { agencyOn, excludedFrom } from '../../domain/rapidReview/agenciesOfCase';
import type { Rejection } from '../../domain/rapidReview/rejections';
import { isUnreachable } from '../../domain/rapidReview/scoping/unreachable';
import type { CaseReference, RecordedCase, CaseWithReview } from '../../domain/rapidReview/state';
import type { AgencyId, ContactId } from '../../domain/timetable/facts';
import { liveContacts } from '../agencies/agenciesInRegister';
import { stillToAsk } from '../cases/stillToAsk';
import type { ApiDeps } from '../deps';
import type { NobodyToMail, WhyNobody } from '../problems/rejections/nobodyToMail';

type WithoutContact = Extract<Rejection, { readonly code: 'AgencyWithoutContact' }>;
type State = CaseWithReview | RecordedCase;

/** A request is sent to an address from which mail came back too: that one may arrive is usually why it is sent again. */
const whyNotAsked = (state: State, listed: readonly ContactId[]): WhyNobody =>
  listed.some((contact) => excludedFrom(state).includes(contact)) ? 'excluded' : 'notInRegister';

const whyNotReminded = (state: State, agency: AgencyId): WhyNobody => {
  const known = agencyOn(state, agency);
  const { contacts = [], above = [] } = known?.request ?? {};
  const named = [...contacts, ...above].map(({ contact }) => contact);
  if (known === undefined || named.length === 0) return 'notInRequest';
  const dead = named.some((contact) => isUnreachable(known, contact));
  const excluded = named.some((contact) => excludedFrom(state).includes(contact));
  if (dead && excluded) return 'both';
  return excluded ? 'excluded' : 'cameBack';
};

/** `named`: in the request that is refused; of one that names nobody, whoever is still to be asked was. */
export const nobodyToMail = async (
  { records }: ApiDeps,
  reference: CaseReference,
  { agency, others = [] }: WithoutContact,
  asking: { readonly named?: readonly AgencyId[] } | 'reminder',
): Promise<NobodyToMail | undefined> => {
  const state = (await records.cases.stateOf(reference))?.state;
  if (state === undefined) return undefined;
  if (asking === 'reminder') return { why: [[agency, whyNotReminded(state, agency)]], rest: [] };
  const without = [agency, ...others];
  const found = new Map((await records.agencies.byIds(without)).map((one) => [one.id, liveContacts(one)]));
  return {
    why: without.map((one) => [one, whyNotAsked(state, found.get(one) ?? [])]),
    rest: (asking.named ?? stillToAsk(state)).filter((one) => !without.includes(one)),
  };
};
