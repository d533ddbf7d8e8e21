// What a case hands on where it is merged into another (R22): its receipt, which the other keeps where it is the earlier, and that of each
// case that it has absorbed; what else was recorded of the incident; what it goes on for itself; who was on it, and whom it kept off. What
// the other makes of that is decided there.

import { earliestOf } from '../../calendar/instant';
import { saysAskedByMistake, stoppingReturn } from '../agenciesOfCase';
import type { CaseEvent } from '../events';
import type { AgencyOnCase, AnyCase, CaseWithReview } from '../state';
import type { AbsorbCase } from './commands';
import { receiptsToHandOn } from './receiptsToHandOn';
import { absorbedBy, momentsWanting, type AgencyOfMerged, type MomentsOfMerged } from './state';

export type HandedOn = Omit<AbsorbCase, 'kind' | 'of' | 'reason'>;
type Brought = Pick<AgencyOfMerged, 'on' | 'found'>;

const knownBy = ({ reference }: CaseWithReview, { identified, named }: AgencyOnCase): Brought =>
  identified === 'withReferral' || named !== undefined ? { on: [reference] } : { on: [], found: identified };

const firstOf = (same: readonly Brought[], alone: boolean): Brought => {
  const on = [...new Set(same.flatMap((one) => one.on ?? []))];
  const found = earliestOf(same.flatMap((one) => one.found ?? []));
  if (found !== undefined) return { on, found };
  return alone ? {} : { on };
};

/**
 * Who was on that case, or on what it has absorbed: whose referral named them, or since when they were known there. Not who had nothing to
 * do with it.
 */
const agenciesOf = (state: CaseWithReview): readonly AgencyOfMerged[] => {
  const own = state.agencies
    .filter((onCase) => !saysAskedByMistake(onCase))
    .map((onCase): AgencyOfMerged => ({
      agency: onCase.agency,
      ...knownBy(state, onCase),
      ...(stoppingReturn(onCase) === undefined ? {} : { answered: true }),
    }));
  const brought = state.duplicates.flatMap(({ of, agencies = [] }) =>
    agencies.map((one): AgencyOfMerged => ({ ...one, on: one.on ?? [of] })),
  );
  const all = [...own, ...brought];
  const alone = absorbedBy(state).length === 0;
  return [...Map.groupBy(all, ({ agency }) => agency)].map(([agency, same]) => ({
    agency,
    ...firstOf(same, alone),
    ...(same.some(({ answered }) => answered === true) ? { answered: true } : {}),
  }));
};

const moments = (withTimestamps: MomentsOfMerged): Pick<HandedOn, 'withTimestamps'> =>
  Object.keys(withTimestamps).length === 0 ? {} : { withTimestamps };

/** By its state and its log. Nothing where no receipt is recorded. */
export const handedOn = ({
  state,
  events,
}: {
  readonly state: AnyCase;
  readonly events: readonly CaseEvent[];
}): HandedOn | undefined => {
  const { referralReceived: receivedAt, ...known } = state.timestamps;
  if (receivedAt === undefined) return undefined;
  if (state.status === 'recordedOnly') return { receivedAt, ...moments(known) };
  const wanting = Object.fromEntries(momentsWanting(state).map(({ what, at }) => [what, at]));
  const withAbsorbed = absorbedBy(state);
  const withReceipts = receiptsToHandOn(state.reference, events);
  const withAgencies = agenciesOf(state);
  const { excludedContacts } = state;
  return {
    receivedAt,
    ...moments({ ...wanting, ...known }),
    ...(withAbsorbed.length === 0 ? {} : { withAbsorbed }),
    ...(withReceipts.length === 0 ? {} : { withReceipts }),
    ...(withAgencies.length === 0 ? {} : { withAgencies }),
    ...(excludedContacts.length === 0 ? {} : { withExcluded: excludedContacts }),
  };
};
