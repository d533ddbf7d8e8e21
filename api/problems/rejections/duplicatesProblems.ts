// Refusals of acts on possible duplicates, as problems (R22).

import type { DuplicatesRejection } from '../../../domain/rapidReview/duplicates/rejections';
import { OTHER_CASE } from './exampleFacts';
import type { RefusalsOf } from './refused';

const SETTLED_WORDS = {
  linked: 'linked with this case',
  keptApart: 'kept apart from this case',
  absorbed: 'merged into this case',
} as const;

export const duplicatesProblems = {
  DuplicateOfItself: {
    slug: 'duplicate-of-itself',
    status: 422,
    title: 'A case is no duplicate of itself',
    says: () => 'The case named is this very case. Name the other one.',
    field: () => ['/of', 'is this very case'],
    example: { code: 'DuplicateOfItself' },
  },
  DuplicateAlreadyNoted: {
    slug: 'duplicate-already-noted',
    status: 409,
    title: 'The possible duplicate is noted already',
    says: ({ of }) => `That ${of} may be the same is noted already. Settle it when you know.`,
    field: () => ['/of', 'is noted already'],
    example: { code: 'DuplicateAlreadyNoted', of: OTHER_CASE },
  },
  DuplicateNotNoted: {
    slug: 'duplicate-not-noted',
    status: 409,
    title: 'The possible duplicate is not noted',
    says: ({ of }) =>
      `Nobody has noted that ${of} may be the same, so there is nothing to settle. Note it first.`,
    example: { code: 'DuplicateNotNoted', of: OTHER_CASE },
  },
  DuplicateAlreadySettled: {
    slug: 'duplicate-already-settled',
    status: 409,
    title: 'The possible duplicate is settled already',
    says: ({ of, as }) => `${of} was ${SETTLED_WORDS[as]} already, and that stands.`,
    field: (_, command) => (command === 'noteDuplicate' ? ['/of', 'is settled already'] : undefined),
    example: { code: 'DuplicateAlreadySettled', of: OTHER_CASE, as: 'keptApart' },
  },
} as const satisfies RefusalsOf<DuplicatesRejection>;
