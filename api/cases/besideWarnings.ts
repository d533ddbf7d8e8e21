// What the warnings of a case rest on beside the case itself: the cases that were merged into it, and whom the register has of agencies
// that are still to be asked. Which warnings come of it, the domain says.

import { absorbedBy } from '../../domain/rapidReview/duplicates/state';
import { carriesReview, type AnyCase, type RapidReview } from '../../domain/rapidReview/state';
import { agenciesToAsk, type InRegister } from '../../domain/rapidReview/warningsOfAsking';
import type { Records } from '../../records/records';
import { liveContacts } from '../agencies/agenciesInRegister';

/** The cases that were merged into this one, itself or through others, as they are recorded now. */
export const mergedCasesOf = async (records: Records, state: RapidReview): Promise<readonly AnyCase[]> => {
  if (!carriesReview(state)) return [];
  // Two may have absorbed each other: of those one goes on, and was not merged into the other.
  const into = state.status === 'ended' ? state.ending.into : undefined;
  const others = absorbedBy(state).filter((of) => of !== into);
  const folded = await Promise.all(others.map((of) => records.cases.stateOf(of)));
  return folded.flatMap((one) => (one === undefined ? [] : [one.state]));
};

/** Whom the register has, now, of the agencies that are still to be asked: looked up at once, and only where there are any. */
export const registerFor = async (records: Records, state: RapidReview): Promise<InRegister> => {
  const ids = agenciesToAsk(state);
  const found = ids.length === 0 ? [] : await records.agencies.byIds(ids);
  return new Map(found.map((agency) => [agency.id, liveContacts(agency)]));
};
