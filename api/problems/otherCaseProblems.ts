// What can be wrong with another case that a request names beside its own: there is none, or it does not stand as it would have to.

import { instant, type Instant } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/state';
import { kind } from './problem';
import { sayInstant } from './saying';

export const otherCaseProblems = {
  unknownOtherCase: kind<{ reference: CaseReference }>({
    slug: 'unknown-other-case',
    status: 422,
    title: 'There is no such other case',
    says: ({ reference }) =>
      `No case has the reference ${reference}, which the request names beside its own. Check it, or leave it out.`,
    example: { reference: 'RR-2026-0099' as CaseReference },
  }),
  episodeOfOpenCase: kind<{ of: CaseReference; goesOn: CaseReference }>({
    slug: 'episode-of-open-case',
    status: 422,
    title: 'The other case has not ended',
    says: ({ of, goesOn }) =>
      `${of} ${of === goesOn ? 'is open' : `was merged into ${goesOn}, which is open`}, and a further episode is of a case that has ended. Add what is new to ${goesOn}; or, where this may be about the same, name ${goesOn} as maybeDuplicateOf instead.`,
    example: { of: 'RR-2026-0004' as CaseReference, goesOn: 'RR-2026-0004' as CaseReference },
  }),
  episodeBeforeCase: kind<{ of: CaseReference; receivedAt: Instant; first: Instant }>({
    slug: 'episode-before-case',
    status: 422,
    title: 'The episode lies before its case',
    says: ({ of, receivedAt, first }) =>
      `A further episode is of new facts after its case, and this referral is said to be received on ${sayInstant(receivedAt)}: ${of} was received on ${sayInstant(first)}. Check the year; or, where this may be about the same, name ${of} as maybeDuplicateOf instead.`,
    example: {
      of: 'RR-2026-0004' as CaseReference,
      receivedAt: instant(Date.UTC(2025, 2, 30, 15, 20)),
      first: instant(Date.UTC(2026, 2, 30, 15, 20)),
    },
  }),
  otherCaseNotOpen: kind<{ of: CaseReference }>({
    slug: 'other-case-not-open',
    status: 409,
    title: 'The other case is not open',
    says: ({ of }) =>
      `${of} has ended, or no Rapid Review runs for it, so it cannot be merged into this case. Link the two instead.`,
    example: { of: 'RR-2026-0004' as CaseReference },
  }),
  otherCaseWithPanel: kind<{ of: CaseReference; into: CaseReference }>({
    slug: 'other-case-with-panel',
    status: 409,
    title: 'The Panel has the decision of the other case',
    says: ({ of, into }) =>
      `Decision and report of ${of} have gone to the national Panel, or may have, so ${of} goes on, and is not merged into ${into}. Merge ${into} into it: note that there (POST /cases/${of}/duplicates) and settle it there (POST /cases/${of}/duplicates/${into}/settlement). Where the Panel may have those of both, link the two instead.`,
    example: { of: 'RR-2026-0004' as CaseReference, into: 'RR-2026-0007' as CaseReference },
  }),
};
