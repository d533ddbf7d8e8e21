// Whether a change was accepted already with the preview that somebody sends again: the first change since that preview, if
// what it recorded is what these days come to. Whoever sends it again under another key hears so, and not that it is stale.

import { propose, type ChangeAsked } from '../../domain/calendarChange/proposal';
import type { FactDraft, Ledger, LedgerFact } from '../../domain/holidayLedger/ledger';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import type { CalendarChange } from '../../records/records';
import type { PreviewBasis } from './previewVersion';

const titleOf = (fact: FactDraft | LedgerFact): string => (fact.kind === 'listed' ? fact.title : '');

/** `since`: the changes since the preview, the oldest first. */
export const acceptedAlready = (
  basis: PreviewBasis,
  asked: ChangeAsked,
  ledger: Ledger,
  [next]: readonly CalendarChange[],
): CalendarChange | undefined => {
  if (next === undefined) return undefined;
  const known = ledger.filter(({ number }) => number <= basis.facts);
  const recorded = ledger.filter(({ number }) => number > basis.facts && number <= next.facts);
  const proposal = propose(known, asked, londonDayAt(next.at), next.at);
  if (!proposal.ok || proposal.drafts.length !== recorded.length) return undefined;
  const isOfIt = (fact: LedgerFact, index: number): boolean => {
    const draft = proposal.drafts[index];
    // A day that somebody listed by itself in between was not recorded by the change.
    const withIt = fact.recordedAt === next.at && fact.recordedBy === next.by;
    return (
      withIt && draft?.kind === fact.kind && draft.date === fact.date && titleOf(draft) === titleOf(fact)
    );
  };
  return recorded.every(isOfIt) ? next : undefined;
};
