// Refusals of what an agency answers that are no rules of the case. Those are `problems/rejections/`.

import type { Answer } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';
import { kind } from '../problems/problem';

export const returnProblems = {
  answerWithNothingInIt: kind<{ agency: AgencyId; answer: Answer; byItself: boolean }>({
    slug: 'answer-with-nothing-in-it',
    status: 422,
    title: 'There is nothing in this answer',
    says: ({ agency, answer, byItself }) =>
      `The answer "${answer}" of ${agency} has nothing in it. ${byItself ? 'Say in "content" what your agency knows, or how you have sent it to the team' : 'Give in "content" what it wrote; or, where that came another way and lies there, say so in "how": "secureMail", "mail", "telephone" or "paper"'}. One that has nothing to tell answers "nil", or "notKnown".`,
    example: { agency: 'AG-0003' as AgencyId, answer: 'full', byItself: false },
  }),
  agencyNamesItself: kind<{ agency: AgencyId }>({
    slug: 'agency-names-itself',
    status: 422,
    title: 'An agency cannot be asked instead of itself',
    says: ({ agency }) =>
      `${agency} answers that it is the wrong organisation, and names itself as the one to ask instead. Name another agency, or leave "askInstead" out; if it did not know the family, the answer is "notKnown".`,
    example: { agency: 'AG-0003' as AgencyId },
  }),
  tooManyParts: kind<{ agency: AgencyId; most: number }>({
    slug: 'too-many-parts',
    status: 409,
    title: 'No more parts of this answer are taken',
    says: ({ agency, most }) =>
      `${agency} has answered in ${most} parts, and no more are taken. Put all that is left into the full return, with the answer "full".`,
    example: { agency: 'AG-0003' as AgencyId, most: 100 },
  }),
};
