// Refusals of what an agency answers that need no case to be seen. What the rules of the case refuse is `problems/rejections/`.

import type { AgencyId } from '../../domain/timetable/facts';
import { kind } from '../problems/problem';

export const returnProblems = {
  agencyNamesItself: kind<{ agency: AgencyId }>({
    slug: 'agency-names-itself',
    status: 422,
    title: 'An agency cannot be asked instead of itself',
    says: ({ agency }) =>
      `${agency} answers that it is the wrong organisation, and names itself as the one to ask instead. Name another agency, or leave "askInstead" out; if it did not know the family, the answer is "notKnown".`,
    example: { agency: 'AG-0003' as AgencyId },
  }),
};
