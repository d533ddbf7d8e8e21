// What the partners have said, each with its evidence in a row of its own.

import type { Seat } from '../../domain/policy/policyProfile';
import type { PartnersWord } from '../../domain/rapidReview/decision/commands';
import type { WriteText } from '../writing/caseWriter';

export const partnersWords = async (
  write: WriteText,
  given: readonly { readonly seat: Seat; readonly evidence: string }[],
): Promise<readonly PartnersWord[]> => {
  const words: PartnersWord[] = [];
  for (const [index, { seat, evidence }] of given.entries())
    words.push({ seat, evidence: await write(`agreed-${index + 1}`, 'note', evidence) });
  return words;
};
