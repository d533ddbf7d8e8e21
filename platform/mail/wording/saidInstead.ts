// What an agency says in place of a scoping template, as a mail thanks for it where it was sent back. Why we cannot rely on it may be
// about the child, so the team tells that in person (R24).

import type { Answer } from '../../../domain/rapidReview/state';

export type SaidInstead = Exclude<Answer, 'full' | 'partial'>;

const THANKS: Readonly<Record<SaidInstead, string>> = {
  nil: 'Thank you for telling us that you hold nothing about the case.',
  notKnown: 'Thank you for telling us that the child and the family are not known to you.',
  wrongOrganisation: 'Thank you for telling us that we have asked the wrong organisation.',
};

export const isSaidInstead = (answer: Answer): answer is SaidInstead => Object.hasOwn(THANKS, answer);

/** Empty where a template came. */
export const thanksForSaying = (said: SaidInstead | undefined): string =>
  said === undefined ? '' : THANKS[said];
