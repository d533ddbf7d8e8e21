// What a case whose texts are destroyed can no longer take: whatever needs a text of its own. All else about it goes on.

import { kind } from '../problems/problem';
import { SAFETY_NOTICE } from '../safety/safetyNotice';

export const textProblems = {
  textsDestroyed: kind({
    slug: 'texts-destroyed',
    status: 409,
    title: 'The texts of this case were destroyed',
    says: () =>
      `The particulars and texts of this case were destroyed for good, by those who decide how long they are kept, and no further text can be kept with it. Its events and dates can still be read. What has come up since belongs in a case of its own: log a referral (POST /cases). ${SAFETY_NOTICE}`,
  }),
} as const;
