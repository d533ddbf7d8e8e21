// What the partners have said, each with its evidence in a row of its own.

import type { Seat } from '../../domain/policy/policyProfile';
import type { PartnersWord } from '../../domain/rapidReview/decision/commands';
import { inOrder } from '../texts/inOrder';
import type { WriteText } from '../writing/caseWrite';

export const partnersWords = (
  write: WriteText,
  given: readonly { readonly seat: Seat; readonly evidence: string }[],
): Promise<readonly PartnersWord[]> =>
  inOrder(given, async ({ seat, evidence }, index) => ({
    seat,
    evidence: await write(`agreed-${index + 1}`, 'note', evidence),
  }));
