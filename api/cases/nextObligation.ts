// What is due next in a case, as the list shows it: in words, with the agency whose it is and its code. Names are for codes that
// stand in the records; no child is named.

import type { NextObligation, Records } from '../../records/records';
import { namesOfAgencies, withCode, type NameAgency } from '../agencies/namesOfAgencies';
import { OBLIGATION_WORDS } from '../chronology/sayObligation';

export const sayNext = ({ obligation, agency }: NextObligation, name: NameAgency): string => {
  const words = OBLIGATION_WORDS[obligation];
  return agency === undefined ? words : `${words}, ${withCode(name)(agency)}`;
};

/** Of the agencies that are to do what is due next in these cases. */
export const namesOfNext = (
  records: Pick<Records, 'agencies'>,
  items: readonly { readonly next?: NextObligation }[],
): Promise<NameAgency> =>
  namesOfAgencies(
    records,
    items.flatMap(({ next }) => next?.agency ?? []),
  );
