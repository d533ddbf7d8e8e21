// What can be wrong with a request that takes back what was recorded by mistake: it says too much or too little, or another address
// does that.

import { kind } from './problem';

export const takingBackProblems = {
  rightOrMistake: kind<{ readonly field: 'at' | 'on' }>({
    slug: 'right-or-mistake',
    status: 422,
    title: 'A correction says what is right, or that it never was',
    says: ({ field }) =>
      `Give "${field}" with what is right, or else "recordedByMistake": true where it never was: not both, and not neither.`,
    example: { field: 'on' },
  }),
  takenBackElsewhere: kind<{ readonly address: string }>({
    slug: 'taken-back-elsewhere',
    status: 409,
    title: 'What never was is taken back at another address',
    says: ({ address }) =>
      `This address corrects a day or a moment that was recorded wrongly. What was recorded by mistake, and never was, is taken back at an address of its own, with a "reason": POST ${address}.`,
    example: { address: '/cases/{reference}/scoping-requests/AG-0003/void' },
  }),
} as const;
